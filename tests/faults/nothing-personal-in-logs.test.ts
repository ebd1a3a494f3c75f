// A real start on its own server: the program works in the database as a role with no more than its rights, and of all that people send
// nothing is found in any log, the database's included; who was turned away, where and why is.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PlainBrowser } from '../support/plain-browser.ts';
import { begin } from './citizens-at-work.ts';
import { type Installation, newInstallation } from './installation.ts';

let installation: Installation;
beforeAll(async () => {
  installation = await newInstallation({ logLevel: 'debug' });
  await installation.start();
}, 120_000);
afterAll(async () => installation?.close(), 60_000);

const at = (site: 'portal' | 'account' | 'desk', path: string) =>
  `http://127.0.0.1:${installation.port + ['portal', 'account', 'desk'].indexOf(site)}${path}`;

test('web and worker work as a role that owns nothing and is no superuser', async () => {
  const { rows } = await sql`
    select distinct a.usename as name, r.rolsuper as super, (select count(*)::int from pg_class where relowner = r.oid) as owned
    from pg_stat_activity a join pg_roles r on r.oid = a.usesysid
    where a.datname = current_database() and a.backend_type = 'client backend' and a.pid <> pg_backend_pid()
      and a.usename <> current_user`.execute(installation.db());
  expect(rows).toEqual([{ name: 'motcua_app', super: false, owned: 0 }]);
  const { rows: owners } = await sql<{ n: number }>`
    select count(*)::int as n from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and usename = current_user and pid <> pg_backend_pid()`.execute(
    installation.db(),
  );
  // The test's own connections are the owner's; none of the program's is.
  expect(owners[0]?.n).toBeLessThan(4);
});

/** Everything that is typed below, as it might turn up. */
const TYPED = [
  '024090001234',
  '024188002345',
  '0912345678',
  '912345678',
  '0977123456',
  'Nguyễn Văn Kín',
  'nguyen van kin',
  'binh.hiephoa',
  'kin@example.vn',
  'Sai-mat-khau-1',
  'H05.001-261123-77777',
  'YC-KINKI-NKINK',
  'MotCua@2026',
];

async function signIn(browser: PlainBrowser, username: string, password: string): Promise<void> {
  await browser.open(at('portal', '/ho-so'));
  await browser.follow('Đăng nhập Cổng DVC Quốc gia');
  await browser.follow('Tài khoản cấp bởi Cổng Dịch vụ công quốc gia');
  await browser.submit('/mat-khau', { 'ten-dang-nhap': username, 'mat-khau': password });
}

const form = (text: string): RequestInit => ({
  method: 'POST',
  body: text,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

test('what people send is in no log; each no is, by whom, about where from, at which door', async () => {
  const stranger = new PlainBrowser();
  await signIn(stranger, '024090001234', 'Sai-mat-khau-1');
  expect(stranger.at?.status).toBe(422);
  const an = new PlainBrowser();
  await signIn(an, '024090001234', 'MotCua@2026');
  await an.submit('/otp', { otp: '000000' });
  await stranger.open(at('portal', '/tra-cuu'));
  await stranger.submit('/tra-cuu', { ma: 'H05.001-261123-77777', 'bi-mat': 'KINKIN' });
  expect(stranger.at?.status).toBe(422);
  for (const address of [
    at('portal', '/ho-so/Nguyễn Văn Kín 024090001234'),
    at('portal', '/thu-tuc?q=Nguyễn Văn Kín 0912345678'),
    at('portal', '/tra-cuu?ma=YC-KINKI-NKINK'),
    at('portal', '/kin@example.vn/%E0%A4%A'),
    at('desk', '/ho-so?q=024188002345'),
    at('account', '/thue-bao-di-dong?so-dien-thoai=0977123456'),
  ])
    await new PlainBrowser().open(address);
  for (const [address, body] of [
    [at('portal', '/tra-cuu'), 'ma=H05.001-261123-77777&bi-mat=Nguyễn Văn Kín'],
    [
      at('account', '/thue-bao-di-dong'),
      'ho-ten=Nguyễn Văn Kín&so-giay-to=024090001234&so-dien-thoai=0977123456',
    ],
    [at('desk', '/ho-so/0197b3a0-0000-7000-8000-000000000000/tiep-nhan'), 'why=Nguyễn Văn Kín'],
  ] as const)
    await new PlainBrowser().open(address, form(body));
  await new PlainBrowser().open(at('portal', '/tra-cuu'), {
    method: 'POST',
    body: '{"name":"Nguyễn Văn Kín 024090001234',
    headers: { 'content-type': 'application/json' },
  });
  await new PlainBrowser().open(at('portal', '/api/ngan-hang/sepay'), {
    method: 'POST',
    body: '{"content":"Nguyễn Văn Kín 0912345678"',
    headers: { 'content-type': 'application/json' },
  });
  const work = await begin(installation, 8);
  await work.done;
  // Its last lines, and those of the worker's last anchor.
  await installation.stop();

  const folder = join(installation.varFolder, 'log');
  const logs = new Map(
    [
      ...readdirSync(folder).map((name) => join(folder, name)),
      join(installation.varFolder, 'pg', 'server.log'),
    ].map((file) => [file, readFileSync(file, 'utf8')]),
  );
  expect([...logs.keys()].map((file) => [file, statSync(file).mode & 0o777])).toEqual(
    [...logs.keys()].map((file) => [file, 0o640]),
  );
  for (const [file, text] of logs) {
    const plain = (decodable(text) + text).toLowerCase();
    expect(TYPED.filter((one) => plain.includes(one.toLowerCase())).map((one) => `${file}: ${one}`)).toEqual(
      [],
    );
  }
  const refused = (logs.get(join(folder, 'web.log')) ?? '')
    .split('\n')
    .filter((line) => line.includes('"msg":"refused"'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const about = { actor: 'anonymous', address: '127.0.0.0/24', method: 'POST' };
  for (const one of [
    { ...about, code: 'wrong-password', route: '/tuong-tac/:uid/mat-khau', status: 422 },
    { ...about, code: 'otp-wrong', route: '/tuong-tac/:uid/otp' },
    { ...about, code: 'guessed-wrong', route: '/tra-cuu', status: 422 },
    { ...about, code: 'form-expired', status: 403 },
  ])
    expect(refused).toContainEqual(expect.objectContaining(one));
}, 120_000);

/** The text with what is percent-encoded in it read. */
function decodable(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/giu, (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}
