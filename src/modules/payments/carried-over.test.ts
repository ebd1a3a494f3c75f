// From the last release to receipts: a database with money of every kind in it is brought over, and no đồng changes hands.
import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Db, openDatabase, TOOL_LIMITS } from '../../platform/db.ts';
import { migrate } from '../../platform/migrate.ts';
import { billFor, heldBeyond, listSuspense, receiptsFor } from './index.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../db/migrations');
const RECEIPTS = '0008-receipts.sql';
const name = `motcua_test_carried_${randomBytes(5).toString('hex')}`;
const url = new URL(inject('databaseServer'));
url.pathname = `/${name}`;
const folder = mkdtempSync(join(tmpdir(), 'motcua-carried-'));

const SENT = '2026-11-20T02:00:00Z';
const PAID = '2026-11-21T03:00:00Z';
const DELIVERED = '2026-11-22T04:00:00Z';
const LINES = [{ name: 'Lệ phí', quantity: 1, unitAmount: 8000, amount: 8000, basis: 'Nghị quyết' }];
const FEE = JSON.stringify({ lines: LINES, total: 8000, when: 'reception', online: true });

let old: pg.Client;
let db: Db;

async function admin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer') });
  await client.connect();
  await client.query(statement);
  await client.end();
}

const ids = { person: randomUUID(), procedure: randomUUID(), agency: randomUUID() };

async function dossier(row: Record<string, unknown> = {}): Promise<string> {
  const all: Record<string, unknown> = {
    id: randomUUID(),
    request_code: randomUUID(),
    secret: 's',
    procedure_id: ids.procedure,
    answers: '{}',
    owner_id: ids.person,
    submitter_id: ids.person,
    owner_name: 'Nguyễn Văn An',
    owner_phone: '+84912345678',
    agency_id: ids.agency,
    channel: 2,
    submit_channel: 'online',
    return_channel: 'counter',
    state: 2,
    fee: FEE,
    money_state: 'due',
    held_since: SENT,
    submitted_at: SENT,
    ...row,
  };
  await insert('dossiers.dossier', all);
  return all.id as string;
}

async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  await old.query(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  );
}

let serial = 0;
async function bill(refId: string, state: string, received: number, paidAt: string | null = null) {
  const id = randomUUID();
  serial += 1;
  const payee = JSON.stringify({ bin: '970436', account: '1', holder: 'UBND' });
  const asked = { kind: 'dossier-fee', ref_id: refId, reference: `DVC${serial}`, amount: 8000, payee };
  const money = { lines: JSON.stringify(LINES), state, received, created_at: SENT, paid_at: paidAt };
  await insert('payments.bill', { id, ...asked, ...money });
  return id;
}

async function notice(billId: string, outcome: string, amount: number, surplus = 0): Promise<void> {
  serial += 1;
  const said = { bank: 'sepay', transaction_id: String(serial), raw: '{}', bank_name: 'VCB', account: '1' };
  const money = { amount, content: '', at: PAID, received_at: PAID, outcome, direction: 'in', surplus };
  await insert('payments.notice', { id: randomUUID(), ...said, ...money, bill_id: billId });
}

const made: Record<string, string> = {};

async function worldOfTheLastRelease(): Promise<void> {
  await insert('people.person', { id: ids.person, full_name: 'Nguyễn Văn An', created_at: SENT });
  const text = { name: 'Thủ tục', slug: 'x', field: 'f', result_document: 'r', provenance: '{}' };
  const lists = { levels: '{commune}', audience: '{}', legal_basis: '{}', channels: '{online}' };
  const json = { processing: '{}', fees: '[]', components: '[]' };
  const rest = { service_level: 4, in_person: false, valid_from: '2020-01-01' };
  await insert('catalogue.procedure', { id: ids.procedure, ...text, ...lists, ...json, ...rest });
  const office = { code: 'H05.1', name: 'UBND', level: 'commune', kind: 'committee', unit_code: '1' };
  await insert('agencies.agency', { id: ids.agency, ...office, valid_from: '2020-01-01', sessions: '' });

  made.byTransfer = await dossier({ money_state: 'paid', money_paid_at: PAID });
  await notice(await bill(made.byTransfer, 'paid', 8000, PAID), 'settled', 8000);
  made.inParts = await dossier({ money_state: 'paid', money_paid_at: PAID });
  const parts = await bill(made.inParts, 'paid', 8000, PAID);
  await notice(parts, 'short', 3000);
  await notice(parts, 'over', 9000, 4000);
  await notice(parts, 'paid-twice', 8000);
  made.halfPaid = await dossier();
  await notice(await bill(made.halfPaid, 'open', 3000), 'short', 3000);
  made.open = await dossier();
  await bill(made.open, 'open', 0);
  made.ticked = await dossier({
    money_state: 'paid',
    money_paid_at: DELIVERED,
    delivered_at: DELIVERED,
    state: 10,
  });
  made.tickedBesideBill = await dossier({ money_state: 'paid', money_paid_at: DELIVERED, state: 10 });
  const beside = await bill(made.tickedBesideBill, 'cancelled', 3000);
  await notice(beside, 'short', 3000);
  await notice(beside, 'late', 5000);
  made.withdrawn = await dossier({ state: 7 });
  const gone = await bill(made.withdrawn, 'cancelled', 3000);
  await notice(gone, 'short', 3000);
  await insert('journal.stream', { stream: `bill:${gone}`, seq: 1, hash: Buffer.alloc(32) });
  await insert('journal.fact', {
    stream: `bill:${gone}`,
    seq: 1,
    name: 'bill.cancelled',
    at: DELIVERED,
    body: '{}',
    hash: Buffer.alloc(32),
  });
  made.unaware = await dossier();
  await notice(await bill(made.unaware, 'paid', 8000, PAID), 'settled', 8000);
  made.free = await dossier({
    money_state: 'none',
    fee: '{"lines":[],"total":0,"when":"free","online":false}',
  });
  // Nobody knows how, but the bill says so.
  made.unexplained = await dossier({ money_state: 'paid', money_paid_at: PAID });
  await bill(made.unexplained, 'paid', 8000, PAID);
}

const of = (which: string) => ({ kind: 'dossier-fee', refId: made[which] ?? '' });
const moneyOf = async (which: string) =>
  (
    await old.query('select money_state, money_paid_at, version from dossiers.dossier where id = $1', [
      made[which],
    ])
  ).rows[0];

beforeAll(async () => {
  await admin(`create database ${name}`);
  mkdirSync(join(folder, 'before'));
  for (const file of readdirSync(MIGRATIONS).filter((one) => one < RECEIPTS))
    cpSync(join(MIGRATIONS, file), join(folder, 'before', file));
  await migrate(url.href, join(folder, 'before'));
  old = new pg.Client({ connectionString: url.href });
  await old.connect();
  await worldOfTheLastRelease();
  await migrate(url.href, MIGRATIONS);
  db = openDatabase({ url: url.href, max: 4, limits: TOOL_LIMITS });
});
afterAll(async () => {
  await db.destroy();
  await old.end();
  await admin(`drop database ${name} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

describe('what was paid', () => {
  it('by transfer has a receipt for each transfer that counted, at its time, with its notice', async () => {
    const [receipt, ...others] = await receiptsFor(db, of('byTransfer'));
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({ kind: 'transfer', amount: 8000, at: Temporal.Instant.from(PAID) });
    expect(receipt?.kind === 'transfer' && receipt.noticeId).toMatch(/^[0-9a-f-]{36}$/u);
    expect(await billFor(db, of('byTransfer'))).toMatchObject({
      state: 'paid',
      received: 8000,
      settledAt: Temporal.Instant.from(PAID),
      transfer: { payee: { account: '1' } },
    });
  });

  it('in parts, too much, and twice: what counted is in receipts, the rest is held as before', async () => {
    const amounts = (await receiptsFor(db, of('inParts'))).map((one) => one.amount);
    expect(amounts.sort()).toEqual([3000, 5000]);
    const bill = await billFor(db, of('inParts'));
    expect(bill).toMatchObject({ state: 'paid', received: 8000 });
    expect(bill && (await heldBeyond(db, bill))).toBe(12_000);
  });

  it('at the counter by a tick has a bill and a cash receipt of unknown payer, marked as carried over', async () => {
    expect(await billFor(db, of('ticked'))).toMatchObject({
      state: 'paid',
      amount: 8000,
      lines: LINES,
      transfer: null,
      settledAt: Temporal.Instant.from(DELIVERED),
    });
    expect(await receiptsFor(db, of('ticked'))).toMatchObject([{ kind: 'cash', amount: 8000, slip: null }]);
    const { rows } = await old.query('select carried_over from payments.receipt where kind = $1', ['cash']);
    expect(rows.every((row) => row.carried_over)).toBe(true);
  });

  it('at the counter, the rest of a transfer: the cash is the rest, the bill is no longer cancelled', async () => {
    const receipts = await receiptsFor(db, of('tickedBesideBill'));
    expect(receipts.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['transfer', 3000],
      ['cash', 5000],
    ]);
    const bill = await billFor(db, of('tickedBesideBill'));
    expect(bill).toMatchObject({ state: 'paid', received: 8000 });
    expect(bill && (await heldBeyond(db, bill))).toBe(5000);
  });

  it('nobody knows how: the receipt says so', async () => {
    expect(await receiptsFor(db, of('unexplained'))).toMatchObject([
      { kind: 'transfer', amount: 8000, noticeId: null },
    ]);
  });

  it('before the dossier knew of it: now it does, once', async () => {
    expect(await moneyOf('unaware')).toMatchObject({
      money_state: 'paid',
      money_paid_at: Temporal.Instant.from(PAID),
      version: 2,
    });
    expect(await moneyOf('byTransfer')).toMatchObject({ money_state: 'paid', version: 1 });
  });
});

describe('what was not paid', () => {
  it('stays due, with the part that came', async () => {
    expect(await billFor(db, of('halfPaid'))).toMatchObject({ state: 'partly', received: 3000 });
    expect(await billFor(db, of('open'))).toMatchObject({ state: 'due', received: 0 });
    expect(await receiptsFor(db, of('open'))).toEqual([]);
    for (const which of ['halfPaid', 'open', 'withdrawn'])
      expect(await moneyOf(which)).toMatchObject({ money_state: 'due', version: 1 });
  });

  it('stays cancelled since the journal says so, and its part waits to be given back', async () => {
    expect(await billFor(db, of('withdrawn'))).toMatchObject({ state: 'cancelled', received: 3000 });
    const { rows } = await old.query('select cancelled_at from payments.bill where ref_id = $1', [
      made.withdrawn,
    ]);
    expect(rows[0].cancelled_at).toEqual(Temporal.Instant.from(DELIVERED));
    const suspended = (await listSuspense(db)).map(({ outcome, amount }) => [outcome, amount]);
    expect(suspended.sort()).toEqual([
      ['late', 5000],
      ['over', 4000],
      ['paid-twice', 8000],
      ['short', 3000],
    ]);
  });

  it('and what is free has no bill', async () => {
    expect(await billFor(db, of('free'))).toBeNull();
  });
});

it('and every đồng that counted before counts after', async () => {
  const { rows } = await old.query<{ kind: string; sum: string }>(
    'select kind, sum(amount)::int as sum from payments.receipt group by kind order by kind',
  );
  expect(rows).toEqual([
    { kind: 'cash', sum: 13_000 },
    { kind: 'transfer', sum: 8000 + 8000 + 3000 + 3000 + 3000 + 8000 + 8000 },
  ]);
});
