// `npm start`: database, set-up, then web, worker and sandbox; prints `ready` with the addresses and the demo people.
import { closeSync, mkdirSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { runningAlready, varFolderOf } from '../../scripts/before-start.mjs';
import { leavePlace, takePlace } from '../../scripts/running.mjs';
import { keepBallast } from '../platform/ballast.ts';
import { moveVirtualClock, parseMoment, virtualClock, wallClock } from '../platform/clock.ts';
import { databaseObjection } from '../platform/database-check.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../platform/embedded-database.ts';
import { InTheWay } from '../platform/in-the-way.ts';
import { toldError } from '../platform/log.ts';
import { openLog } from '../platform/log-file.ts';
import { roleOf } from '../platform/rights.ts';
import { loadSecrets } from '../platform/secrets.ts';
import { type ChildPlan, type Children, startChildren } from './children.ts';
import { type Config, configured } from './config.ts';
import { projectFolder } from './project-folder.ts';
import { type SetUp, setUpDatabase } from './set-up.ts';
import { unsafeDeployment } from './unsafe-database.ts';

const say = (line: string) => console.log(line);
const here = dirname(fileURLToPath(import.meta.url));

function setClock(config: Config): void {
  rmSync(join(config.varFolder, 'clock.json'), { force: true });
  if (config.mode === 'sandbox' && config.startAt)
    moveVirtualClock(config.varFolder, parseMoment(config.startAt));
}

interface KeptDatabase {
  /** As the program's role. */
  readonly url: string;
  /** As who owns the tables: the set-up's alone, no child is told. */
  readonly ownerUrl: string;
  stop(): Promise<void>;
}

/** Two segments of the server's log of changes and what it writes in half a second. */
const GIVE_UP_BELOW = 67_108_864;
const ballastOf = (config: Config) => join(config.varFolder, 'pg', 'ballast');

// The server is kept at one port, so that the others find it again after it was killed.
async function keepDatabase(config: Config): Promise<KeptDatabase> {
  if (config.databaseUrl) {
    const { databaseUrl: url, databaseOwnerUrl } = config;
    return { url, ownerUrl: databaseOwnerUrl ?? url, stop: async () => {} };
  }
  const open = () => startEmbeddedDatabase({ folder: join(config.varFolder, 'pg'), log: say });
  let database: EmbeddedDatabase = await open();
  const ballast = keepBallast({
    file: ballastOf(config),
    bytes: config.ballastBytes,
    giveUpBelow: GIVE_UP_BELOW,
    // Not at the cost of uploads.
    leaveFree: 2 * config.files.reserveBytes + GIVE_UP_BELOW,
    say,
  });
  let busy = false;
  const watch = setInterval(async () => {
    if (busy || alive(database.pid)) return;
    busy = true;
    say('cơ sở dữ liệu đã dừng; đang chạy lại');
    try {
      database = await open();
    } catch (error) {
      say(String(error));
    }
    busy = false;
  }, 500);
  return {
    url: database.url,
    ownerUrl: database.ownerUrl,
    async stop() {
      clearInterval(watch);
      ballast.stop();
      await database.stop();
    },
  };
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function plansFor(config: Config, databaseUrl: string): ChildPlan[] {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    DATABASE_OWNER_URL: undefined,
    MOTCUA_VAR: config.varFolder,
    MOTCUA_NOW: undefined,
    MOTCUA_BALLAST: config.databaseUrl || config.ballastBytes === 0 ? undefined : ballastOf(config),
    SANDBOX_PORT: String(config.ports.sandbox),
    PORTAL_URL: config.urls.portal,
    ACCOUNT_URL: config.urls.account,
    DESK_URL: config.urls.desk,
    BANK_WEBHOOK_SECRET: config.bank.webhookSecret,
  };
  const host = config.host === '0.0.0.0' ? '127.0.0.1' : config.host === '::' ? '[::1]' : config.host;
  const health = (...ports: number[]) => ({ urls: ports.map((port) => `http://${host}:${port}/health`) });
  const { portal, account, desk, sandbox } = config.ports;
  const plans: ChildPlan[] = [
    { name: 'web', file: join(here, 'web.js'), env, probe: health(portal, account, desk) },
    { name: 'worker', file: join(here, 'worker.js'), env, probe: 'channel' },
  ];
  if (config.mode === 'sandbox')
    plans.push({
      name: 'sandbox',
      file: join(here, '..', 'sandbox', 'main.js'),
      env,
      probe: health(sandbox),
    });
  return plans;
}

function report(config: Config, { people, hasProvince }: SetUp, seconds: string): void {
  say('');
  say(`ready  (${seconds} giây)`);
  say(`  Cổng dịch vụ công   ${config.urls.portal}`);
  say(`  Tài khoản           ${config.urls.account}`);
  say(`  Một cửa (cán bộ)    ${config.urls.desk}`);
  if (config.mode === 'sandbox') {
    say(
      `  Bàn thử             ${config.urls.sandbox}   ← mở trang này trước: điện thoại, ngân hàng, đồng hồ và bài dạo năm phút`,
    );
    say('');
    for (const person of people)
      say(
        `  ${person.name.padEnd(18)} ${person.role.padEnd(34)} ${person.username.padEnd(16)} ${person.password}`,
      );
  }
  say('');
  if (!hasProvince) say('chưa có tỉnh nào: nạp theo docs/operate/data.md');
  if (config.mode === 'production' && config.databaseOwnerUrl === null)
    say(
      'chương trình đang dùng vai sở hữu các bảng, nên sửa được cả nhật ký: tạo vai thứ hai và đặt DATABASE_OWNER_URL theo docs/operate/install.md',
    );
}

/** The whole of an error that nobody foresaw goes to a file. */
function unforeseen(error: unknown): InTheWay {
  const file = join(logFolder, 'start.log');
  const log = openLog(file);
  writeSync(log, `${new Date().toISOString()} ${inspect(toldError(error))}\n`);
  closeSync(log);
  const said = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return new InTheWay(`Không khởi động được: ${said}`, `Chi tiết ở ${file}.`);
}

function refuse({ what, todo }: InTheWay): never {
  say(what);
  say(todo);
  process.exit(1);
}

/** Everything that is unsafe is told at once: what the settings say, and what the database says. */
async function configuredOrRefuse(): Promise<Config> {
  const found = await unsafeDeployment(process.env, varFolderOf(process.env, projectFolder()));
  if (found) refuse(found);
  try {
    return configured(process.env);
  } catch (error) {
    if (error instanceof InTheWay) refuse(error);
    throw error;
  }
}

const began = performance.now();
const config = await configuredOrRefuse();
const logFolder = join(config.varFolder, 'log');
const other = takePlace(config.varFolder);
if (other !== null) refuse(new InTheWay(...runningAlready(other, config.varFolder, process.env)));

let database: KeptDatabase | undefined;
let children: Children | undefined;
let leaving = false;
async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  await children?.stop();
  await database?.stop();
  leavePlace(config.varFolder);
  process.exit(code);
}
process.on('SIGINT', () => leave(0));
process.on('SIGTERM', () => leave(0));

async function start(): Promise<void> {
  mkdirSync(logFolder, { recursive: true });
  loadSecrets(config.varFolder);
  setClock(config);
  if (config.databaseUrl) {
    const owner = config.databaseOwnerUrl;
    const objection =
      (owner && (await databaseObjection(owner, { setting: 'DATABASE_OWNER_URL' }))) ||
      (await databaseObjection(config.databaseUrl, { toSetUp: owner === null }));
    if (objection) throw objection;
  }
  database = await keepDatabase(config);
  const clock = config.mode === 'sandbox' ? virtualClock(config.varFolder) : wallClock;
  const { people, hasProvince } = await setUpDatabase({
    url: database.ownerUrl,
    program: roleOf(database.url),
    now: clock.now(),
    demo: config.mode === 'sandbox',
    varFolder: config.varFolder,
    log: say,
  });
  if (config.mode === 'sandbox')
    writeFileSync(join(config.varFolder, 'demo-people.json'), JSON.stringify(people, null, 2));
  children = startChildren(plansFor(config, database.url), logFolder, say);
  await children.ready();
  report(config, { people, hasProvince }, ((performance.now() - began) / 1000).toFixed(1));
}

try {
  await start();
} catch (error) {
  const { what, todo } = error instanceof InTheWay ? error : unforeseen(error);
  say(what);
  say(todo);
  await leave(1);
}
