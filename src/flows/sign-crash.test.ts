// What dies, waits or fails between the two transactions of a signing is finished, or void with a fact, by the sweep.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { namesIn } from '../../tests/support/kept-files.ts';
import { held, type TestSignings, testSignings } from '../../tests/support/signing.ts';
import { resultsOf } from '../modules/results/index.ts';
import { verifyJournal } from '../platform/journal.ts';
import { dateOf } from '../rules/kernel/index.ts';
import { finishSignings } from './sign.ts';

const MORNING = '2026-11-23T09:00';
let line: TestSignings;
beforeAll(async () => {
  line = await testSignings(MORNING);
  await line.seat('binh');
});
afterAll(async () => line.house.close());
beforeEach(() => line.house.clock.set(MORNING));

const numbersOf = async (id: string) => (await line.book()).filter((one) => one.dossierId === id);
const code = (result: Awaited<ReturnType<TestSignings['press']>>) =>
  result.ok ? result.value.number : result.refusal.code;

/**
 * Another process signs and is killed: while the signer thinks, or with the file kept and nothing attached yet.
 * Its clock stands still and tells when it is asked, which is how it is stopped at the right moment.
 */
async function killedAt(point: 'signer' | 'kept', dossierId: string): Promise<void> {
  const { house } = line;
  const at = (file: string) => JSON.stringify(join(import.meta.dirname, file));
  const script = `
    import { sign } from ${at('sign.ts')};
    import { openFileStore } from ${at('../main/file-store.ts')};
    import { openDatabase } from ${at('../platform/db.ts')};
    const stop = () => { process.stdout.write('reached'); return new Promise(() => setInterval(() => {}, 1000)); };
    const now = Temporal.Instant.from(${JSON.stringify(house.clock.now().toString())});
    let asked = 0;
    const clock = { now: () => {
      asked += 1;
      if (${point === 'kept'} && asked === 2) { process.stdout.write('reached'); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0); }
      return now;
    } };
    const signer = { sign: async ({ bytes }) => ${point === 'signer'} ? stop() : { kind: 'signed', bytes } };
    const agency = JSON.parse(${JSON.stringify(JSON.stringify(house.books.agency(house.agencyId, dateOf(house.clock.now()))))});
    await sign({
      db: openDatabase({ url: ${JSON.stringify(house.url)}, max: 2 }), clock, signer,
      files: await openFileStore({ varFolder: ${JSON.stringify(house.varFolder)}, files: { store: 'disk' } }),
      books: { agency: () => agency },
      resultTemplates: JSON.parse(${JSON.stringify(JSON.stringify(house.resultTemplates))}),
      urls: { portal: 'http://portal.test' },
    }, { actor: ${JSON.stringify(house.people.dung)}, now, dossierId: ${JSON.stringify(dossierId)},
      version: ${(await house.row(dossierId)).version} });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

// Another process reads the whole program first.
describe('the process is killed', { timeout: 120_000 }, () => {
  test.each(['signer', 'kept'] as const)('at “%s”: the sweep finishes it under its number', async (point) => {
    const id = await line.proposed();
    await killedAt(point, id);
    const [left] = await numbersOf(id);
    expect(left).toMatchObject({ state: 'reserved' });
    expect(await line.house.row(id)).toMatchObject({ state: 4 });
    // While it may still be alive nobody touches it.
    expect(await line.sweep()).toBe(0);
    line.house.clock.set('2026-11-23T09:01:01');
    // Two sweeps at once: one of them has it.
    const taken = await Promise.all([line.sweep(), line.sweep()]);
    expect(taken.toSorted()).toEqual([0, 1]);
    const [given] = await numbersOf(id);
    expect(given).toMatchObject({ state: 'used', number: left?.number });
    if (point === 'kept') expect(given?.sha256).toBe(left?.sha256);
    const [issued] = await resultsOf(line.house.db, id);
    expect(issued).toMatchObject({ sha256: given?.sha256, signedAt: left?.reservedAt });
    expect(await line.house.row(id)).toMatchObject({ state: 9 });
    expect(await line.factsOf(given!.id)).toEqual(['result.number-reserved', 'result.issued']);
    expect((await verifyJournal(line.house.db)).firstBreak).toBeNull();
  });

  test('and the leader presses again before the sweep comes: he gets what he began', async () => {
    const id = await line.proposed();
    await killedAt('signer', id);
    const [left] = await numbersOf(id);
    line.house.clock.set('2026-11-23T09:01:01');
    expect(code(await line.press(id))).toBe(left?.number);
    expect(await numbersOf(id)).toHaveLength(1);
    expect(await line.sweep()).toBe(0);
  });

  test('and the dossier is given back before the sweep comes: the number is void', async () => {
    const id = await line.proposed();
    await killedAt('kept', id);
    const [left] = await numbersOf(id);
    await line.giveBack(id);
    line.house.clock.set('2026-11-23T09:01:01');
    expect(await line.sweep()).toBe(1);
    const [given] = await numbersOf(id);
    expect(given).toMatchObject({ state: 'void', voidWhy: 'moved' });
    expect(await line.factsOf(given!.id)).toEqual(['result.number-reserved', 'result.number-voided']);
    expect(await resultsOf(line.house.db, id)).toEqual([]);
    // The signed paper that was never issued is not kept.
    expect(left?.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(await namesIn(line.house.files)).not.toContain(left?.sha256);
    expect(given?.sha256).toBeNull();
  });
});

describe('the signature is not there yet', () => {
  test('the sweep asks again under the same key for the same bytes; the leader who presses the old page is led to it', async () => {
    const id = await line.proposed();
    const { version } = await line.house.row(id);
    line.signer.next(() => ({ kind: 'unknown', reason: 'the line broke' }));
    expect(code(await line.press(id))).toBe('signature-unknown');
    expect(await line.sweep()).toBe(0);
    line.house.clock.set('2026-11-23T09:00:31');
    expect(await line.sweep()).toBe(1);
    const [given] = await numbersOf(id);
    const [one, other] = line.signer.asked.slice(-2);
    expect([one?.key, other?.key]).toEqual([given?.id, given?.id]);
    expect(one?.bytes.equals(other!.bytes)).toBe(true);
    expect(code(await line.press(id, 'dung', version))).toBe(given?.number);
    // Done by the leader, whoever carried it through.
    const { rows } = await sql<{ who: string }>`
      select body::jsonb->'actor'->>'personId' as who from journal.fact
      where stream = ${`dossier:${id}`} and name = 'dossier.finished'`.execute(line.house.db);
    expect(rows).toEqual([{ who: line.house.people.dung.personId }]);
  });

  test('nor ever: tried longer and longer apart, then void, and the dossier waits for another signing', async () => {
    const id = await line.proposed();
    const busy = () => ({ kind: 'tryAgain', reason: 'down' }) as const;
    line.signer.next(busy);
    await line.press(id);
    const tried: number[] = [];
    for (let minute = 1; minute <= 45; minute += 1) {
      line.house.clock.set(`2026-11-23T09:${String(minute).padStart(2, '0')}`);
      line.signer.next(busy);
      if ((await line.sweep()) > 0) tried.push(minute);
      else line.signer.forget();
    }
    expect(tried).toEqual([1, 2, 3, 5, 9, 17, 27, 37]);
    expect(await numbersOf(id)).toMatchObject([{ state: 'void', voidWhy: 'failed', tries: 8 }]);
    line.signer.forget();
    expect((await line.press(id)).ok).toBe(true);
  });

  test('before midnight: its day is over, so it is void, and the leader is told to sign for the new day', async () => {
    line.house.clock.set('2026-11-23T23:59:50');
    const id = await line.proposed();
    const hold = held();
    line.signer.next(hold.answer);
    const pressed = line.press(id);
    await hold.reached;
    line.house.clock.set('2026-11-24T00:00:05');
    await hold.release();
    expect(code(await pressed)).toBe('signing-late');
    expect(await numbersOf(id)).toMatchObject([{ state: 'void', voidWhy: 'late' }]);

    line.house.clock.set('2026-11-23T23:59:50');
    const other = await line.proposed();
    line.signer.next(() => ({ kind: 'unknown', reason: 'the line broke' }));
    await line.press(other);
    line.house.clock.set('2026-11-24T08:00');
    expect((await line.press(other)).ok).toBe(true);
    expect(await numbersOf(other)).toMatchObject([{ voidWhy: 'late' }, { state: 'used' }]);
  });
});

test('what fails in the middle is thrown, kept reserved, and finished once it can be', async () => {
  const id = await line.proposed();
  const put = () => Promise.reject(new Error('no room'));
  const broken = { ...line.signing, files: { ...line.house.files, put } };
  await expect(line.press(id, 'dung', undefined, broken)).rejects.toThrow('no room');
  expect(await numbersOf(id)).toMatchObject([{ state: 'reserved', takenAt: null }]);
  line.house.clock.set('2026-11-23T09:00:31');
  await expect(finishSignings(broken)).rejects.toThrow(AggregateError);
  line.house.clock.set('2026-11-23T09:05');
  expect(await line.sweep()).toBe(1);
  expect(await numbersOf(id)).toMatchObject([{ state: 'used', tries: 2 }]);
});

test('the book has every number from 1, each used or void with a reason, and nothing is kept of what was void', async () => {
  const book = await line.book();
  expect(book.map(({ serial }) => serial)).toEqual(book.map((_, at) => at + 1));
  expect(book.filter(({ state, voidWhy }) => state !== 'used' && voidWhy === null)).toEqual([]);
  const { rows } = await sql`
    select number from results.given_number where paper is not null or (state = 'void' and sha256 is not null)`.execute(
    line.house.db,
  );
  expect(rows).toEqual([]);
});
