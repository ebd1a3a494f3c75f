// What stands against an act, each condition on its own: a guard that forgets one of its conditions is found here.
import { describe, expect, it } from 'vitest';
import { paidAtReception } from './guards.ts';
import {
  type DossierView,
  FINAL,
  mayAct,
  mayActFor,
  OPEN,
  SEAT_ROLES,
  State,
  seatRoleOf,
  stateOf,
  type Who,
} from './index.ts';

const view = (over: Partial<DossierView> = {}): DossierView => ({
  state: State.New,
  ownerId: 'an',
  submitterId: 'an',
  payerId: 'an',
  holderId: null,
  proposerId: null,
  supplements: 0,
  moneyState: 'none',
  submitChannel: 'online',
  fee: { total: 0, when: 'free', online: false },
  ...over,
});
const on = Temporal.PlainDate.from('2026-11-23');
const an: Who = { as: 'citizen', personId: 'an', mandates: [], on };

describe('the fee at reception holds a dossier back', () => {
  for (const online of [true, false])
    for (const when of ['reception', 'return'] as const)
      for (const moneyState of ['none', 'due', 'paid', 'exempt'] as const)
        for (const submitChannel of ['online', 'counter'] as const) {
          const holds =
            when === 'reception' && moneyState === 'due' && (online || submitChannel === 'counter');
          it(`${online ? 'level 4' : 'level 3'}, at ${when}, ${moneyState}, filed ${submitChannel}: ${holds ? 'yes' : 'no'}`, () => {
            const dossier = view({ fee: { total: 8000, when, online }, moneyState, submitChannel });
            expect(paidAtReception(dossier, 'binh')?.code ?? null).toBe(
              holds ? 'fee-due-at-reception' : null,
            );
          });
        }
});

describe('states', () => {
  it('a dossier is at rest when refused, withdrawn or delivered, and open in every other state', () => {
    expect(FINAL).toEqual([State.Refused, State.Withdrawn, State.Delivered]);
    expect(OPEN).toEqual([
      State.New,
      State.Accepted,
      State.InProgress,
      State.SupplementAsked,
      State.Finished,
    ]);
  });

  it('a number from outside is a state or an error, never something between', () => {
    for (const code of Object.values(State)) expect(stateOf(code)).toBe(code);
    for (const code of [0, 6, 8, 11, -1, 1.5]) expect(() => stateOf(code)).toThrow(RangeError);
  });

  it('the refusal of an act names the state it met', () => {
    expect(mayAct('withdraw', view({ state: State.Accepted }), an)).toEqual({
      ok: false,
      refusal: { code: 'wrong-state', status: 409, params: { state: State.Accepted } },
    });
  });

  it('an act that leads back is not done by whoever forgot where it came from', () => {
    expect(() => mayAct('answerSupplement', view({ state: State.SupplementAsked }), an)).toThrow(Error);
  });
});

describe('roles', () => {
  it('a text from outside is a role of the desk or an error', () => {
    for (const role of SEAT_ROLES) expect(seatRoleOf(role)).toBe(role);
    for (const text of ['', 'applicant', 'Leader', 'admin'])
      expect(() => seatRoleOf(text)).toThrow(RangeError);
  });

  it('nobody in particular may do nothing, not even in a matter that is nobody’s', () => {
    const nobody = { personId: '', mandates: [] };
    const dossier = { ownerId: '', submitterId: '', payerId: '' };
    expect(mayActFor(nobody, '', dossier, 'read', on)).toBe(false);
    expect(mayActFor(nobody, '', null, 'file', on)).toBe(false);
  });
});
