// What pages and sites may know of accounts and of sign-ups and sign-ins in progress.

import type { Db } from '../../platform/db.ts';
import {
  type AccountId,
  LANGUAGES,
  type Language,
  maskPhone,
  type PersonId,
} from '../../rules/kernel/index.ts';
import { findPerson, type Person } from '../people/index.ts';
import type { Identity } from './identity.ts';
import { lastCode, type Purpose, sendableFrom } from './one-time-code.ts';
import { type AccountRow, accountById, accountByUsername, defaultPhone, signUpById } from './store.ts';

export interface AccountView {
  readonly id: AccountId;
  readonly kind: 'citizen' | 'official';
  readonly username: string;
  readonly personId: PersonId;
  readonly fullName: string;
  /** What they last chose to read; null when they never chose. */
  readonly language: Language | null;
}

/** An account and its person as one. */
export function viewOf(row: AccountRow, person: Person): AccountView {
  return {
    id: row.id as AccountId,
    kind: row.kind === 'official' ? 'official' : 'citizen',
    username: row.username,
    personId: person.id,
    fullName: person.fullName,
    language: LANGUAGES.find((one) => one === row.language) ?? null,
  };
}

async function activeView(db: Db, row: AccountRow | undefined): Promise<AccountView | null> {
  if (row?.state !== 'active') return null;
  const person = await findPerson(db, row.person_id);
  return person && viewOf(row, person);
}

/** An account that is in use; a closed one is nothing. */
export async function findAccount(db: Db, id: string): Promise<AccountView | null> {
  return activeView(db, await accountById(db, id));
}

/** The same by the name it signs in with. */
export async function findAccountByUsername(db: Db, username: string): Promise<AccountView | null> {
  return activeView(db, await accountByUsername(db, username));
}

/** Claims of an account under the names the national sign-on uses. */
export async function claimsOf(db: Db, id: string): Promise<Record<string, string> | null> {
  const account = await findAccount(db, id);
  const person = account && (await findPerson(db, account.personId));
  if (!account || !person) return null;
  const shared = {
    sub: account.id,
    HoVaTen: person.fullName,
    LoaiTaiKhoan: account.kind === 'citizen' ? '1' : 'CB',
  };
  if (account.kind === 'official') return { ...shared, TenDangNhap: account.username };
  const phone = await defaultPhone(db, account.id);
  const known = {
    SoDinhDanh: person.personalId ?? '',
    SoCMND: person.cmnd ?? '',
    NgayThangNamSinh: person.birthDate.replaceAll('-', ''),
    GioiTinh: person.sex,
    SoDienThoai: phone?.replace(/^\+84/u, '0') ?? '',
    ThuDienTu: person.email,
  };
  return {
    ...shared,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== '')),
    loAs: 'LoA1',
  };
}

export interface SignUpView {
  readonly id: string;
  readonly state: 'checked' | 'proved' | 'done';
  readonly maskedPhone: string;
  readonly fields: { idNumber: string; fullName: string; birthDate: string; phone: string; email: string };
}

/** A sign-up that has not run out. */
export async function findSignUp(db: Db, id: string, now: Temporal.Instant): Promise<SignUpView | null> {
  const row = await signUpById(db, id, now);
  if (!row) return null;
  return {
    id: row.id,
    state: row.state as SignUpView['state'],
    maskedPhone: maskPhone(row.phone),
    fields: {
      idNumber: row.id_number,
      fullName: row.full_name,
      birthDate: row.birth_date,
      phone: row.phone,
      email: row.email,
    },
  };
}

export interface CodeView {
  readonly maskedPhone: string;
  /** Seconds until a new code may be asked for; 0 when it may be now. */
  readonly resendInSeconds: number;
}

/** The code somebody is waiting for, or nothing when none was sent for this sign-up or sign-in. */
export async function findCode(
  { db }: Pick<Identity, 'db'>,
  purpose: Purpose,
  binding: string,
  now: Temporal.Instant,
): Promise<CodeView | null> {
  const row = await lastCode(db, purpose, binding, now);
  if (!row || row.used_at) return null;
  const { account_id: accountId, phone, source } = row;
  const wait = await sendableFrom(db, { purpose, binding, accountId, phone, source }, now, row);
  const until = wait?.params.until ?? now;
  const seconds = Math.ceil((until.epochMilliseconds - now.epochMilliseconds) / 1000);
  return { maskedPhone: maskPhone(row.phone), resendInSeconds: Math.max(0, seconds || 0) };
}
