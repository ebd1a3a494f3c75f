// When a fee is asked and where, row by row (domain.md §3.2 guards 1 → 2 and 9 → 10, §9.1 HinhThucThu; levels 3 and 4 of NĐ 43/2011).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { State } from '../states/index.ts';
import { type FeeSituation, feeAsked, holdsAcceptance, holdsDelivery, payableAt } from './fee-asked.ts';

const RECEPTION_4 = { total: 8_000, when: 'reception', online: true } as const;
const RECEPTION_3 = { ...RECEPTION_4, online: false } as const;
const RETURN_4 = { ...RECEPTION_4, when: 'return' } as const;
const RETURN_3 = { ...RETURN_4, online: false } as const;
const FREE = { total: 0, when: 'free', online: false } as const;
const OPEN_AMOUNT = { total: 0, when: 'reception', online: false, undecided: 'HĐND tỉnh quy định.' } as const;
const PART_OPEN = { ...RECEPTION_4, undecided: 'Một khoản do HĐND tỉnh quy định.' } as const;

const at = (
  fee: FeeSituation['fee'],
  state: State,
  submitChannel = 'online',
  moneyState: FeeSituation['moneyState'] = 'due',
): FeeSituation => ({ fee, state, submitChannel, moneyState });

/** What the answer says in one line: `now portal+counter before reception: at-reception`. */
function told(situation: FeeSituation): string {
  const fee = feeAsked(situation);
  if (fee.asked === 'no') return `no: ${fee.why}`;
  return `${fee.asked} ${fee.where.join('+')} before ${fee.before}: ${fee.why}`;
}

const NOW_RECEPTION = 'now portal+counter before reception: at-reception';
const FROM_AFAR = 'now counter before result: filed-from-afar';

test.each([
  // At reception, level 4: paid on the network before the desk accepts (1 → 6 → 2).
  ['level 4, at reception, sent online', at(RECEPTION_4, State.New), NOW_RECEPTION],
  ['the same while a supplement is asked', at(RECEPTION_4, State.SupplementAsked), NOW_RECEPTION],
  ['the same sent by post: the portal still takes it', at(RECEPTION_4, State.New, 'post'), NOW_RECEPTION],
  ['the same brought to the counter', at(RECEPTION_4, State.New, 'counter'), NOW_RECEPTION],
  [
    'the same, accepted all the same: due before the result',
    at(RECEPTION_4, State.Accepted),
    'now portal+counter before result: reception-passed',
  ],
  [
    'the same when the result is there',
    at(RECEPTION_4, State.Finished),
    'now portal+counter before result: reception-passed',
  ],
  // At reception, level 3: paid in person; whoever files from afar comes for the result only.
  [
    'level 3, at reception, sent online: holds nothing back but the result',
    at(RECEPTION_3, State.New),
    FROM_AFAR,
  ],
  ['the same sent by post', at(RECEPTION_3, State.New, 'post'), FROM_AFAR],
  ['the same while it is worked on', at(RECEPTION_3, State.InProgress), FROM_AFAR],
  ['the same when the result is there', at(RECEPTION_3, State.Finished), FROM_AFAR],
  [
    'level 3, at reception, brought to the counter: taken there before it is accepted',
    at(RECEPTION_3, State.New, 'counter'),
    'now counter before reception: at-reception',
  ],
  [
    'the same, accepted all the same',
    at(RECEPTION_3, State.InProgress, 'counter'),
    'now counter before result: reception-passed',
  ],
  // At return: nobody is asked before there is a result, whatever the level.
  ['level 4, at return, just sent', at(RETURN_4, State.New), 'later portal+counter before result: at-return'],
  ['the same, accepted', at(RETURN_4, State.Accepted), 'later portal+counter before result: at-return'],
  ['the same, worked on', at(RETURN_4, State.InProgress), 'later portal+counter before result: at-return'],
  [
    'the same, a supplement asked',
    at(RETURN_4, State.SupplementAsked),
    'later portal+counter before result: at-return',
  ],
  [
    'the same, the result is there',
    at(RETURN_4, State.Finished),
    'now portal+counter before result: at-return',
  ],
  ['level 3, at return, just sent', at(RETURN_3, State.New), 'later counter before result: at-return'],
  [
    'the same brought to the counter',
    at(RETURN_3, State.New, 'counter'),
    'later counter before result: at-return',
  ],
  ['the same, the result is there', at(RETURN_3, State.Finished), 'now counter before result: at-return'],
  // Nothing to ask.
  ['a free procedure', at(FREE, State.New, 'online', 'none'), 'no: free'],
  ['an amount nobody has decided', at(OPEN_AMOUNT, State.New, 'online', 'none'), 'no: undecided'],
  ['what is decided of a fee is asked', at(PART_OPEN, State.New), NOW_RECEPTION],
  ['paid', at(RECEPTION_4, State.New, 'online', 'paid'), 'no: paid'],
  ['paid and the result is there', at(RETURN_3, State.Finished, 'online', 'paid'), 'no: paid'],
  ['exempt', at(RECEPTION_3, State.New, 'counter', 'exempt'), 'no: exempt'],
  ['refused before it was paid', at(RECEPTION_4, State.Refused), 'no: ended'],
  ['withdrawn before it was paid', at(RECEPTION_4, State.Withdrawn), 'no: ended'],
  ['delivered', at(RETURN_3, State.Delivered), 'no: ended'],
] as const)('%s', (_what, situation, expected) => {
  expect(told(situation)).toBe(expected);
});

describe('what waits for the fee', () => {
  test.each([
    ['level 4 at reception: the acceptance', at(RECEPTION_4, State.New), true],
    ['level 3 at reception, at the counter: the acceptance', at(RECEPTION_3, State.New, 'counter'), true],
    ['level 3 at reception, from afar: not the acceptance', at(RECEPTION_3, State.New), false],
    ['at return: not the acceptance', at(RETURN_4, State.New), false],
    ['paid: nothing', at(RECEPTION_4, State.New, 'online', 'paid'), false],
    ['exempt: nothing', at(RECEPTION_4, State.New, 'online', 'exempt'), false],
    ['free: nothing', at(FREE, State.New, 'online', 'none'), false],
  ] as const)('%s', (_what, situation, holds) => {
    expect(holdsAcceptance(situation)).toBe(holds);
  });

  test.each([
    ['at return, unpaid: the result', at(RETURN_3, State.Finished), true],
    ['at reception from afar, unpaid: the result', at(RECEPTION_3, State.Finished), true],
    ['at reception, somehow unpaid: the result', at(RECEPTION_4, State.Finished), true],
    ['paid: not the result', at(RETURN_3, State.Finished, 'online', 'paid'), false],
    ['exempt: not the result', at(RETURN_3, State.Finished, 'online', 'exempt'), false],
    ['free: not the result', at(FREE, State.Finished, 'online', 'none'), false],
    ['undecided: not the result', at(OPEN_AMOUNT, State.Finished, 'online', 'none'), false],
  ] as const)('%s', (_what, situation, holds) => {
    expect(holdsDelivery(situation)).toBe(holds);
  });
});

describe('where it can be paid now', () => {
  test.each([
    ['level 4 at reception: on the portal', 'portal', at(RECEPTION_4, State.New), true],
    ['and at the counter, for who cannot transfer', 'counter', at(RECEPTION_4, State.New), true],
    ['level 3: not on the portal', 'portal', at(RECEPTION_3, State.New), false],
    ['level 4 at return before the result: not on the portal yet', 'portal', at(RETURN_4, State.New), false],
    ['nor at the counter', 'counter', at(RETURN_4, State.InProgress), false],
    ['with the result: on the portal', 'portal', at(RETURN_4, State.Finished), true],
    ['refused: nowhere', 'counter', at(RECEPTION_3, State.Refused), false],
  ] as const)('%s', (_what, place, situation, can) => {
    expect(payableAt(place, situation)).toBe(can);
  });
});

const anySituation = fc.record({
  fee: fc.constantFrom<FeeSituation['fee']>(
    RECEPTION_4,
    RECEPTION_3,
    RETURN_4,
    RETURN_3,
    FREE,
    OPEN_AMOUNT,
    PART_OPEN,
  ),
  moneyState: fc.constantFrom('none' as const, 'due' as const, 'paid' as const, 'exempt' as const),
  state: fc.constantFrom(...Object.values(State)),
  submitChannel: fc.constantFrom('online', 'counter', 'post'),
});

test('whatever holds an act back can be paid at the counter there and then: nobody is stuck', () => {
  fc.assert(
    fc.property(anySituation, (situation) => {
      const holds =
        (situation.state === State.New && holdsAcceptance(situation)) ||
        (situation.state === State.Finished && holdsDelivery(situation));
      if (holds) expect(payableAt('counter', situation)).toBe(true);
    }),
  );
});

test('what is settled, free or ended holds nothing back and is payable nowhere', () => {
  fc.assert(
    fc.property(anySituation, (situation) => {
      if (feeAsked(situation).asked !== 'no') return;
      expect([
        holdsAcceptance(situation),
        holdsDelivery(situation),
        payableAt('portal', situation),
        payableAt('counter', situation),
      ]).toEqual([false, false, false, false]);
    }),
  );
});

test.each([
  ['a fee of nothing, whatever the books say', at(FREE, State.New, 'online', 'due'), 'no: free'],
  ['no bill, whatever was quoted', at(RECEPTION_4, State.New, 'online', 'none'), 'no: free'],
  ['no bill yet beside an open part', at(PART_OPEN, State.New, 'online', 'none'), 'no: free'],
  ['an amount still open', at(OPEN_AMOUNT, State.New, 'online', 'none'), 'no: undecided'],
])('%s', (_, situation, line) => expect(told(situation)).toBe(line));

test('a fee at return can be paid nowhere before the result is there', () => {
  for (const place of ['portal', 'counter'] as const) {
    expect(payableAt(place, at(RETURN_4, State.InProgress))).toBe(false);
    expect(payableAt(place, at(RETURN_4, State.Finished))).toBe(true);
  }
  expect(holdsAcceptance(at(RETURN_4, State.New))).toBe(false);
});
