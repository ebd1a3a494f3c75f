// A session that ends while somebody writes loses nothing, and an old tab in a new sign-in leads on; nobody else gets what was typed.
import { beforeEach, describe, expect, it } from 'vitest';
import { AN, BINH, stageOfFile, type Visitor, type Who } from '../../tests/support/visitor.ts';

const stage = stageOfFile();
let browser: Visitor;
beforeEach(() => {
  browser = stage.visitor();
});

const DUNG: Who = { username: 'dung.hiephoa', phone: '+84912345604' };
const TYPED = { 'ho-ten': 'Hoàng Thị Em', 'ghi-chu': 'dòng một\ndòng "hai" <b &', nut: 'luu' };
const pass = (minutes: number) => stage.sites.clock.set(stage.sites.clock.now().add({ minutes }).toString());
const origin = (site: 'portal' | 'desk') => stage.sites.urls[site];

/** Sends the form of the page a browser stands at. */
const send = (who = browser) => who.submit('/viet?o=1', TYPED);
const sent = (who = browser) => {
  const answer = JSON.parse(who.at?.html ?? '{}') as { name: string; sent: Record<string, string> };
  const { _csrf, ...fields } = answer.sent;
  return { name: answer.name, fields };
};
/** Signs in from wherever the browser was sent. */
async function goOn(site: 'portal' | 'desk', who: Who, visitor = browser) {
  await visitor.follow(site === 'portal' ? 'Đăng nhập Cổng DVC Quốc gia' : 'Đăng nhập cán bộ');
  if (site === 'portal') await visitor.follow('Tài khoản cấp bởi Cổng Dịch vụ công quốc gia');
  await visitor.submit('/mat-khau', { 'ten-dang-nhap': who.username, 'mat-khau': 'MotCua@2026' });
  return visitor.submit('/otp', { otp: await visitor.codeFor(who.phone) });
}

describe.each([
  ['portal', AN, 'Nguyễn Văn An', 8],
  ['desk', BINH, 'Trần Thị Bình', 10],
] as const)('at the %s', (site, who, name, hours) => {
  it.each([
    ['was not used for long', 61],
    ['has had its hours', hours * 60 + 1],
  ])('what is sent when the session %s is kept, and sent on by one press', async (_why, minutes) => {
    await browser.signIn(site, who);
    await browser.open(`${origin(site)}/viet`);
    pass(minutes);
    await stage.test.db.deleteFrom('identity.oidc_payload').execute();
    await send();
    expect(browser.at?.url.pathname).toBe('/dang-nhap');
    expect(browser.words()).toContain('những gì bạn vừa nhập vẫn còn');
    await goOn(site, who);
    expect(browser.at?.url.pathname).toMatch(/^\/tiep-tuc\//u);
    expect(browser.words()).toContain('Những gì bạn vừa nhập vẫn còn');
    expect(browser.words()).toContain(`tài khoản của ${name}`);
    await browser.submit('/viet?o=1');
    expect(sent()).toEqual({ name, fields: TYPED });
  });

  it('what is sent after the account’s sessions were ended is kept for the same browser', async () => {
    await browser.signIn(site, who);
    await browser.open(`${origin(site)}/viet`);
    await stage.test.db.deleteFrom('platform.session').execute();
    await stage.test.db.deleteFrom('identity.oidc_payload').execute();
    await send();
    pass(2);
    await goOn(site, who);
    await browser.submit('/viet?o=1');
    expect(sent()).toEqual({ name, fields: TYPED });
  });

  it('a tab from before goes on in a new sign-in of the same person', async () => {
    await browser.signIn(site, who);
    const old = await browser.open(`${origin(site)}/viet`);
    pass(hours * 60 + 1);
    await stage.test.db.deleteFrom('identity.oidc_payload').execute();
    await browser.signIn(site, who);
    browser.at = old;
    await send();
    expect(sent()).toEqual({ name, fields: TYPED });
  });

  it('nobody gets what was kept for another, nor in another browser', async () => {
    await browser.signIn(site, who);
    await browser.open(`${origin(site)}/viet`);
    pass(hours * 60 + 1);
    await stage.test.db.deleteFrom('identity.oidc_payload').execute();
    const kept = await browser.submit('/viet?o=1', TYPED, (url) => url.pathname === '/dang-nhap');
    const address = new URL(kept.url.searchParams.get('ve') ?? '', origin(site));
    const stranger = stage.visitor();
    await stranger.open(address);
    expect(stranger.at?.url.pathname).toBe('/dang-nhap');
    expect(stranger.at?.html).not.toContain('Hoàng Thị Em');
    pass(24 * 60);
    await browser.signIn(site, who);
    await browser.open(address);
    expect(browser.at?.html).not.toContain('Hoàng Thị Em');
  });

  it('a form that no page of this browser held is kept for nobody', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const extra of [{}, { origin: 'https://evil.example' }, { origin: 'null' }]) {
      const answer = await browser.open(
        `${origin(site)}/viet`,
        {
          method: 'POST',
          body: new URLSearchParams({ ...TYPED, _csrf: 'x' }),
          headers: { ...headers, ...(extra as Record<string, string>) },
        },
        (url) => url.pathname === '/dang-nhap',
      );
      expect(answer.url.searchParams.get('ve')).toBe('/');
    }
    await browser.signIn(site, who);
    const refused = await browser.open(`${origin(site)}/viet`, {
      method: 'POST',
      body: new URLSearchParams({ ...TYPED, _csrf: 'x' }),
      headers: { ...headers, origin: 'https://evil.example' },
    });
    expect(refused.status).toBe(403);
    expect(refused.html).not.toContain('Hoàng Thị Em');
  });

  it('a tab whose token nobody knows any more asks once, with everything that was typed', async () => {
    await browser.signIn(site, who);
    const answer = await browser.open(`${origin(site)}/viet?o=1`, {
      method: 'POST',
      body: new URLSearchParams({ ...TYPED, _csrf: 'of-a-former-secret' }),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: origin(site) },
    });
    expect(answer.status).toBe(409);
    expect(browser.words()).toContain('Trang này đã mở từ trước');
    await browser.submit('/viet?o=1');
    expect(sent()).toEqual({ name, fields: TYPED });
  });
});

describe('one person’s tab in another’s sign-in', () => {
  it('does nothing in the other’s name until they say so', async () => {
    await browser.signIn('desk', BINH);
    const old = await browser.open(`${origin('desk')}/viet`);
    pass(10 * 60 + 1);
    await browser.signIn('desk', DUNG);
    browser.at = old;
    await send();
    expect(browser.at?.status).toBe(409);
    expect(browser.words()).toContain('tài khoản của Phạm Văn Dũng');
    await browser.submit('/viet?o=1');
    expect(sent().fields).toEqual(TYPED);
  });
});

describe('a sign-in page', () => {
  it('leads back to the very page that was asked for', async () => {
    await browser.signIn('portal', AN);
    pass(61);
    await stage.test.db.deleteFrom('identity.oidc_payload').execute();
    await browser.open(`${origin('portal')}/ai?trang=2`);
    await goOn('portal', AN);
    expect(browser.at?.url.href).toBe(`${origin('portal')}/ai?trang=2`);
  });
});
