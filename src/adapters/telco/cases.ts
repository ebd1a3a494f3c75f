// What every check of a number's owner must do, whichever company answers.
import { expect, test } from 'vitest';
import type { OwnerCheck, PhoneOwnerPort } from '../../modules/identity/ports.ts';

export interface TelcoStage {
  port(kind: 'patient' | 'hasty' | 'wrongKey' | 'noCompany'): PhoneOwnerPort;
}

interface Case {
  readonly name: string;
  readonly phone: string;
  readonly port?: Parameters<TelcoStage['port']>[0];
  readonly answer: OwnerCheck;
}

const CASES: readonly Case[] = [
  { name: 'the number is registered to this person', phone: '+84912345678', answer: 'match' },
  { name: 'it is registered to someone else', phone: '+84912341111', answer: 'mismatch' },
  { name: 'nobody has this number', phone: '+84912342222', answer: 'unknownNumber' },
  { name: 'the company is down', phone: '+84912343333', answer: 'unavailable' },
  { name: 'a slow company is waited for', phone: '+84912344444', answer: 'match' },
  { name: 'no answer in time is never a match', phone: '+84912344444', port: 'hasty', answer: 'unavailable' },
  { name: 'a refused key is never a match', phone: '+84912345678', port: 'wrongKey', answer: 'unavailable' },
  {
    name: 'a company that is not there is never a match',
    phone: '+84912345678',
    port: 'noCompany',
    answer: 'unavailable',
  },
];

/** Declares the shared tests. @param stage is called when a test runs */
export function telcoCases(stage: () => TelcoStage): void {
  test.each(CASES)('$name', async ({ phone, port, answer }) => {
    const claim = { phone, idNumber: '024090000001', fullName: 'Nguyễn Văn An', birthDate: '1990-02-01' };
    expect(
      await stage()
        .port(port ?? 'patient')
        .check(claim),
    ).toBe(answer);
  });
  test.each(['1990', '1990-02'])('a birth date known only as %s is asked as it is', async (birthDate) => {
    const claim = { phone: '+84912345678', idNumber: '024090000001', fullName: 'Nguyễn Văn An', birthDate };
    expect(await stage().port('patient').check(claim)).toBe('match');
  });
}
