// A database that is away, or hangs: every site says so on its own page, says when to come back, and goes on by itself afterwards.
import { afterEach, describe, expect, it } from 'vitest';
import { PAGE_LIMITS } from '../../src/platform/db.ts';
import { allSitesOnALine, SITE_NAMES } from '../support/all-sites.ts';

const all = allSitesOnALine({
  ...PAGE_LIMITS,
  connectMs: 2_000,
  patience: { suspectMs: 300, pingMs: 1_500 },
});

type Site = (typeof SITE_NAMES)[number];

/** Somebody with a session, true or not: every page has to look for it. */
const ask = (site: Site, { url = '/', language = 'vi', cookie = `mc_${site}=x` } = {}) =>
  all.sites[site].inject({ url, headers: { cookie: `${cookie}; mc_ngon_ngu=${language}` } });

/** Resolves when it does: on a busy machine a connection may take its time. */
const serves = (site: Site) =>
  expect.poll(async () => (await ask(site)).statusCode, { timeout: 20_000 }).toBeLessThan(400);

afterEach(async () => {
  all.line.mend();
  for (const site of SITE_NAMES) await serves(site);
});

describe.each([
  ['hangs', () => all.line.hold()],
  ['is away', () => all.line.cut()],
])('while the database %s', (_what, happen) => {
  it.each(SITE_NAMES)('%s answers 503 with its own page, in the language of the reader', async (site) => {
    await serves(site);
    happen();
    for (const language of site === 'desk' ? ['vi'] : ['vi', 'en']) {
      const answer = await ask(site, { language });
      expect(answer.statusCode).toBe(503);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      expect(answer.headers['content-language']).toBe(language);
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.body).toContain(language === 'vi' ? 'Dịch vụ tạm ngừng' : 'The service is down for now');
    }
  });

  it('what is sent is answered so too, and so are probes', async () => {
    const form = {
      method: 'POST',
      url: '/ho-so',
      headers: { cookie: 'mc_portal=x', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'a=b',
    } as const;
    happen();
    const health = await all.sites.portal.inject({ url: '/health' });
    expect([health.statusCode, health.json().status]).toEqual([503, 'down']);
    expect(Number(health.headers['retry-after'])).toBeGreaterThan(0);
    expect((await all.sites.portal.inject(form)).statusCode).toBe(503);
  });

  it('the account service says so where it speaks its protocol, to people and to programs', async () => {
    const url =
      '/oidc/auth?client_id=portal&response_type=code&scope=openid&redirect_uri=http://127.0.0.1:4300/dang-nhap/xong&code_challenge=cccccccccccccccccccccccccccccccccccccccccccc&code_challenge_method=S256';
    happen();
    const page = await all.sites.account.inject({ url, headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(503);
    expect(Number(page.headers['retry-after'])).toBeGreaterThan(0);
    expect(page.body).toContain('Dịch vụ tạm ngừng');
    const program = await all.sites.account.inject({ url, headers: { accept: 'application/json' } });
    expect(program.statusCode).toBe(503);
  });
});

it('who only reads what is in memory notices nothing', async () => {
  all.line.cut();
  for (const url of ['/', '/thu-tuc'])
    expect((await ask('portal', { url, cookie: 'a=b' })).statusCode).toBe(200);
});
