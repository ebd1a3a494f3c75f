// How a command of the command line reaches the database: the one of DATABASE_URL, else the embedded one, running or not. What keeps it
// from that is told in two lines, as at a start.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { stateFolder } from '../../../scripts/before-start.mjs';
import { databaseObjection, isConnectionLost, isNotSetUp } from '../../platform/database-check.ts';
import { type Db, openDatabase, TOOL_LIMITS } from '../../platform/db.ts';
import { startEmbeddedDatabase } from '../../platform/embedded-database.ts';
import { InTheWay } from '../../platform/in-the-way.ts';
import { holdMigrated } from '../../platform/migrate.ts';
import { type Config, configured } from '../config.ts';
import { migrationsFolder, projectFolder } from '../project-folder.ts';

/**
 * Opens the database of a deployment, works with it and closes it; an embedded server is started only when it is not running.
 * @throws InTheWay when there is none, when it is not set up, or when it goes away during the work
 */
export async function withDatabase<T>(
  env: NodeJS.ProcessEnv,
  work: (db: Db, config: Config) => Promise<T>,
): Promise<T> {
  const config = configured(env);
  holdStateFolder(env, config);
  const own = config.databaseUrl ? null : await ownDatabase(config);
  const url = config.databaseUrl ?? (own?.url as string);
  try {
    const objection = config.databaseUrl ? await databaseObjection(url, { toSetUp: false }) : null;
    if (objection) throw objection;
    const db = openDatabase({ url, max: 2, limits: TOOL_LIMITS });
    try {
      await holdSetUp(db);
      await holdMigrated(url, migrationsFolder());
      return await work(db, config);
    } catch (error) {
      throw (await inTheWay(error, url)) ?? error;
    } finally {
      await db.destroy().catch(() => {});
    }
  } finally {
    if (own && !own.adopted) await own.stop();
  }
}

function holdStateFolder(env: NodeJS.ProcessEnv, { varFolder, databaseUrl, files }: Config): void {
  const objection = stateFolder(env, projectFolder());
  if (objection) throw new InTheWay(...objection);
  const isNeeded = env.MOTCUA_VAR !== undefined || !databaseUrl;
  if (isNeeded && !existsSync(varFolder))
    throw new InTheWay(
      `Không có thư mục trạng thái ${varFolder}${env.MOTCUA_VAR === undefined ? '' : ' mà MOTCUA_VAR nêu'}.`,
      databaseUrl && files.store === 'disk'
        ? 'Đặt MOTCUA_VAR đúng như khi chạy npm start.'
        : 'Đặt MOTCUA_VAR hoặc DATABASE_URL đúng như khi chạy npm start; nếu chưa chạy lần nào thì chạy npm start trước.',
    );
}

async function ownDatabase({ varFolder }: Config) {
  const folder = join(varFolder, 'pg');
  if (!existsSync(join(folder, 'made')))
    throw new InTheWay(
      `Thư mục trạng thái ${varFolder} chưa có cơ sở dữ liệu nào.`,
      'Đặt MOTCUA_VAR hoặc DATABASE_URL đúng như khi chạy npm start; nếu chưa chạy lần nào thì chạy npm start trước.',
    );
  return startEmbeddedDatabase({ folder });
}

const NOT_SET_UP = new InTheWay(
  'Cơ sở dữ liệu này chưa có dữ liệu của Một Cửa, hoặc của một bản khác với chương trình này.',
  'Chạy npm start một lần với cùng thiết lập để chuẩn bị nó, hoặc sửa DATABASE_URL, rồi chạy lại.',
);

async function holdSetUp(db: Db): Promise<void> {
  const { rows } = await sql<{ found: string | null }>`
    select to_regclass('platform.reference_version')::text as found`.execute(db);
  if (!rows[0]?.found) throw NOT_SET_UP;
}

/** What an error of the work says of the database; null when it says nothing of it. */
async function inTheWay(error: unknown, url: string): Promise<InTheWay | null> {
  if (error instanceof InTheWay) return null;
  if (isNotSetUp(error)) return NOT_SET_UP;
  if (!isConnectionLost(error) && !(await databaseObjection(url, { toSetUp: false }))) return null;
  return new InTheWay(
    'Mất nối tới cơ sở dữ liệu trong lúc đang làm.',
    'Xem máy chủ cơ sở dữ liệu còn chạy không, rồi chạy lại lệnh này.',
  );
}
