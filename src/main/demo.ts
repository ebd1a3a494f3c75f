// The demo people of sandbox mode: An, Bình, Chi, Dũng and Em, with the seats of the officials at the demo's agency.
import { z } from 'zod';
import demoPeople from '../../db/seeds/demo/people.json' with { type: 'json' };
import { assign } from '../modules/agencies/index.ts';
import { createAccount, findAccountByUsername, hashPassword } from '../modules/identity/index.ts';
import { act, SYSTEM } from '../platform/act.ts';
import type { Db } from '../platform/db.ts';
import { SEAT_ROLES } from '../rules/lifecycle/index.ts';
import { normalizePhone } from '../rules/papers/index.ts';

const schema = z.array(
  z.object({
    name: z.string(),
    role: z.enum(['citizen', ...SEAT_ROLES, 'stranger']),
    title: z.string().default(''),
    note: z.string(),
    username: z.string(),
    number: z.string(),
    birthDate: z.string(),
    phone: z.string(),
    email: z.string(),
    password: z.string(),
  }),
);
type DemoRow = z.infer<typeof schema>[number];

/** What start-up prints and the sandbox shows. */
export interface DemoPerson {
  name: string;
  /** In Vietnamese, for people to read. */
  role: string;
  username: string;
  password: string;
  phone: string;
  note: string;
}

/** Where the demo's officials sit, and since when (yyyy-mm-dd). */
export interface DemoSeat {
  agencyId: string;
  from: string;
}

const ROLE_WORDS: Record<DemoRow['role'], string> = {
  citizen: 'Công dân',
  intake: 'Tiếp nhận, trả kết quả',
  examiner: 'Thẩm tra',
  leader: 'Ký duyệt',
  stranger: 'Cán bộ nơi khác',
};

async function accountOf(db: Db, row: DemoRow, now: Temporal.Instant): Promise<string> {
  const found = await findAccountByUsername(db, row.username);
  if (found) return found.personId;
  const phone = normalizePhone(row.phone);
  if (!phone) throw new Error(`demo people: ${row.username} has no usable phone`);
  const passwordHash = await hashPassword(row.password);
  const made = await act({ db, actor: SYSTEM, now }, (ctx) =>
    createAccount(ctx, {
      kind: row.role === 'citizen' ? 'citizen' : 'official',
      method: 'set-up',
      username: row.username,
      passwordHash,
      person: { number: row.number, fullName: row.name, birthDate: row.birthDate, phone, email: row.email },
    }),
  );
  if (!made.ok) throw new Error(`demo people: ${row.username}: ${made.refusal.code}`);
  return made.value.personId;
}

/**
 * Loads the demo people; run again it changes nothing.
 * @param seats every agency at which Bình, Chi and Dũng hold their roles (the commune of 2023 and its successor)
 * @throws Error when a demo name is taken by another person
 */
export async function loadDemo(
  db: Db,
  now: Temporal.Instant,
  seats: readonly DemoSeat[] = [],
): Promise<DemoPerson[]> {
  const rows = schema.parse(demoPeople);
  for (const row of rows) {
    const personId = await accountOf(db, row, now);
    const role = SEAT_ROLES.find((seat) => seat === row.role);
    if (!role) continue;
    for (const { agencyId, from } of seats)
      await assign(db, { personId, agencyId, role, title: row.title, from });
  }
  return rows.map(({ name, role, username, password, phone, note }) => ({
    name,
    role: ROLE_WORDS[role],
    username,
    password,
    phone,
    note,
  }));
}
