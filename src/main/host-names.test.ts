// What a visitor writes as Host, or a proxy as forwarded, shapes no address that the sites write; other names are turned away.
import { describe, expect, it } from 'vitest';
import { AN, PASSWORD, stageOfFile } from '../../tests/support/visitor.ts';
import { fixedClock } from '../platform/clock.ts';
import { createSite } from '../platform/http/index.ts';
import { createLog } from '../platform/log.ts';
import { errorPages } from '../sites/account/shell.tsx';
import { identityProvider, mountIdentityProvider } from './identity-provider.ts';

const stage = stageOfFile();
const SITES = ['portal', 'account', 'desk'] as const;
const FORWARDED: Readonly<Record<string, string>> = {
  forwarded: 'for=192.0.2.1;host=evil.example;proto=https',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-server': 'evil.example',
  'x-forwarded-proto': 'https',
  'x-forwarded-port': '4444',
  'x-forwarded-prefix': '/evil.example',
  'x-original-url': '/evil.example',
  'x-rewrite-url': '/evil.example',
  'x-host': 'evil.example',
};
/** One header at a time, and all of them. */
const CASES = [...Object.entries(FORWARDED).map(([name, value]) => ({ [name]: value })), FORWARDED];
const own = (site: (typeof SITES)[number]) => new URL(stage.sites.urls[site]).host;

describe('a name that is not the site’s', () => {
  it.each(SITES)('is turned away at the %s, on every route, with the way to the right one', async (site) => {
    const { doors, ...app } = stage.sites.apps[site];
    const inject = stage.sites.apps[site].inject.bind(stage.sites.apps[site]);
    expect(app).toBeDefined();
    for (const { method, url } of doors) {
      if (method === 'HEAD' || method === 'OPTIONS') continue;
      for (const host of [
        'evil.example',
        `evil.example:${new URL(stage.sites.urls[site]).port}`,
        `${own(site)}.evil.example`,
      ]) {
        const answer = await inject({
          method: method as 'GET',
          url: url.replace(/:\w+|\*/gu, 'x'),
          headers: { host },
        });
        expect([url, host, answer.statusCode]).toEqual([url, host, 421]);
        expect(answer.body).not.toContain('evil.example');
        expect(JSON.stringify(answer.headers)).not.toContain('evil.example');
        expect(answer.body).toContain(stage.sites.urls[site]);
      }
    }
  });

  it('and one that is: the origin’s, a configured one, this machine’s', async () => {
    for (const host of [
      own('portal'),
      'mot-cua.test',
      'localhost:9999',
      '[::1]:1',
      '127.0.0.1',
      'MOT-CUA.test',
    ]) {
      const answer = await stage.sites.apps.portal.inject({ url: '/dang-nhap', headers: { host } });
      expect([host, answer.statusCode]).toEqual([host, 200]);
    }
  });
});

describe('forwarded headers', () => {
  it('shape neither discovery nor any endpoint in it, and nor does a Host that is answered', async () => {
    const discovery = async (headers: Record<string, string>) =>
      (
        await fetch(`${stage.sites.urls.account}/oidc/.well-known/openid-configuration`, { headers })
      ).json() as Promise<Record<string, unknown>>;
    const plain = await discovery({});
    expect(plain.issuer).toBe(`${stage.sites.urls.account}/oidc`);
    for (const [name, value] of Object.entries(plain))
      if (typeof value === 'string' && /_endpoint$|_uri$/u.test(name))
        expect(value).toMatch(new RegExp(`^${stage.sites.urls.account}/oidc/`, 'u'));
    for (const headers of CASES) expect(await discovery(headers)).toEqual(plain);
    const { host } = new URL(stage.sites.urls.account);
    for (const named of ['mot-cua.test', 'localhost:1']) {
      const answer = await stage.sites.apps.account.inject({
        url: '/oidc/.well-known/openid-configuration',
        headers: { host: named, 'x-forwarded-host': 'evil.example' },
      });
      expect(answer.body).toContain(host);
      expect(answer.json()).toEqual(plain);
    }
  });

  it('shape no page, no redirect and no cookie of any site', async () => {
    for (const site of SITES) {
      for (const { method, url } of stage.sites.apps[site].doors) {
        if (method !== 'GET') continue;
        for (const headers of CASES) {
          const answer = await stage.sites.apps[site].inject({
            url: url.replace(/:\w+|\*/gu, 'x'),
            headers: { host: own(site), ...headers },
          });
          expect([url, answer.body.includes('evil.example')]).toEqual([url, false]);
          expect([url, JSON.stringify(answer.headers).includes('evil.example')]).toEqual([url, false]);
        }
      }
    }
  });

  it('shape no step of a sign-in', async () => {
    const browser = stage.visitor();
    const open = browser.open.bind(browser);
    browser.open = (address, init = {}, until) =>
      open(
        address,
        { ...init, headers: { ...(init.headers as Record<string, string>), ...FORWARDED } },
        until,
      );
    await browser.toPassword('portal');
    await browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': PASSWORD });
    const { way } = await browser.submit('/otp', { otp: await browser.codeFor(AN.phone) });
    expect(browser.json()).toMatchObject({ name: 'Nguyễn Văn An' });
    const ours = SITES.map((site) => stage.sites.urls[site]);
    expect(way.filter((address) => !ours.includes(new URL(address).origin))).toEqual([]);
  });

  it('make no cookie of an https account service less than Secure, nor its addresses http', async () => {
    const account = 'https://taikhoan.example';
    const { test, secrets } = stage;
    const urls = { portal: 'https://cong.example', account, desk: 'https://ban.example' };
    const log = createLog('test', 'silent');
    const app = await createSite({
      name: 'account',
      db: test.db,
      clock: fixedClock('2026-11-23T09:00'),
      log,
      secret: 's',
      secure: true,
      pages: errorPages,
      signInPath: '/',
      reach: { origin: account, hosts: [] },
    });
    mountIdentityProvider(app, identityProvider({ db: test.db, secrets, urls, log }), account);
    const headers = { host: 'taikhoan.example:443', 'x-forwarded-proto': 'http' };
    const discovery = await app.inject({ url: '/oidc/.well-known/openid-configuration', headers });
    expect(discovery.json().authorization_endpoint).toBe(`${account}/oidc/auth`);
    const query = new URLSearchParams({
      client_id: 'portal',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${urls.portal}/dang-nhap/xong`,
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    const asked = await app.inject({ url: `/oidc/auth?${query}`, headers });
    expect(asked.headers.location).toMatch(/^\/tuong-tac\//u);
    expect(asked.cookies.length).toBeGreaterThan(0);
    for (const cookie of asked.cookies) expect(cookie).toMatchObject({ secure: true, httpOnly: true });
    await app.close();
  });
});
