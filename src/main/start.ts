// `npm start`: database, set-up, then web, worker and sandbox; prints `ready` with the addresses and the demo people.
import { existsSync, mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { moveVirtualClock, parseMoment, virtualClock, wallClock } from '../platform/clock.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '../platform/embedded-database.ts';
import { loadSecrets } from '../platform/secrets.ts';
import { type ChildPlan, startChildren } from './children.ts';
import { type Config, readConfig } from './config.ts';
import type { DemoPerson } from './demo.ts';
import { setUpDatabase } from './set-up.ts';

const say = (line: string) => console.log(line);
const here = dirname(fileURLToPath(import.meta.url));

function runningAlready(mark: string): boolean {
  if (!existsSync(mark)) return false;
  const pid = Number(readFileSync(mark, 'utf8'));
  try {
    process.kill(pid, 0);
    // A pid is used again by other programs: it is us only if it runs from this folder.
    if (!existsSync('/proc/self')) return true;
    if (pid === process.pid || readlinkSync(`/proc/${pid}/cwd`) !== process.cwd()) return false;
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.js');
  } catch {
    return false;
  }
}

function setClock(config: Config): void {
  rmSync(join(config.varFolder, 'clock.json'), { force: true });
  if (config.mode === 'sandbox' && config.startAt)
    moveVirtualClock(config.varFolder, parseMoment(config.startAt));
}

// The server is kept at one port, so that the others find it again after it was killed.
async function keepDatabase(config: Config): Promise<{ url: string; stop(): Promise<void> }> {
  if (config.databaseUrl) return { url: config.databaseUrl, stop: async () => {} };
  const open = () => startEmbeddedDatabase({ folder: join(config.varFolder, 'pg'), log: say });
  let database: EmbeddedDatabase = await open();
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
    async stop() {
      clearInterval(watch);
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
    MOTCUA_VAR: config.varFolder,
    MOTCUA_NOW: undefined,
    SANDBOX_PORT: String(config.ports.sandbox),
    PORTAL_URL: config.urls.portal,
    ACCOUNT_URL: config.urls.account,
    DESK_URL: config.urls.desk,
    BANK_WEBHOOK_SECRET: config.bank.webhookSecret,
  };
  const programs = { web: 'web.js', worker: 'worker.js' };
  const plans = Object.entries(programs).map(([name, file]) => ({ name, file: join(here, file), env }));
  if (config.mode === 'sandbox')
    plans.push({ name: 'sandbox', file: join(here, '..', 'sandbox', 'main.js'), env });
  return plans;
}

function report(config: Config, people: DemoPerson[], seconds: string): void {
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
}

function configured(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

const began = performance.now();
const config = configured();
mkdirSync(join(config.varFolder, 'log'), { recursive: true });
const mark = join(config.varFolder, 'running.pid');
if (runningAlready(mark)) {
  say(
    `Một Cửa đang chạy từ thư mục này rồi (tiến trình ${readFileSync(mark, 'utf8')}): ${config.urls.portal}. Dừng nó bằng Ctrl-C trước khi chạy lại.`,
  );
  process.exit(1);
}
writeFileSync(mark, String(process.pid));
loadSecrets(config.varFolder);
setClock(config);
const database = await keepDatabase(config);
const clock = config.mode === 'sandbox' ? virtualClock(config.varFolder) : wallClock;
const people = await setUpDatabase({
  url: database.url,
  now: clock.now(),
  demo: config.mode === 'sandbox',
  log: say,
});
if (config.mode === 'sandbox')
  writeFileSync(join(config.varFolder, 'demo-people.json'), JSON.stringify(people, null, 2));
const children = startChildren(plansFor(config, database.url), join(config.varFolder, 'log'), say);

let leaving = false;
async function leave(code: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  await children.stop();
  await database.stop();
  rmSync(mark, { force: true });
  process.exit(code);
}
process.on('SIGINT', () => leave(0));
process.on('SIGTERM', () => leave(0));
try {
  await children.ready();
  report(config, people, ((performance.now() - began) / 1000).toFixed(1));
} catch (error) {
  say(String(error));
  await leave(1);
}
