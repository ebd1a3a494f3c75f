// What only the database knows of a deployment that may not start for real: told together with what its settings are told to be.
import { sql } from 'kysely';
import { unsafe, unsafeSettings } from '../../scripts/production.mjs';
import { unreadableRevisions } from '../modules/catalogue/index.ts';
import { databaseObjection, isConnectionLost, isNotSetUp } from '../platform/database-check.ts';
import { type Db, openDatabase, TOOL_LIMITS } from '../platform/db.ts';
import { InTheWay } from '../platform/in-the-way.ts';
import { secretsDiffer } from '../platform/secrets.ts';
import type { Config } from './config.ts';

async function isSuperuser(db: Db): Promise<boolean> {
  const { rows } = await sql<{ super: boolean }>`
    select rolsuper as super from pg_roles where rolname = current_user`.execute(db);
  return rows[0]?.super === true;
}

/** One sentence each, with what to do. @param varFolder the state folder that holds the secrets */
async function unsafeIn(db: Db, varFolder: string): Promise<string[]> {
  const found: string[] = [];
  if (await secretsDiffer(db, varFolder))
    found.push(
      `${varFolder}/secrets.json không phải bộ khóa mà cơ sở dữ liệu này đã dùng: đặt lại tệp ấy từ bản sao lưu hoặc sửa MOTCUA_VAR; mất hẳn thì chạy npm run -s cli -- secrets accept (mọi người phải đăng nhập lại).`,
    );
  if (await isSuperuser(db))
    found.push(
      'DATABASE_URL dùng vai quản trị của máy chủ (superuser), vai ấy sửa được cả nhật ký: tạo vai riêng cho chương trình, đặt vai sở hữu bảng ở DATABASE_OWNER_URL.',
    );
  for (const { slug, from } of await unreadableRevisions(db))
    found.push(
      `Thủ tục ${slug} (bản từ ${from}) có mức phí hoặc mục khác không đọc được: nạp lại thủ tục ấy bằng npm run -s cli -- data load TỆP.`,
    );
  return found;
}

/** For a program that is started alone: the same, of an open database. @throws InTheWay in production when something is unsafe */
export async function holdSafe(config: Pick<Config, 'mode' | 'varFolder'>, db: Db): Promise<void> {
  const found = config.mode === 'production' ? await unsafeIn(db, config.varFolder) : [];
  if (found.length > 0) throw new InTheWay(...unsafe(found));
}

/** The same of a database that may not be there, or hold nothing yet: of that nothing is said here. */
async function unsafeAt(url: string, varFolder: string): Promise<string[]> {
  if (!URL.canParse(url) || (await databaseObjection(url, { toSetUp: false }))) return [];
  const db = openDatabase({ url, max: 1, limits: TOOL_LIMITS });
  try {
    return await unsafeIn(db, varFolder);
  } catch (error) {
    if (isNotSetUp(error) || isConnectionLost(error)) return [];
    throw error;
  } finally {
    await db.destroy();
  }
}

/**
 * Everything that keeps a deployment from running for real, of its settings and of its database; null in sandbox mode.
 * @param varFolder the state folder
 */
export async function unsafeDeployment(env: NodeJS.ProcessEnv, varFolder: string): Promise<InTheWay | null> {
  if (env.MOTCUA_MODE !== 'production') return null;
  const found = [
    ...unsafeSettings(env),
    ...(env.DATABASE_URL ? await unsafeAt(env.DATABASE_URL, varFolder) : []),
  ];
  return found.length > 0 ? new InTheWay(...unsafe(found)) : null;
}
