// The acts of the desk on a real database: who may, who may not, both at once, and the trace they leave.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { owe, type Works, worksOf } from '../../../tests/support/desk-works.ts';
import { type DossierHouse, dossierHouse, type PersonName } from '../../../tests/support/dossier-fixture.ts';
import { verifyJournal } from '../../platform/journal.ts';
import { dateOf, refusalSayer } from '../../rules/kernel/index.ts';
import {
  ACT_NAMES,
  type ActName,
  type DossierView,
  lifecycleSentences,
  recordOf,
  State,
} from '../../rules/lifecycle/index.ts';
import { accept, openAtDesk } from './index.ts';

const NOTHING_PROPOSED: DossierView = {
  state: State.InProgress,
  ownerId: 'an',
  submitterId: 'an',
  payerId: 'an',
  holderId: 'chi',
  proposerId: null,
  supplements: 0,
  moneyState: 'none',
  submitChannel: 'online',
  fee: { total: 0, when: 'free', online: false },
};

let house: DossierHouse;
let run: Works['run'];
let dossierAfter: Works['dossierAfter'];
const MORNING = '2026-11-23T09:00';
beforeAll(async () => {
  house = await dossierHouse(MORNING, { clockTime: true });
  ({ run, dossierAfter } = worksOf(house));
});
afterAll(async () => house.close());
beforeEach(() => house.clock.set(MORNING));

describe('who may, and Em', () => {
  // How a dossier comes to where an act begins.
  const TO: Partial<Record<State, ActName[]>> = {
    [State.New]: [],
    [State.Accepted]: ['accept'],
    [State.InProgress]: ['accept', 'take'],
    [State.SupplementAsked]: ['askForSupplement'],
    [State.Finished]: ['accept', 'take', 'propose', 'sign'],
  };
  function before(act: ActName): ActName[] {
    const { from, guard } = recordOf(act).ways[0]!;
    const path = TO[from[0]!];
    if (!path) throw new Error(`how does a dossier come to state ${from[0]}? Say it in TO`);
    return guard?.(NOTHING_PROPOSED, 'chi')?.code === 'no-proposal' ? [...path, 'propose'] : path;
  }
  const HOLDERS = { applicant: 'an', intake: 'binh', examiner: 'chi', leader: 'dung' } as const;

  test.each(ACT_NAMES)('%s: by whom its record names, by nobody else', async (act) => {
    const id = await dossierAfter(...before(act));
    if (act === 'takeFee' || act === 'exemptFee') await owe(house, id);
    const stood = await house.row(id);
    const way = recordOf(act).ways.find(({ from }) => from.some((state) => state === stood.state))!;
    for (const stranger of Object.values({ ...HOLDERS, none: 'em' as const })) {
      if (stranger === HOLDERS[way.by]) continue;
      const refused = await run(act, id, stranger);
      expect(refused.ok, stranger).toBe(false);
      // Em has no seat there: the dossier does not exist for her, whatever she tries.
      if (stranger === 'em' && !refused.ok)
        expect(refused.refusal).toMatchObject({ code: 'not-found', status: 404 });
    }
    expect(await house.row(id)).toEqual(stood);
    const done = await run(act, id, HOLDERS[way.by]);
    // An answer wants what was asked for first; it is done whole in its own tests.
    if (act === 'answerSupplement') {
      expect(done).toMatchObject({ ok: false, refusal: { code: 'unanswered' } });
      return;
    }
    expect(done.ok).toBe(true);
    expect((await house.row(id)).state).toBe(way.to === 'kept' ? stood.state : way.to);
    expect((await house.facts(id)).at(-1)).toBe(recordOf(act).fact);
  });

  test('whoever proposed does not sign, even with a leader’s seat', async () => {
    const id = await dossierAfter('accept', 'take', 'propose');
    await house.db
      .insertInto('agencies.assignment')
      .values({
        person_id: house.people.chi.personId,
        agency_id: house.agencyId,
        role: 'leader',
        title: 'Phó Chủ tịch',
        valid_from: '2026-01-01',
      })
      .execute();
    const refused = await run('sign', id, 'chi');
    await house.db
      .deleteFrom('agencies.assignment')
      .where('person_id', '=', house.people.chi.personId)
      .where('role', '=', 'leader')
      .execute();
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'own-proposal' },
    });
  });

  test('a seat that ended yesterday is no seat', async () => {
    const id = await dossierAfter();
    const seat = house.db
      .updateTable('agencies.assignment')
      .where('person_id', '=', house.people.binh.personId)
      .where('role', '=', 'intake');
    await seat.set({ valid_to: '2026-11-23' }).execute();
    const refused = await run('accept', id);
    await seat.set({ valid_to: null }).execute();
    expect(refused).toMatchObject({ ok: false, refusal: { status: 404 } });
  });

  test('an official who filed it does not withdraw it from the desk, and is no applicant there', async () => {
    const id = await house.file({ by: 'binh' });
    expect(await run('withdraw', id, 'binh')).toMatchObject({ ok: false, refusal: { code: 'no-right' } });
  });
});

describe('two officials at once', () => {
  const rows: [ActName, ActName[]][] = [
    ['accept', []],
    ['take', ['accept']],
    ['sign', ['accept', 'take', 'propose']],
    ['deliver', ['accept', 'take', 'propose', 'sign']],
  ];
  test.each(rows)('%s: one succeeds, the other is told in words', async (name, before) => {
    const id = await dossierAfter(...before);
    const version = (await house.row(id)).version;
    const both = await Promise.all([run(name, id), run(name, id)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const refused = both.find((one) => !one.ok);
    expect(refused).toMatchObject({ ok: false, refusal: { status: 409 } });
    if (refused && !refused.ok)
      expect(refusalSayer([lifecycleSentences])('vi', refused.refusal)).toMatch(/trạng thái|đề xuất/u);
    expect((await house.row(id)).version).toBe(version + 1);
  });

  test('one who looked at an older version is told that it has changed', async () => {
    const id = await dossierAfter();
    const late = await house.as('binh', (ctx) => accept(ctx, { dossierId: id, version: 0 }, house.books));
    expect(late).toMatchObject({ ok: false, refusal: { code: 'changed', status: 409 } });
  });

  test('twenty accepted at once get twenty numbers of the day without a gap', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => house.file()));
    house.clock.set('2026-11-25T08:00');
    const results = await Promise.all(ids.map((id) => run('accept', id)));
    expect(results.every((one) => one.ok)).toBe(true);
    const numbers = await Promise.all(ids.map(async (id) => (await house.row(id)).number));
    const code = house.books.agency(house.agencyId, dateOf(house.clock.now())).code;
    const expected = Array.from(
      { length: 20 },
      (_, at) => `${code}-261125-${String(at + 1).padStart(5, '0')}`,
    );
    expect(numbers.sort()).toEqual(expected);
  });
});

describe('the trace', () => {
  test('every opening by an official is a fact; a stranger opens nothing and leaves none', async () => {
    const id = await dossierAfter('accept');
    const open = (who: PersonName) =>
      openAtDesk(house.db, {
        dossierId: id,
        actor: house.people[who],
        now: house.clock.now(),
        what: { page: 'ho-so' },
      });
    const opened = await open('binh');
    expect(opened.ok && opened.value.dossier.number).toMatch(/-261123-\d{5}$/u);
    for (const who of ['em', 'an'] as const)
      expect(await open(who)).toMatchObject({ ok: false, refusal: { status: 404 } });
    expect(await house.facts(id)).toEqual(['dossier.submitted', 'dossier.accepted', 'dossier.read']);
  });

  test('the buttons are the table’s: what Chi may do with a dossier she holds', async () => {
    const id = await dossierAfter('accept', 'take');
    const opened = await openAtDesk(house.db, {
      dossierId: id,
      actor: house.people.chi,
      now: house.clock.now(),
      what: {},
    });
    const hers = ACT_NAMES.filter((act) =>
      recordOf(act).ways.some(
        ({ by, from }) => by === 'examiner' && from.some((one) => one === State.InProgress),
      ),
    );
    expect(hers).toContain('propose');
    expect(opened.ok && opened.value.acts.map(({ act }) => act)).toEqual(hers);
    expect(opened.ok && opened.value.acts.filter(({ blocked }) => blocked !== null)).toEqual([]);
  });

  test('the whole line leaves an unbroken chain, and a control sheet line for each hand', async () => {
    const id = await dossierAfter(
      'accept',
      'take',
      'propose',
      'returnToExaminer',
      'propose',
      'sign',
      'deliver',
    );
    expect(await house.facts(id)).toEqual([
      'dossier.submitted',
      'dossier.accepted',
      'dossier.taken',
      'dossier.proposed',
      'dossier.returned-to-examiner',
      'dossier.proposed',
      'dossier.finished',
      'dossier.delivered',
    ]);
    const hops = await house.db
      .selectFrom('dossiers.hop')
      .select(['seq', 'act', 'from_name', 'to_name'])
      .where('dossier_id', '=', id)
      .orderBy('seq')
      .execute();
    expect(hops.map((hop) => hop.act)).toEqual([
      'accept',
      'take',
      'propose',
      'returnToExaminer',
      'propose',
      'sign',
      'deliver',
    ]);
    expect(hops[3]).toMatchObject({ from_name: 'Phạm Văn Dũng', to_name: 'Lê Thị Chi' });
    expect((await verifyJournal(house.db)).firstBreak).toBeNull();
  });
});
