// The whole way in, over real HTTP with a real client: sign-up, single sign-on, citizens and officials apart, and what must not work.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as oidc from 'openid-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { PlainBrowser, wordsOf } from '../../tests/support/plain-browser.ts';
import { loadSecrets, type Secrets } from '../platform/secrets.ts';
import { loadDemo } from './demo.ts';
import { type ThreeSites, threeSites } from './test-three-sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'motcua-oidc-'));
const PASSWORD = 'MotCua@2026';
let test: TestDatabase;
let secrets: Secrets;
let sites: ThreeSites;
let browser: PlainBrowser;

beforeAll(async () => {
  test = await testDatabase();
  secrets = loadSecrets(folder);
  sites = await threeSites(test.db, secrets);
  await loadDemo(test.db, sites.clock.now());
});
afterAll(async () => {
  await sites.close();
  await test.drop();
  rmSync(folder, { recursive: true });
});
let minute = 0;
beforeEach(() => {
  browser = new PlainBrowser();
  minute += 2;
  sites.clock.set(Temporal.PlainDateTime.from('2026-11-23T09:00').add({ minutes: minute }).toString());
});

async function codeFor(phone: string): Promise<string> {
  const row = await test.db
    .selectFrom('notices.message')
    .select('text')
    .where('recipient', '=', phone)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return row.text.slice(0, 6);
}
const AN = { username: '024090001234', phone: '+84912345678' };
const BINH = { username: 'binh.hiephoa', phone: '+84912345602' };
const otherThan = (code: string) => (code === '000000' ? '111111' : '000000');

/** From a page of the site to the account service's password form. */
async function toPassword(site: 'portal' | 'desk', path = '/ai') {
  await browser.open(`${sites.urls[site]}${path}`);
  await browser.follow(site === 'portal' ? 'Đăng nhập Cổng DVC Quốc gia' : 'Đăng nhập cán bộ');
  if (site === 'portal') await browser.follow('Tài khoản cấp bởi Cổng Dịch vụ công quốc gia');
}
async function signIn(
  site: 'portal' | 'desk',
  who: { username: string; phone: string },
  until?: (url: URL) => boolean,
) {
  await toPassword(site);
  await browser.submit('/mat-khau', { 'ten-dang-nhap': who.username, 'mat-khau': PASSWORD });
  return browser.submit('/otp', { otp: await codeFor(who.phone) }, until);
}
const words = () => wordsOf(browser.at?.html ?? '');
const json = () => JSON.parse(browser.at?.html ?? '{}') as { name: string; csrf: string; kind: string };

describe('the way in', () => {
  it('leads a newcomer from the portal through sign-up, password and code back to where they were', async () => {
    await toPassword('portal', '/ai?tu=1');
    expect(words()).toContain('CMT/CCCD');
    await browser.follow('Đăng ký');
    await browser.submit('/dang-ky', { 'doi-tuong': 'ca-nhan' });
    await browser.follow('Đăng ký Thuê bao di động');
    expect(words()).toContain('Đăng ký Thuê bao di động (Chỉ dành cho công dân)');
    const code = /govuk-visually-hidden">Mã xác nhận, đọc từng số: ([\d, ]+)</u.exec(
      browser.at?.html ?? '',
    )?.[1];
    await browser.submit('/thue-bao-di-dong', {
      'so-giay-to': '024 095 004 321',
      'ho-ten': 'Đỗ Thị Mới',
      'ngay-sinh': '2/9/1995',
      'so-dien-thoai': '0821 234 088',
      'ma-xac-thuc': code?.replaceAll(', ', '') ?? '',
    });
    expect(words()).toContain('Mã xác thực đã được gửi qua SĐT: 082****088');
    await browser.submit('/otp', { otp: await codeFor('+84821234088') });
    expect(words()).toContain(
      'Sử dụng 8 ký tự trở lên bao gồm chữ thường, chữ in hoa, số và ký tự đặc biệt.',
    );
    await browser.submit('/mat-khau', { 'mat-khau': 'Cau-7-mua-he', 'xac-nhan': 'Cau-7-mua-he' });
    expect(words()).toContain('Đăng ký thành công');
    await browser.follow('Tiếp tục đăng nhập');
    await browser.follow('Tài khoản cấp bởi Cổng Dịch vụ công quốc gia');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': '024095004321', 'mat-khau': 'Cau-7-mua-he' });
    expect(words()).toContain('082****088');
    await browser.submit('/otp', { otp: await codeFor('+84821234088') });
    expect(browser.at?.url.href).toBe(`${sites.urls.portal}/ai?tu=1`);
    expect(json()).toMatchObject({ name: 'Đỗ Thị Mới', kind: 'citizen' });
  });

  it('opens nothing by a password alone (S-09)', async () => {
    await toPassword('portal');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': PASSWORD });
    const uid = browser.at?.url.pathname.split('/')[2];
    await browser.open(`${sites.urls.account}/oidc/auth/${uid}`);
    await browser.open(`${sites.urls.portal}/ai`);
    expect(browser.at?.url.pathname).toBe('/dang-nhap');
  });

  it('says what is wrong, keeps the name, never the password', async () => {
    await toPassword('portal');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': '024090009999', 'mat-khau': 'Sai-mat-khau-1' });
    expect(browser.at?.status).toBe(422);
    expect(words()).toContain('Tên đăng nhập hoặc mật khẩu không đúng');
    expect(browser.at?.html).toContain('value="024090009999"');
    expect(browser.at?.html).not.toContain('Sai-mat-khau-1');
    await browser.submit('/mat-khau', {});
    expect(words()).toContain('Bạn phải nhập cmt/cccd.');
  });

  it('tells a wrong code, sends a new one after the wait, and then opens', async () => {
    await toPassword('portal');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': PASSWORD });
    const first = await codeFor(AN.phone);
    await browser.submit('/otp', { otp: otherThan(first) });
    expect(words()).toMatch(/Mã OTP không đúng.*còn 4 lần thử/u);
    await browser.submit('/gui-lai');
    expect(browser.at?.status).toBe(429);
    expect(words()).toMatch(/nhận mã mới sau/u);
    sites.clock.set(sites.clock.now().add({ seconds: 61 }).toString());
    await browser.submit('/gui-lai');
    expect(browser.at?.status).toBe(200);
    await browser.submit('/otp', { otp: await codeFor(AN.phone) });
    expect(json()).toMatchObject({ name: 'Nguyễn Văn An' });
  });

  it('knows the browser at the next sign-in of the portal, without asking again', async () => {
    await signIn('portal', AN);
    expect(browser.at?.url.pathname).toBe('/ai');
    await test.db.deleteFrom('platform.session').execute();
    await browser.open(`${sites.urls.portal}/dang-nhap/di?ve=/ai`);
    expect(json()).toMatchObject({ name: 'Nguyễn Văn An' });
  });

  it('keeps two tabs apart', async () => {
    const atProvider = (url: URL) => url.pathname === '/oidc/auth';
    const tab = (n: number) =>
      browser.open(`${sites.urls.portal}/dang-nhap/di?ve=/ai?tab=${n}`, {}, atProvider);
    const first = await tab(1);
    const second = await tab(2);
    await browser.open(first.url);
    await browser.follow('Tài khoản cấp bởi');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': PASSWORD });
    await browser.submit('/otp', { otp: await codeFor(AN.phone) });
    expect(browser.at?.url.search).toBe('?tab=1');
    await browser.open(second.url);
    expect(browser.at?.url.search).toBe('?tab=2');
  });
});

describe('the way out', () => {
  async function leave(site: 'portal' | 'desk') {
    await browser.open(`${sites.urls[site]}/ai`);
    const body = new URLSearchParams({ _csrf: json().csrf });
    return browser.open(`${sites.urls[site]}/dang-xuat`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  it('ends the session here and at the account service, without a second question', async () => {
    await signIn('portal', AN);
    await leave('portal');
    expect(browser.at?.url.href).toBe(`${sites.urls.portal}/`);
    await browser.open(`${sites.urls.portal}/ai`);
    expect(browser.at?.url.pathname).toBe('/dang-nhap');
    await browser.open(`${sites.urls.portal}/dang-nhap/di`);
    expect(browser.at?.url.pathname).toMatch(/^\/tuong-tac\//u);
  });

  it('leads home when the account service knows nobody any more', async () => {
    await signIn('portal', AN);
    await test.db.deleteFrom('identity.oidc_payload').where('model', '=', 'Session').execute();
    await leave('portal');
    expect(browser.at?.url.href).toBe(`${sites.urls.portal}/`);
  });

  it('asks first when somebody else sends one there', async () => {
    await signIn('portal', AN);
    await browser.open(`${sites.urls.account}/oidc/session/end`);
    expect(words()).toContain('Bạn muốn đăng xuất?');
    await browser.submit('/oidc/session/end/confirm', { logout: 'yes' });
    expect(words()).toContain('Bạn đã đăng xuất');
  });

  it('needs the form’s token', async () => {
    await signIn('portal', AN);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    await browser.open(`${sites.urls.portal}/dang-xuat`, { method: 'POST', body: '_csrf=x', headers: form });
    expect(browser.at?.status).toBe(403);
    await browser.open(`${sites.urls.portal}/ai`);
    expect(json()).toMatchObject({ name: 'Nguyễn Văn An' });
  });
});

describe('the desk', () => {
  it('lets an official in with a name, a password and a code', async () => {
    await toPassword('desk');
    expect(words()).toContain('Đăng nhập cán bộ');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': BINH.username, 'mat-khau': PASSWORD });
    await browser.submit('/otp', { otp: await codeFor(BINH.phone) });
    expect(json()).toMatchObject({ name: 'Trần Thị Bình', kind: 'official' });
  });

  it('refuses a citizen with a page that says where to go', async () => {
    await toPassword('desk');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': PASSWORD });
    expect(browser.at?.status).toBe(403);
    expect(words()).toContain('Bàn một cửa chỉ dành cho cán bộ');
    expect(words()).toContain('Về Cổng dịch vụ công');
  });

  it('asks a citizen who is signed in at the portal all the same, even when the wish to be asked is cut out', async () => {
    await signIn('portal', AN);
    const leave = await browser.open(
      `${sites.urls.desk}/dang-nhap/di`,
      {},
      (url) => url.pathname === '/oidc/auth',
    );
    leave.url.searchParams.delete('prompt');
    await browser.open(leave.url);
    expect(browser.at?.url.pathname).toMatch(/^\/tuong-tac\/.*\/mat-khau$/u);
    expect(words()).toContain('Đăng nhập cán bộ');
  });

  it('asks an official each time', async () => {
    await signIn('desk', BINH);
    const leave = await browser.open(
      `${sites.urls.desk}/dang-nhap/di`,
      {},
      (url) => url.pathname === '/oidc/auth',
    );
    leave.url.searchParams.delete('prompt');
    await browser.open(leave.url);
    expect(browser.at?.url.pathname).toMatch(/^\/tuong-tac\//u);
  });

  it('does not let an official’s session into the portal, and lets another account follow in the same browser', async () => {
    await signIn('desk', BINH);
    await browser.open(`${sites.urls.portal}/dang-nhap/di`);
    expect(browser.at?.url.pathname).toMatch(/^\/tuong-tac\//u);
    sites.clock.set(sites.clock.now().add({ seconds: 61 }).toString());
    await signIn('portal', AN);
    expect(json()).toMatchObject({ name: 'Nguyễn Văn An', kind: 'citizen' });
  });

  it('refuses an official at the portal with a way on', async () => {
    await toPassword('portal');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': BINH.username, 'mat-khau': PASSWORD });
    expect(browser.at?.status).toBe(403);
    expect(words()).toContain('tài khoản cán bộ');
  });
});

describe('what comes back that should not', () => {
  const toCallback = (url: URL) => url.pathname === '/dang-nhap/xong';

  it('a code used twice opens nothing and revokes what it gave', async () => {
    const arrival = await signIn('portal', AN, toCallback);
    const cookies = browser
      .cookiesFor(arrival.url)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const again = () => fetch(arrival.url, { headers: { cookie: cookies }, redirect: 'manual' });
    expect((await again()).status).toBe(303);
    const replay = await again();
    expect(replay.status).toBe(400);
    expect(wordsOf(await replay.text())).toContain('Chưa đăng nhập được');
  });

  it('an answer in another browser is lost, and says so with a way on', async () => {
    const arrival = await signIn('portal', AN, toCallback);
    const stranger = new PlainBrowser();
    await stranger.open(arrival.url);
    expect(stranger.at?.status).toBe(400);
    expect(wordsOf(stranger.at?.html ?? '')).toContain('Đăng nhập lại');
  });

  it('a changed state is lost', async () => {
    const arrival = await signIn('portal', AN, toCallback);
    arrival.url.searchParams.set('state', `${arrival.url.searchParams.get('state')?.slice(0, -2)}xx`);
    await browser.open(arrival.url);
    expect(browser.at?.status).toBe(400);
    await browser.open(`${sites.urls.portal}/ai`);
    expect(browser.at?.url.pathname).toBe('/dang-nhap');
  });

  it('a cookie written by hand is lost', async () => {
    const forged = Buffer.from(
      JSON.stringify({ state: 'abcdefghijklmnop', nonce: 'n', verifier: 'v', back: '/' }),
    ).toString('base64url');
    const answer = await fetch(`${sites.urls.portal}/dang-nhap/xong?state=abcdefghijklmnop&code=x`, {
      headers: { cookie: `mc_di_abcdefghijkl=${forged}.forged` },
    });
    expect(answer.status).toBe(400);
  });

  it('a refusal of the provider is a plain page', async () => {
    const leave = await browser.open(
      `${sites.urls.portal}/dang-nhap/di`,
      {},
      (url) => url.pathname === '/oidc/auth',
    );
    const state = leave.url.searchParams.get('state');
    await browser.open(
      `${sites.urls.portal}/dang-nhap/xong?error=access_denied&state=${state}&iss=${encodeURIComponent(`${sites.urls.account}/oidc`)}`,
    );
    expect(browser.at?.status).toBe(400);
    expect(words()).toContain('Đăng nhập lại');
  });

  it('nobody is sent to a foreign site after signing in', async () => {
    for (const ve of ['https://evil.example/x', '//evil.example', '/\\evil.example']) {
      await test.db.deleteFrom('platform.session').execute();
      await browser.open(`${sites.urls.portal}/dang-nhap/di?ve=${encodeURIComponent(ve)}`);
      if (browser.at?.url.pathname.startsWith('/tuong-tac/')) {
        await browser.follow('Tài khoản cấp bởi');
        await browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': PASSWORD });
        await browser.submit('/otp', { otp: await codeFor(AN.phone) });
      }
      expect(browser.at?.way.every((address) => new URL(address).hostname === '127.0.0.1')).toBe(true);
      expect(browser.at?.url.origin).toBe(sites.urls.portal);
    }
  });
});

describe('the provider', () => {
  const configured = (id = 'portal', secret = secrets.portalClient) =>
    oidc.discovery(new URL(`${sites.urls.account}/oidc`), id, undefined, oidc.ClientSecretBasic(secret), {
      execute: [oidc.allowInsecureRequests],
    });
  const redirectUri = () => `${sites.urls.portal}/dang-nhap/xong`;

  async function trip(extra: Record<string, string> = {}, drop: string[] = []) {
    const verifier = oidc.randomPKCECodeVerifier();
    const parameters: Record<string, string> = {
      redirect_uri: redirectUri(),
      scope: 'openid',
      state: oidc.randomState(),
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...extra,
    };
    for (const name of drop) delete parameters[name];
    return {
      verifier,
      state: parameters.state ?? '',
      url: oidc.buildAuthorizationUrl(await configured(), parameters),
    };
  }
  async function codeAfter(url: URL): Promise<URL> {
    const at = (address: URL) => address.pathname === '/dang-nhap/xong';
    await browser.open(url, {}, at);
    await browser.follow('Tài khoản cấp bởi');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': PASSWORD });
    return (await browser.submit('/otp', { otp: await codeFor(AN.phone) }, at)).url;
  }

  it('gives the claims under the national names, with the level reached', async () => {
    const { verifier, state, url } = await trip({ acr_values: 'LoA1' });
    const tokens = await oidc.authorizationCodeGrant(await configured(), await codeAfter(url), {
      pkceCodeVerifier: verifier,
      expectedState: state,
    });
    const claims = tokens.claims();
    expect(claims).toMatchObject({ acr: 'LoA1', amr: ['pwd', 'otp'], aud: 'portal' });
    expect(JSON.stringify(claims)).not.toMatch(/024090001234|Nguyễn|912345678/u);
    const info = await oidc.fetchUserInfo(await configured(), tokens.access_token, claims?.sub ?? '');
    expect(info).toMatchObject({
      HoVaTen: 'Nguyễn Văn An',
      SoDinhDanh: '024090001234',
      LoaiTaiKhoan: '1',
      NgayThangNamSinh: '19900315',
      SoDienThoai: '0912345678',
      loAs: 'LoA1',
    });
  });

  it('refuses a code with another verifier', async () => {
    const { state, url } = await trip();
    const back = await codeAfter(url);
    await expect(
      oidc.authorizationCodeGrant(await configured(), back, {
        pkceCodeVerifier: oidc.randomPKCECodeVerifier(),
        expectedState: state,
      }),
    ).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('refuses a code of the portal when the desk brings it', async () => {
    const { verifier, state, url } = await trip();
    const back = await codeAfter(url);
    await expect(
      oidc.authorizationCodeGrant(await configured('desk', secrets.deskClient), back, {
        pkceCodeVerifier: verifier,
        expectedState: state,
      }),
    ).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('refuses a wrong client secret', async () => {
    const { verifier, state, url } = await trip();
    const back = await codeAfter(url);
    await expect(
      oidc.authorizationCodeGrant(await configured('portal', 'wrong'), back, {
        pkceCodeVerifier: verifier,
        expectedState: state,
      }),
    ).rejects.toMatchObject({ status: 401 });
  });

  it('lets one of two win that bring one code at the same moment', async () => {
    const { verifier, state, url } = await trip();
    const back = await codeAfter(url);
    const configuration = await configured();
    const both = await Promise.allSettled(
      [1, 2].map(() =>
        oidc.authorizationCodeGrant(configuration, back, {
          pkceCodeVerifier: verifier,
          expectedState: state,
        }),
      ),
    );
    expect(both.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  for (const [what, extra, drop] of [
    ['without PKCE', {}, ['code_challenge', 'code_challenge_method']],
    ['with the plain PKCE method', { code_challenge_method: 'plain' }, []],
    ['for a token straight away', { response_type: 'id_token', nonce: 'n' }, []],
  ] as const) {
    it(`refuses a request ${what}`, async () => {
      const { url } = await trip(extra, [...drop]);
      await browser.open(url, {}, (address) => address.pathname === '/dang-nhap/xong');
      const told =
        browser.at?.url.searchParams.get('error') ??
        new URLSearchParams(browser.at?.url.hash.slice(1)).get('error');
      expect(told ?? String(browser.at?.status)).toMatch(
        /invalid_request|unsupported_response_type|unauthorized_client|400/u,
      );
      expect(browser.at?.url.pathname).not.toMatch(/tuong-tac/u);
    });
  }

  it('does not go to an address that is not registered, and says so in plain words', async () => {
    const { url } = await trip({ redirect_uri: 'http://127.0.0.1:1/evil' });
    await browser.open(url);
    expect(browser.at?.status).toBe(400);
    expect(words()).toContain('Địa chỉ quay về không đúng');
    expect(browser.at?.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(browser.at?.html).not.toContain('evil');
  });

  it('refuses a level it does not reach with a page, instead of pretending', async () => {
    const { url } = await trip({ acr_values: 'LoA3' });
    await browser.open(url);
    expect(browser.at?.status).toBe(403);
    expect(words()).toContain('Cần mức xác thực cao hơn');
  });

  it('lets only the browser that began a sign-in go on with it', async () => {
    await toPassword('portal');
    const stranger = new PlainBrowser();
    await stranger.open(browser.at?.url ?? '');
    expect(stranger.at?.status).toBe(410);
    expect(wordsOf(stranger.at?.html ?? '')).toContain('Đăng nhập lại');
  });

  it('does not let a closed account keep its session', async () => {
    await signIn('portal', AN);
    await test.db.deleteFrom('platform.session').execute();
    await test.db
      .updateTable('identity.account')
      .set({ state: 'closed' })
      .where('username', '=', AN.username)
      .execute();
    await browser.open(`${sites.urls.portal}/dang-nhap/di?ve=/ai`);
    await test.db
      .updateTable('identity.account')
      .set({ state: 'active' })
      .where('username', '=', AN.username)
      .execute();
    expect(browser.at?.url.pathname).not.toBe('/ai');
  });
});

describe('an account service that starts later', () => {
  it('is a plain page first and works once it is there', async () => {
    const late = await threeSites(test.db, secrets, { accountLater: true });
    try {
      await browser.open(`${late.urls.portal}/dang-nhap/di?ve=/ai`);
      expect(browser.at?.status).toBe(503);
      expect(words()).toContain('Dịch vụ tài khoản tạm ngừng');
      await late.apps.account.listen({ host: '127.0.0.1', port: Number(new URL(late.urls.account).port) });
      await browser.follow('Đăng nhập lại');
      await browser.follow('Đăng nhập Cổng DVC Quốc gia');
      expect(browser.at?.url.pathname).toMatch(/^\/tuong-tac\//u);
    } finally {
      await late.close();
    }
  });
});
