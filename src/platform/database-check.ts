// Whether a server named by DATABASE_URL will do, asked before anything is written to it.
import pg from 'pg';
import { InTheWay } from './in-the-way.ts';

/** server_version_num of PostgreSQL 15. */
const OLDEST = 150_000;

const WHY_NOT: Readonly<Record<string, string>> = {
  '28P01': 'mật khẩu hoặc tên người dùng không đúng',
  '28000': 'máy chủ không cho người dùng này vào từ máy này',
  '3D000': 'máy chủ không có cơ sở dữ liệu mang tên này',
  '53300': 'máy chủ đã hết chỗ nối',
  '57P03': 'máy chủ đang khởi động hoặc đang dừng',
  ECONNREFUSED: 'không có máy chủ nào nghe ở đó (ECONNREFUSED)',
  ENOTFOUND: 'không tìm thấy tên máy ấy (ENOTFOUND)',
  EAI_AGAIN: 'không tìm thấy tên máy ấy (EAI_AGAIN)',
};

/** SQLSTATE of a connection that is gone and of a server that stops; the system's codes for the same. */
const LOST = /^(?:08...|57P0[1-5]|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/u;
/** What the driver says itself when the other end is gone; it gives no code. */
const LOST_SAID = /^Connection terminated|^Client has encountered a connection error/u;
/** SQLSTATE of a schema, a table, a column, a function that there is not, or to which our role was given no right yet. */
const ABSENT = ['3F000', '42P01', '42703', '42883', '42501'];

/** Whether an error of a statement tells that the connection to the database was lost. What a file store threw is not asked. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return LOST.test(codeOf(error)) || LOST_SAID.test(error.message);
}

/** Whether an error of a statement tells that the tables of this version are not in the database. */
export function isNotSetUp(error: unknown): boolean {
  return error instanceof pg.DatabaseError && ABSENT.includes(codeOf(error));
}

function codeOf(error: object): string {
  return 'code' in error ? String(error.code) : '';
}

interface Found {
  readonly version: number;
  readonly shown: string;
  readonly encoding: string;
  /** Names as SQL writes them. */
  readonly database: string;
  readonly role: string;
  readonly mayMakeSchemas: boolean;
  /** In the schema public, where the list of migrations is kept. */
  readonly mayMakeTables: boolean;
}

function missingRights(
  { database, role, mayMakeSchemas, mayMakeTables }: Found,
  setting: string,
): InTheWay | null {
  const grants = [
    ...(mayMakeSchemas ? [] : [`grant create on database ${database} to ${role};`]),
    ...(mayMakeTables ? [] : [`grant create on schema public to ${role};`]),
  ];
  if (grants.length === 0) return null;
  return new InTheWay(
    `Người dùng ${role} của ${setting} chưa đủ quyền trong cơ sở dữ liệu ${database}.`,
    `Quản trị viên máy chủ nối vào cơ sở dữ liệu ấy, chạy “${grants.join(' ')}”, rồi chạy lại.`,
  );
}

export interface Needs {
  /** server_version_num that still does. */
  readonly oldest?: number;
  /** Whether it is going to be set up or migrated, which takes the right to make schemas. Default true. */
  readonly toSetUp?: boolean;
  /** The setting that names it, for what is said. Default DATABASE_URL. */
  readonly setting?: 'DATABASE_URL' | 'DATABASE_OWNER_URL';
}

/** What keeps us from using this database; null when it will do. */
export async function databaseObjection(
  url: string,
  { oldest = OLDEST, toSetUp = true, setting = 'DATABASE_URL' }: Needs = {},
): Promise<InTheWay | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    const { rows } = await client.query<Found>(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as shown,
        current_setting('server_encoding') as encoding, quote_ident(current_database()) as database, quote_ident(current_user) as role,
        has_database_privilege(current_database(), 'create') as "mayMakeSchemas",
        has_schema_privilege('public', 'create') as "mayMakeTables"`,
    );
    const found = rows[0];
    if (!found || found.version < oldest)
      return new InTheWay(
        `Máy chủ PostgreSQL của ${setting} là bản ${found?.shown}; Một Cửa cần từ bản ${Math.floor(oldest / 10_000)} trở lên.`,
        'Nâng cấp máy chủ ấy, hoặc bỏ DATABASE_URL để dùng máy chủ đi kèm.',
      );
    if (found.encoding !== 'UTF8')
      return new InTheWay(
        `Cơ sở dữ liệu của ${setting} dùng bảng mã ${found.encoding}; chữ Việt cần UTF8.`,
        "Tạo cơ sở dữ liệu khác: create database motcua encoding 'UTF8' template template0.",
      );
    return toSetUp ? missingRights(found, setting) : null;
  } catch (error) {
    const code = error instanceof Error ? codeOf(error) : '';
    const why = WHY_NOT[code] ?? (error instanceof Error && error.message ? error.message : code);
    return new InTheWay(
      `Không dùng được cơ sở dữ liệu của ${setting}: ${why}.`,
      `Sửa ${setting} hoặc máy chủ ấy rồi chạy lại.`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}
