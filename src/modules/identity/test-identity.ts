// What the tests of this module share: a bound module with a telephone company that answers as told, and a look at the last SMS.
import { fixedClock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import { createIdentity, type Limits, type OwnerCheck } from './index.ts';

/** Roomy where a test is not about the limit. */
const ROOMY: Partial<Limits> = {
  codesPerAddress: 10_000,
  passwordsPerAddress: 10_000,
  ownerChecksPerAddress: 10_000,
};

export function testIdentity(db: Db, limits: Partial<Limits> = {}) {
  const telco = { answer: 'match' as OwnerCheck, asked: 0 };
  const clock = fixedClock('2026-11-23T09:00');
  const identity = createIdentity({
    db,
    secret: 'test-secret',
    phoneOwner: {
      async check() {
        telco.asked += 1;
        return telco.answer;
      },
    },
    limits: { ...ROOMY, ...limits },
  });
  const moment = () => ({ now: clock.now(), address: '127.0.0.1' });
  return { identity, telco, clock, moment };
}

/** The texts sent to a number, newest first. */
export async function textsTo(db: Db, phone: string): Promise<string[]> {
  const rows = await db
    .selectFrom('notices.message')
    .select('text')
    .where('recipient', '=', phone)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => row.text);
}

/** The newest code sent to a number. */
export async function codeTo(db: Db, phone: string): Promise<string> {
  const [text = ''] = await textsTo(db, phone);
  return text.slice(0, 6);
}

/** Six digits that are surely not this code. */
export function otherThan(code: string): string {
  return code === '000000' ? '111111' : '000000';
}
