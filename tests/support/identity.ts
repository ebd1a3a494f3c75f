// What the tests of this module share: a bound module with a telephone company that answers as told, and a look at the last SMS.

import {
  createIdentity,
  type Limits,
  type OwnerCheck,
  provePhone,
  type SignUpFields,
  startSignUp,
} from '../../src/modules/identity/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import type { Db } from '../../src/platform/db.ts';

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

let serial = 100;

/** The fields of somebody nobody has met yet, as typed. */
export function someone(): SignUpFields {
  serial += 1;
  return {
    idNumber: `024091000${serial}`,
    fullName: 'Hoàng Thị Em',
    birthDate: '03/04/1991',
    phone: `0912000${serial}`,
    email: '',
  };
}

export const e164 = (phone: string) => `+84${phone.slice(1)}`;

/** Somebody whose first code is on the way. */
export async function startedSignUp(db: Db, limits: Partial<Limits> = {}) {
  const kit = testIdentity(db, limits);
  const fields = someone();
  const result = await startSignUp(kit.identity, fields, kit.moment());
  if (!result.ok) throw new Error(result.refusal.message);
  return { ...kit, fields, id: result.value.signUpId, phone: e164(fields.phone) };
}

/** Somebody whose phone is proved. */
export async function provedSignUp(db: Db) {
  const kit = await startedSignUp(db);
  const done = await provePhone(kit.identity, kit.id, await codeTo(db, kit.phone), kit.moment());
  if (!done.ok) throw new Error(done.refusal.message);
  return kit;
}
