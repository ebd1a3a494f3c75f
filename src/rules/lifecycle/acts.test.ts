// The lifecycle table read row by row: who may, from where, to where; and that whoever is not named may not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACT_NAMES,
  type ActName,
  actsFor,
  type DossierView,
  doerOn,
  FINAL,
  hasRight,
  mayAct,
  recordOf,
  SEAT_ROLES,
  State,
  type Who,
} from './index.ts';

const AN = 'an';
const view = (over: Partial<DossierView> = {}): DossierView => ({
  state: State.New,
  ownerId: AN,
  submitterId: AN,
  payerId: AN,
  holderId: null,
  proposerId: null,
  supplements: 0,
  moneyState: 'none',
  fee: { total: 0, when: 'free', online: false },
  submitChannel: 'online',
  ...over,
});
const binh: Who = { as: 'official', personId: 'binh', roles: ['intake'] };
const chi: Who = { as: 'official', personId: 'chi', roles: ['examiner'] };
const dung: Who = { as: 'official', personId: 'dung', roles: ['leader'] };
const em: Who = { as: 'official', personId: 'em', roles: [] };
const citizen = (personId: string): Who => ({
  as: 'citizen',
  personId,
  mandates: [],
  on: Temporal.PlainDate.from('2026-11-23'),
});
const an = citizen(AN);

const fee = (when: 'reception' | 'return', online = true) => ({
  fee: { total: 8_000, when, online },
  moneyState: 'due' as const,
});

describe('who may do what, from which state (domain §3.2)', () => {
  const held = { state: State.InProgress, holderId: 'chi' };
  const rows: [string, ActName, Partial<DossierView>, Who, State | string][] = [
    ['1 → 2: the desk accepts', 'accept', {}, binh, State.Accepted],
    ['1 → 5: the desk asks for a supplement', 'askForSupplement', {}, binh, State.SupplementAsked],
    ['1 → 3: the desk refuses', 'refuseIntake', {}, binh, State.Refused],
    ['1 → 7: the applicant withdraws at once', 'withdraw', {}, an, State.Withdrawn],
    ['2 → 4: the specialist takes it', 'take', { state: State.Accepted }, chi, State.InProgress],
    ['4 → 5: the specialist asks, once', 'askForSupplement', held, chi, State.SupplementAsked],
    [
      '4 → 5 again: needs the leader',
      'askForSupplement',
      { ...held, supplements: 1 },
      chi,
      'second-supplement',
    ],
    ['4: the specialist proposes', 'propose', held, chi, State.InProgress],
    ['4: only who holds it proposes', 'propose', { ...held, holderId: 'other' }, chi, 'held-by-another'],
    [
      '4: no second proposal over an open one',
      'propose',
      { ...held, proposerId: 'chi' },
      chi,
      'proposal-waits',
    ],
    ['4 → 9: the leader signs', 'sign', { ...held, proposerId: 'chi' }, dung, State.Finished],
    ['4: nothing to sign without a proposal', 'sign', held, dung, 'no-proposal'],
    [
      '4: the leader sends it back',
      'returnToExaminer',
      { ...held, proposerId: 'chi' },
      dung,
      State.InProgress,
    ],
    ['9 → 10: the desk delivers', 'deliver', { state: State.Finished }, binh, State.Delivered],
    [
      '9 → 10: being late never blocks it',
      'deliver',
      { state: State.Finished, ...fee('return'), moneyState: 'paid' },
      binh,
      State.Delivered,
    ],
    [
      'fee at return unpaid: the result stays',
      'deliver',
      { state: State.Finished, ...fee('return') },
      binh,
      'fee-due-before-result',
    ],
    [
      'fee at reception of what was filed from afar, unpaid: the result stays',
      'deliver',
      { state: State.Finished, ...fee('reception', false) },
      binh,
      'fee-due-before-result',
    ],
    [
      'fee waived: the result goes out',
      'deliver',
      { state: State.Finished, ...fee('return'), moneyState: 'exempt' },
      binh,
      State.Delivered,
    ],
    [
      'fee at return: the desk takes it when there is a result',
      'takeFee',
      { state: State.Finished, ...fee('return') },
      binh,
      State.Finished,
    ],
    [
      'fee at return: not before',
      'takeFee',
      { state: State.InProgress, ...fee('return') },
      binh,
      'fee-asked-later',
    ],
    ['fee at reception: the desk takes it at once', 'takeFee', fee('reception'), binh, State.New],
    [
      'fee paid: nothing is taken twice',
      'takeFee',
      { ...fee('reception'), moneyState: 'paid' },
      binh,
      'fee-settled',
    ],
    ['no fee: nothing is taken', 'takeFee', {}, binh, 'fee-nothing-asked'],
    [
      'fee later: it may be waived now',
      'exemptFee',
      { state: State.Accepted, ...fee('return') },
      binh,
      State.Accepted,
    ],
    ['fee waived: once', 'exemptFee', { ...fee('return'), moneyState: 'exempt' }, binh, 'fee-settled'],
    ['the examiner takes no money', 'takeFee', fee('reception'), chi, 'no-right'],
    ['the leader waives nothing at the counter', 'exemptFee', fee('reception'), dung, 'no-right'],
    ['fee at reception unpaid: not accepted', 'accept', fee('reception'), binh, 'fee-due-at-reception'],
    [
      'fee at reception paid: accepted',
      'accept',
      { ...fee('reception'), moneyState: 'paid' },
      binh,
      State.Accepted,
    ],
    ['fee at return: accepted unpaid', 'accept', fee('return'), binh, State.Accepted],
    ['taken twice: the second is told', 'take', held, chi, 'wrong-state'],
    ['the desk does not sign', 'sign', { ...held, proposerId: 'chi' }, binh, 'no-right'],
    ['the leader does not accept', 'accept', {}, dung, 'no-right'],
    ['a stranger does not withdraw', 'withdraw', {}, citizen('stranger'), 'no-right'],
  ];
  for (const [what, act, over, who, expected] of rows) {
    it(what, () => {
      const answer = mayAct(act, view(over), who);
      expect(answer.ok ? answer.value : answer.refusal.code).toBe(expected);
    });
  }

  it('goes back to where the supplement was asked', () => {
    for (const before of [State.New, State.InProgress] as const)
      expect(mayAct('answerSupplement', view({ state: State.SupplementAsked }), an, before)).toEqual({
        ok: true,
        value: before,
      });
  });

  it('never lets one person propose and sign, whatever roles they hold', () => {
    const both: Who = { as: 'official', personId: 'chi', roles: ['examiner', 'leader'] };
    const answer = mayAct(
      'sign',
      view({ state: State.InProgress, holderId: 'chi', proposerId: 'chi' }),
      both,
    );
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'own-proposal' } });
  });
});

describe('properties', () => {
  const states = Object.values(State);
  const anyView = fc.record({
    state: fc.constantFrom(...states),
    ownerId: fc.constant(AN),
    submitterId: fc.constant(AN),
    payerId: fc.constant(AN),
    holderId: fc.constantFrom(null, 'chi', 'other'),
    proposerId: fc.constantFrom(null, 'chi'),
    supplements: fc.nat(3),
    moneyState: fc.constantFrom('none' as const, 'due' as const, 'paid' as const, 'exempt' as const),
    fee: fc.record({
      total: fc.constantFrom(0, 8_000),
      when: fc.constantFrom('free' as const, 'reception' as const, 'return' as const),
      online: fc.boolean(),
    }),
    submitChannel: fc.constantFrom('online', 'counter', 'post'),
  });
  const anyWho = fc.constantFrom(an, binh, chi, dung, em, {
    as: 'official' as const,
    personId: 'all',
    roles: SEAT_ROLES,
  });

  it('a button is shown unblocked exactly when the act would be let through', () => {
    fc.assert(
      fc.property(anyView, anyWho, (dossier, who) => {
        const offered = actsFor(dossier, who)
          .filter((act) => act.blocked === null)
          .map((act) => act.act);
        const allowed = ACT_NAMES.filter((act) => mayAct(act, dossier, who, State.New).ok);
        expect(offered).toEqual(allowed);
      }),
    );
  });

  it('an act has a right only by the role its record names, whatever the state', () => {
    for (const act of ACT_NAMES) {
      const by = recordOf(act).ways.map((way) => way.by);
      for (const [who, role] of [
        [binh, 'intake'],
        [chi, 'examiner'],
        [dung, 'leader'],
        [an, 'applicant'],
      ] as const)
        expect([act, role, hasRight(act, view(), who)]).toEqual([act, role, by.includes(role)]);
      expect([act, hasRight(act, view(), em)]).toEqual([act, false]);
    }
  });

  it('an official who owns the dossier acts on it as an official only', () => {
    const owner = { ownerId: 'binh', submitterId: 'binh', payerId: 'binh' };
    expect(mayAct('withdraw', view(owner), binh)).toMatchObject({ ok: false, refusal: { code: 'no-right' } });
    expect(mayAct('withdraw', view(owner), citizen('binh'))).toEqual({ ok: true, value: State.Withdrawn });
  });

  it('Em can do nothing, nobody can do anything in a final state', () => {
    fc.assert(
      fc.property(anyView, anyWho, (dossier, who) => {
        expect(actsFor(dossier, em)).toEqual([]);
        if (FINAL.includes(dossier.state)) expect(actsFor(dossier, who)).toEqual([]);
      }),
    );
  });
});

describe('the line an act leaves on the control sheet', () => {
  const names = { actor: 'Bình', owner: 'An', desk: 'Bộ phận một cửa', leader: 'Lãnh đạo', proposer: 'Chi' };
  it.each(ACT_NAMES)('%s names who did it, whichever way things went', (act) => {
    const [from, to] = recordOf(act).hop;
    const done = doerOn({ act, from: names[from], to: names[to] });
    expect(done).toBe(from === 'actor' || to === 'actor' ? 'Bình' : 'An');
  });
});
