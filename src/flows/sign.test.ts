// The leader signs while others work: who waits for whom, what a second press and a second leader are told, what a number becomes.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { worksOf } from '../../tests/support/desk-works.ts';
import { held, never, type TestSignings, testSignings } from '../../tests/support/signing.ts';
import { resultsOf } from '../modules/results/index.ts';
import { verifyJournal } from '../platform/journal.ts';

const MORNING = '2026-11-23T09:00';
let line: TestSignings;
beforeAll(async () => {
  line = await testSignings(MORNING);
  await line.seat('binh');
});
afterAll(async () => line.house.close());
beforeEach(() => line.house.clock.set(MORNING));

/** The dossier's numbers, in the order of the book. */
const numbersOf = async (id: string) => (await line.book()).filter((one) => one.dossierId === id);
/** What a refusal says: its code and the number it speaks of. */
const code = (result: Awaited<ReturnType<TestSignings['press']>>) =>
  result.ok ? result.value.number : result.refusal.code;

test('a result is numbered, signed, kept and checked; its dossier is released; the book keeps no copy of what it says', async () => {
  const id = await line.proposed();
  const signed = await line.press(id);
  const [given] = await numbersOf(id);
  expect(signed).toMatchObject({ ok: true, value: { id: given?.id, number: given?.number } });
  expect(given).toMatchObject({ state: 'used', voidWhy: null, takenAt: null });
  expect(await line.factsOf(given!.id)).toEqual(['result.number-reserved', 'result.issued']);
  expect(await line.house.row(id)).toMatchObject({ state: 9, delivery_state: 'ready', holder_id: null });
  expect((await line.house.facts(id)).at(-1)).toBe('dossier.finished');
  const [issued] = await resultsOf(line.house.db, id);
  expect(issued).toMatchObject({ number: given?.number, sha256: given?.sha256 });
  const { rows } = await sql`select 1 from results.given_number where paper is not null`.execute(
    line.house.db,
  );
  expect(rows).toEqual([]);
});

test('while one signature takes its time, sixteen others accept and sign, and nothing is locked', async () => {
  const { house, signer } = line;
  const works = worksOf(house);
  const slow = await line.proposed();
  const toAccept = await Promise.all(Array.from({ length: 8 }, () => house.file()));
  const toSign = await Promise.all(Array.from({ length: 8 }, () => line.proposed()));
  const before = (await line.book()).length;
  const hold = held();
  signer.next(hold.answer);
  let over = false;
  const first = line.press(slow).finally(() => {
    over = true;
  });
  await hold.reached;
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`.execute(
    house.db,
  );
  expect(rows).toEqual([{ n: 0 }]);

  const others = await Promise.all([
    ...toAccept.map((id) => works.run('accept', id)),
    ...toSign.map((id) => line.press(id)),
  ]);
  expect(others.map((one) => one.ok)).toEqual(Array(16).fill(true));
  expect(over).toBe(false);
  await hold.release();
  expect((await first).ok).toBe(true);
  // It took its number first, and there is no gap and no number twice.
  const added = (await line.book()).slice(before);
  expect(added.map(({ serial }) => serial)).toEqual(Array.from({ length: 9 }, (_, at) => before + at + 1));
  expect(added[0]).toMatchObject({ dossierId: slow, state: 'used' });
  expect((await verifyJournal(house.db)).firstBreak).toBeNull();
});

describe('pressed twice', () => {
  test('by the same leader, in two windows: one signature, one number, and both are led to it', async () => {
    const id = await line.proposed();
    const hold = held();
    line.signer.next(hold.answer);
    const asked = line.signer.asked.length;
    const { version } = await line.house.row(id);
    const both = [line.press(id, 'dung', version), line.press(id, 'dung', version)];
    await hold.reached;
    await hold.release();
    const [one, other] = await Promise.all(both);
    expect(one).toMatchObject({ ok: true });
    expect(other).toMatchObject({ ok: true, value: { number: code(one!) } });
    expect(await numbersOf(id)).toHaveLength(1);
    expect(line.signer.asked.length - asked).toBe(1);
  });

  test('while it takes long: told who signs since when, and nothing is signed again', async () => {
    const id = await line.proposed();
    const hold = held();
    line.signer.next(hold.answer);
    const first = line.press(id);
    await hold.reached;
    const who = line.house.people.dung.name;
    const told = { code: 'signing-under-way', params: { who, since: line.house.clock.now() } };
    expect(await line.press(id)).toMatchObject({ ok: false, refusal: told });
    // Another leader is told at once.
    expect(await line.press(id, 'binh')).toMatchObject({ ok: false, refusal: told });
    await hold.release();
    expect((await first).ok).toBe(true);
    expect(await numbersOf(id)).toHaveLength(1);
  });

  test('after the answer was lost: the same outcome, and nothing more is written', async () => {
    const id = await line.proposed();
    const { version } = await line.house.row(id);
    const first = await line.press(id, 'dung', version);
    const facts = await line.house.facts(id);
    expect(code(await line.press(id, 'dung', version))).toBe(code(first));
    // Another leader with the same page is not the one who signed.
    expect(code(await line.press(id, 'binh', version))).toBe('wrong-state');
    expect(await numbersOf(id)).toHaveLength(1);
    expect(await line.house.facts(id)).toEqual(facts);
  });

  test('by two leaders at the same moment: one signs, the other is told', async () => {
    const id = await line.proposed();
    const { version } = await line.house.row(id);
    const both = await Promise.all([line.press(id, 'dung', version), line.press(id, 'binh', version)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await numbersOf(id)).toHaveLength(1);
  });
});

describe('the dossier moves while it is being signed', () => {
  /** Presses, does something in the middle, lets the signature come. */
  async function meanwhile(id: string, work: () => Promise<unknown>) {
    const hold = held();
    line.signer.next(hold.answer);
    const pressed = line.press(id);
    await hold.reached;
    await work();
    await hold.release();
    return pressed;
  }

  test.each([
    ['given back', (id: string) => line.giveBack(id)],
    [
      'given back and proposed anew',
      async (id: string) => {
        await line.giveBack(id);
        await line.proposeAgain(id);
      },
    ],
    [
      'out of the leader’s hands: his seat was taken away',
      () =>
        line.house.db
          .updateTable('agencies.assignment')
          .set({ valid_to: '2026-11-23' })
          .where('person_id', '=', line.house.people.dung.personId)
          .execute(),
    ],
  ])('%s: nothing is issued, and the number is void with its reason', async (_, work) => {
    const id = await line.proposed();
    const pressed = await meanwhile(id, () => work(id));
    expect(pressed).toMatchObject({ ok: false, refusal: { code: 'signing-overtaken' } });
    const [given] = await numbersOf(id);
    expect(given).toMatchObject({ state: 'void', voidWhy: 'moved' });
    expect(await line.factsOf(given!.id)).toEqual(['result.number-reserved', 'result.number-voided']);
    expect(await resultsOf(line.house.db, id)).toEqual([]);
    expect(await line.house.row(id)).toMatchObject({ state: 4, finished_at: null });
    await line.house.db
      .updateTable('agencies.assignment')
      .set({ valid_to: null })
      .where('person_id', '=', line.house.people.dung.personId)
      .execute();
  });

  test('and is signed all the same when what was proposed still stands', async () => {
    const id = await line.proposed();
    const pressed = await meanwhile(id, () =>
      sql`update dossiers.dossier set version = version + 1 where id = ${id}`.execute(line.house.db),
    );
    expect(pressed.ok).toBe(true);
  });
});

describe('the signature does not come', () => {
  test('refused by the signer: the number is void, the dossier waits as before and takes the next number', async () => {
    const id = await line.proposed();
    line.signer.next(() => ({ kind: 'refused', reason: 'declined on the phone' }));
    expect(code(await line.press(id))).toBe('signature-refused');
    expect(await line.house.row(id)).toMatchObject({ state: 4 });
    expect((await line.press(id)).ok).toBe(true);
    const [first, second] = await numbersOf(id);
    expect(first).toMatchObject({ state: 'void', voidWhy: 'refused' });
    expect(second).toMatchObject({ state: 'used', serial: first!.serial + 1 });
  });

  test('later perhaps: the number is kept, and the leader who presses again uses it', async () => {
    const id = await line.proposed();
    line.signer.next(() => ({ kind: 'tryAgain', reason: 'busy' }));
    expect(code(await line.press(id))).toBe('signature-later');
    const [kept] = await numbersOf(id);
    expect(kept).toMatchObject({ state: 'reserved', takenAt: null });
    expect(code(await line.press(id))).toBe(kept?.number);
    expect(await numbersOf(id)).toHaveLength(1);
    const [one, other] = line.signer.asked.slice(-2);
    expect([one?.key, other?.key]).toEqual([kept?.id, kept?.id]);
    expect(one?.bytes.equals(other!.bytes)).toBe(true);
  });

  test('another leader need not wait for it: the kept number is void and the next one is his', async () => {
    const id = await line.proposed();
    line.signer.next(() => ({ kind: 'tryAgain', reason: 'busy' }));
    await line.press(id);
    expect((await line.press(id, 'binh')).ok).toBe(true);
    expect((await numbersOf(id)).map(({ state, voidWhy }) => [state, voidWhy])).toEqual([
      ['void', 'replaced'],
      ['used', null],
    ]);
  });

  test('no answer in time: nobody knows, so the number is kept and nothing is issued', async () => {
    const hasty = { ...line.signing, patienceMs: 20 };
    const id = await line.proposed();
    line.signer.next(never);
    expect(code(await line.press(id, 'dung', undefined, hasty))).toBe('signature-unknown');
    const [kept] = await numbersOf(id);
    expect(kept).toMatchObject({ state: 'reserved', takenAt: null });
    expect(await line.house.row(id)).toMatchObject({ state: 4 });
  });
});

describe('who may not', () => {
  test('Em, Chi who proposed, An: no number is taken', async () => {
    const id = await line.proposed();
    const before = (await line.book()).length;
    expect(code(await line.press(id, 'em'))).toBe('not-found');
    expect(code(await line.press(id, 'chi'))).toBe('no-right');
    expect(code(await line.press(id, 'an'))).toBe('no-right');
    expect((await line.book()).length).toBe(before);
  });

  test('a paper that lacks something or cannot be printed takes no number', async () => {
    const before = (await line.book()).length;
    for (const [outcome, told] of [
      ['', 'result-incomplete'],
      ['Đồng ý 😀', 'result-unprintable'],
    ] as const) {
      const id = await line.proposed();
      await sql`update dossiers.proposal set result = jsonb_set(result, '{values,outcome}', to_jsonb(${outcome}::text)) where dossier_id = ${id}`.execute(
        line.house.db,
      );
      expect(code(await line.press(id))).toBe(told);
    }
    expect((await line.book()).length).toBe(before);
  });
});
