// What comes back from the account service that should not, and an account service that is not there yet.
import { beforeEach, describe, expect, it } from 'vitest';
import { PlainBrowser, wordsOf } from '../../tests/support/plain-browser.ts';
import { threeSites } from '../../tests/support/three-sites.ts';
import { AN, PASSWORD, stageOfFile, type Visitor } from '../../tests/support/visitor.ts';

const stage = stageOfFile();
let browser: Visitor;
beforeEach(() => {
  browser = stage.visitor();
});

describe('what comes back that should not', () => {
  const toCallback = (url: URL) => url.pathname === '/dang-nhap/xong';

  it('a code used twice opens nothing and revokes what it gave', async () => {
    const arrival = await browser.signIn('portal', AN, toCallback);
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
    const arrival = await browser.signIn('portal', AN, toCallback);
    const stranger = new PlainBrowser();
    await stranger.open(arrival.url);
    expect(stranger.at?.status).toBe(400);
    expect(wordsOf(stranger.at?.html ?? '')).toContain('Đăng nhập lại');
  });

  it('a changed state is lost', async () => {
    const arrival = await browser.signIn('portal', AN, toCallback);
    arrival.url.searchParams.set('state', `${arrival.url.searchParams.get('state')?.slice(0, -2)}xx`);
    await browser.open(arrival.url);
    expect(browser.at?.status).toBe(400);
    await browser.open(`${stage.sites.urls.portal}/ai`);
    expect(browser.at?.url.pathname).toBe('/dang-nhap');
  });

  it('a cookie not signed by the site is lost, even beside a good code', async () => {
    const arrival = await browser.signIn('portal', AN, toCallback);
    const kept = browser.cookiesFor(arrival.url).find(({ name }) => name.startsWith('mc_di_'));
    const visit = (value = '') =>
      fetch(arrival.url, { headers: { cookie: `${kept?.name}=${value}` }, redirect: 'manual' });
    const forged = await visit(`${kept?.value.split('.')[0]}.${'A'.repeat(43)}`);
    expect([forged.status, forged.headers.getSetCookie().join()]).toEqual([
      400,
      expect.not.stringMatching(/mc_portal=/u),
    ]);
    expect((await visit(kept?.value)).status).toBe(303);
  });

  it('a refusal of the provider is a plain page', async () => {
    const leave = await browser.open(
      `${stage.sites.urls.portal}/dang-nhap/di`,
      {},
      (url) => url.pathname === '/oidc/auth',
    );
    const state = leave.url.searchParams.get('state');
    await browser.open(
      `${stage.sites.urls.portal}/dang-nhap/xong?error=access_denied&state=${state}&iss=${encodeURIComponent(`${stage.sites.urls.account}/oidc`)}`,
    );
    expect(browser.at?.status).toBe(400);
    expect(browser.words()).toContain('Đăng nhập lại');
  });

  it('nobody is sent to a foreign site after signing in', async () => {
    for (const ve of ['https://evil.example/x', '//evil.example', '/\\evil.example']) {
      await stage.test.db.deleteFrom('platform.session').execute();
      await browser.open(`${stage.sites.urls.portal}/dang-nhap/di?ve=${encodeURIComponent(ve)}`);
      if (browser.at?.url.pathname.startsWith('/tuong-tac/')) {
        await browser.follow('Tài khoản cấp bởi');
        await browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': PASSWORD });
        await browser.submit('/otp', { otp: await browser.codeFor(AN.phone) });
      }
      expect(browser.at?.way.every((address) => new URL(address).hostname === '127.0.0.1')).toBe(true);
      expect(browser.at?.url.origin).toBe(stage.sites.urls.portal);
    }
  });
});

describe('an account service that starts later', () => {
  it('is a plain page first and works once it is there', async () => {
    const late = await threeSites(stage.test.db, stage.secrets, { accountLater: true });
    try {
      await browser.open(`${late.urls.portal}/dang-nhap/di?ve=/ai`);
      expect(browser.at?.status).toBe(503);
      expect(browser.words()).toContain('Dịch vụ tài khoản tạm ngừng');
      await late.apps.account.listen({ host: '127.0.0.1', port: Number(new URL(late.urls.account).port) });
      await browser.follow('Đăng nhập lại');
      await browser.follow('Đăng nhập Cổng DVC Quốc gia');
      expect(browser.at?.url.pathname).toMatch(/^\/tuong-tac\//u);
    } finally {
      await late.close();
    }
  });
});
