// When a session ends: disuse, its hours, the account, the password, the seat, and a sign-out whose second step nobody follows.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AN, BINH, PASSWORD, stageOfFile, type Visitor } from '../../tests/support/visitor.ts';
import { openSession } from '../platform/sessions.ts';

const stage = stageOfFile();
let browser: Visitor;
beforeEach(() => {
  browser = stage.visitor();
});

const pass = (minutes: number) => stage.sites.clock.set(stage.sites.clock.now().add({ minutes }).toString());
async function isIn(site: 'portal' | 'desk', who = browser): Promise<boolean> {
  return (await who.open(`${stage.sites.urls[site]}/ai`)).url.pathname === '/ai';
}
const change = (username: string, set: { state?: string; password_hash?: string }) =>
  stage.test.db.updateTable('identity.account').set(set).where('username', '=', username).execute();
const hashOf = async (username: string) =>
  (
    await stage.test.db
      .selectFrom('identity.account')
      .select('password_hash')
      .where('username', '=', username)
      .executeTakeFirstOrThrow()
  ).password_hash;

describe('a session of the portal', () => {
  it('ends an hour after it was last used, and lasts while it is used', async () => {
    await browser.signIn('portal', AN);
    for (let i = 0; i < 3; i++) {
      pass(59);
      expect(await isIn('portal')).toBe(true);
    }
    pass(60);
    expect(await isIn('portal')).toBe(false);
  });

  it('ends after eight hours, however much it is used', async () => {
    await browser.signIn('portal', AN);
    for (let i = 0; i < 15; i++) {
      pass(31);
      expect([i, await isIn('portal')]).toEqual([i, true]);
    }
    pass(15);
    expect(await isIn('portal')).toBe(false);
  });
});

describe('a session of the desk', () => {
  it('ends after ten hours, however much it is used', async () => {
    await browser.signIn('desk', BINH);
    for (let i = 0; i < 59; i++) {
      pass(10);
      expect([i, await isIn('desk')]).toEqual([i, true]);
    }
    pass(10);
    expect(await isIn('desk')).toBe(false);
  });

  describe('with a seat', () => {
    const seat = async (role: string, from: string, to: string | null) => {
      const person = await stage.test.db
        .selectFrom('identity.account')
        .select('person_id')
        .where('username', '=', BINH.username)
        .executeTakeFirstOrThrow();
      const agency = await stage.test.db
        .selectFrom('agencies.agency')
        .select('id')
        .orderBy('id')
        .executeTakeFirstOrThrow();
      const row = { person_id: person.person_id, agency_id: agency.id, role, valid_from: from };
      await stage.test.db
        .insertInto('agencies.assignment')
        .values({ ...row, valid_to: to })
        .onConflict((c) =>
          c.columns(['person_id', 'agency_id', 'role', 'valid_from']).doUpdateSet({ valid_to: to }),
        )
        .execute();
    };
    afterEach(() => stage.test.db.deleteFrom('agencies.assignment').execute());

    it('ends when the seat is taken away', async () => {
      await seat('intake', '2025-07-01', null);
      await browser.signIn('desk', BINH);
      expect(await isIn('desk')).toBe(true);
      await seat('examiner', '2025-07-01', null);
      expect(await isIn('desk')).toBe(true);
      await seat('intake', '2025-07-01', '2026-01-01');
      expect(await isIn('desk')).toBe(false);
    });

    it('ends at midnight when the seat does', async () => {
      stage.sites.clock.set('2026-11-25T23:55');
      await seat('intake', '2025-07-01', '2026-11-26');
      await browser.signIn('desk', BINH);
      expect(await isIn('desk')).toBe(true);
      pass(6);
      expect(await isIn('desk')).toBe(false);
    });
  });
});

describe('every session', () => {
  it.each([
    ['portal', AN],
    ['desk', BINH],
  ] as const)('of the %s ends with its account, at the account service too', async (site, who) => {
    await browser.signIn(site, who);
    await change(who.username, { state: 'closed' });
    try {
      expect(await isIn(site)).toBe(false);
    } finally {
      await change(who.username, { state: 'active' });
    }
    expect(await isIn(site)).toBe(false);
    await browser.open(`${stage.sites.urls[site]}/dang-nhap/di`);
    expect(browser.at?.url.pathname).toMatch(/^\/tuong-tac\//u);
  });

  it('ends with its password, in every browser, and so does a sign-in that is under way', async () => {
    await browser.signIn('portal', AN);
    const other = stage.visitor();
    await other.signIn('portal', AN);
    const underWay = stage.visitor();
    await underWay.toPassword('portal');
    await underWay.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': PASSWORD });
    const code = await underWay.codeFor(AN.phone);
    const hash = await hashOf(AN.username);
    await change(AN.username, { password_hash: hash.replace(/.$/u, (last) => (last === 'A' ? 'B' : 'A')) });
    try {
      expect(await isIn('portal')).toBe(false);
      expect(await isIn('portal', other)).toBe(false);
      await underWay.submit('/otp', { otp: code });
      expect(await isIn('portal', underWay)).toBe(false);
    } finally {
      await change(AN.username, { password_hash: hash });
    }
    await browser.open(`${stage.sites.urls.portal}/dang-nhap/di`);
    expect(browser.at?.url.pathname).toMatch(/^\/tuong-tac\//u);
  });

  it('of another account goes on', async () => {
    await browser.signIn('portal', AN);
    await change(BINH.username, { state: 'closed' });
    await change(BINH.username, { state: 'active' });
    expect(await isIn('portal')).toBe(true);
  });

  it('without a limit of disuse lasts its hours', async () => {
    const now = stage.sites.clock.now();
    const who = { accountId: crypto.randomUUID(), personId: crypto.randomUUID(), name: 'X' };
    const token = await openSession(stage.test.db, { ...who, site: 'portal', now, hours: 8 });
    const status = async () =>
      (await stage.sites.apps.portal.inject({ url: '/ai', cookies: { mc_portal: token } })).statusCode;
    pass(7 * 60);
    expect(await status()).toBe(200);
    pass(60);
    expect(await status()).toBe(303);
  });
});

describe('a sign-out', () => {
  it('is complete when the browser never follows the second step', async () => {
    await browser.signIn('portal', AN);
    await browser.open(`${stage.sites.urls.portal}/ai`);
    const body = new URLSearchParams({ _csrf: browser.json().csrf });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const left = await browser.open(
      `${stage.sites.urls.portal}/dang-xuat`,
      { method: 'POST', body, headers },
      () => true,
    );
    expect(left.url.pathname).toBe('/oidc/session/end');
    expect(await isIn('portal')).toBe(false);
    await browser.open(`${stage.sites.urls.portal}/dang-nhap/di`);
    expect(browser.at?.url.pathname).toMatch(/^\/tuong-tac\//u);
    // The second step, followed late, still leads home.
    await browser.open(left.url);
    expect(browser.at?.url.href).toBe(`${stage.sites.urls.portal}/`);
  });
});
