// What the tests of signing in and up share: a bound module with a telephone company that answers as told, and a look at the last SMS.
import { beforeEach } from 'vitest';
import {
  createAccount,
  createIdentity,
  hashPassword,
  type Limits,
  type OwnerCheck,
  provePhone,
  type SignUpFields,
  startSignIn,
  startSignUp,
} from '../../src/modules/identity/index.ts';
import { act, SYSTEM } from '../../src/platform/act.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import type { Db } from '../../src/platform/db.ts';
import { databaseOfFile } from './database.ts';

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
  const moment = () => ({ now: clock.now(), address: '127.0.0.1', language: 'vi' }) as const;
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
  if (!result.ok) throw new Error(result.refusal.code);
  return { ...kit, fields, id: result.value.signUpId, phone: e164(fields.phone) };
}

/** Somebody whose phone is proved. */
export async function provedSignUp(db: Db) {
  const kit = await startedSignUp(db);
  const done = await provePhone(kit.identity, kit.id, await codeTo(db, kit.phone), kit.moment());
  if (!done.ok) throw new Error(done.refusal.code);
  return kit;
}

export const PASSWORD = 'Cau-7-mua-he';
let passwordHash: Promise<string> | undefined;
let accounts = 500;
let bindings = 0;

type Kind = 'citizen' | 'official';

/** Of a sign-in alone. */
export const newBinding = () => `interaction-${++bindings}`;

/** An account with the password, made by the set-up. */
export async function newAccount(
  db: Db,
  kit: ReturnType<typeof testIdentity>,
  change: { kind?: Kind; username?: string; phone?: string; number?: string } = {},
) {
  accounts += 1;
  passwordHash ??= hashPassword(PASSWORD);
  const hash = await passwordHash;
  const number = change.number ?? `024090000${accounts}`;
  const phone = change.phone ?? `+84913000${accounts}`;
  const username = change.username ?? number;
  const made = await act({ db, actor: SYSTEM, now: kit.clock.now() }, (ctx) =>
    createAccount(ctx, {
      kind: change.kind ?? 'citizen',
      method: 'set-up',
      username,
      passwordHash: hash,
      person: { number, fullName: 'Trần Thị Bình', birthDate: '1990-01-01', phone, email: '' },
    }),
  );
  if (!made.ok) throw new Error(made.refusal.code);
  return { ...made.value, username, phone };
}

/** Name and password typed in, by a citizen in a sign-in of their own unless told. */
export function enterPassword(
  kit: ReturnType<typeof testIdentity>,
  username: string,
  password = PASSWORD,
  over: { binding?: string; kind?: Kind } = {},
) {
  const binding = over.binding ?? newBinding();
  return startSignIn(
    kit.identity,
    { binding, kind: over.kind ?? 'citizen', username, password },
    kit.moment(),
  );
}

/** What the files on signing in stand on: one database, and for each test an identity that remembers nothing. Call it once, at the top. */
export function signInTests() {
  const test = databaseOfFile();
  const kit = {} as ReturnType<typeof testIdentity>;
  beforeEach(() => {
    Object.assign(kit, testIdentity(test.db));
  });
  return {
    test,
    kit,
    account: (change?: Parameters<typeof newAccount>[2]) => newAccount(test.db, kit, change),
    enter: (username: string, password?: string, over?: { binding?: string; kind?: Kind }) =>
      enterPassword(kit, username, password, over),
    /** Names of the facts of an account, in their order. */
    async factsOf(id: string): Promise<string[]> {
      const rows = await test.db
        .selectFrom('journal.fact')
        .select('name')
        .where('stream', '=', `account:${id}`)
        .orderBy('seq')
        .execute();
      return rows.map((row) => row.name);
    },
  };
}
