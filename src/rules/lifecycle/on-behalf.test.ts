// Owner, submitter, payer, and whoever holds a mandate: who may do what in whose matter, from which day to which.
import { describe, expect, it } from 'vitest';
import { CITIZEN_ACTS, type CitizenAct, type Mandate, mayActFor } from './index.ts';

const DAY = Temporal.PlainDate.from('2026-11-23');
/** Lan's matter, sent by Huy, paid by Tú. */
const dossier = { ownerId: 'lan', submitterId: 'huy', payerId: 'tu' };
const person = (personId: string, ...mandates: Mandate[]) => ({ personId, mandates });
const mandate = (over: Partial<Mandate>): Mandate => ({
  personId: 'mai',
  subjectId: 'lan',
  kind: 'guardian',
  acts: null,
  from: '2026-01-01',
  to: null,
  ...over,
});
const allowed = (who: ReturnType<typeof person>, parties: typeof dossier | null = dossier, subject = 'lan') =>
  CITIZEN_ACTS.filter((act) => mayActFor(who, subject, parties, act, DAY));

describe('the people of a dossier', () => {
  const rows: [string, string, readonly CitizenAct[]][] = [
    ['the owner does everything in her own matter', 'lan', CITIZEN_ACTS],
    ['whoever sent it goes on with it to the end', 'huy', CITIZEN_ACTS],
    ['whoever only pays may pay, and reads nothing', 'tu', ['pay']],
    ['a stranger may do nothing', 'stranger', []],
    ['nobody is not somebody', '', []],
  ];
  it.each(rows)('%s', (_what, personId, acts) => {
    expect(allowed(person(personId))).toEqual(acts);
  });

  it('whoever sent one dossier is a stranger to the owner’s next one', () => {
    expect(allowed(person('huy'), { ...dossier, submitterId: 'lan' })).toEqual([]);
    expect(allowed(person('huy'), null)).toEqual([]);
  });

  it('a dossier of somebody else is not reached by naming another subject', () => {
    expect(allowed(person('huy'), dossier, 'huy')).toEqual([]);
  });
});

describe('mandates', () => {
  const rows: [string, Partial<Mandate>, readonly CitizenAct[]][] = [
    ['a guardian does what the ward would', {}, CITIZEN_ACTS],
    ['a delegate of an organisation likewise', { kind: 'delegate' }, CITIZEN_ACTS],
    [
      'a helper types and pays but takes nothing back',
      { kind: 'helper' },
      ['file', 'read', 'pay', 'answerSupplement'],
    ],
    ['a narrower mandate gives only its acts', { kind: 'delegate', acts: ['file', 'pay'] }, ['file', 'pay']],
    ['a mandate is never wider than its kind', { kind: 'helper', acts: ['withdraw', 'read'] }, ['read']],
    ['for another subject it gives nothing', { subjectId: 'other' }, []],
    ['another’s mandate is not one’s own', { personId: 'other' }, []],
    ['not before its first day', { from: '2026-11-24' }, []],
    ['on its first day', { from: '2026-11-23' }, CITIZEN_ACTS],
    ['no longer on its last day', { to: '2026-11-23' }, []],
    ['until the day before', { to: '2026-11-24' }, CITIZEN_ACTS],
  ];
  it.each(rows)('%s', (_what, over, acts) => {
    expect(allowed(person('mai', mandate(over)))).toEqual(acts);
    expect(allowed(person('mai', mandate(over)), null)).toEqual(acts);
  });
});
