// The language somebody chose goes with them: into the code's SMS, and to another device once they have signed in there.
import { expect, it } from 'vitest';
import { AN, PASSWORD, stageOfFile, type Visitor } from '../../tests/support/visitor.ts';
import { LANGUAGE_COOKIE } from '../platform/http/index.ts';

const stage = stageOfFile();

const languageIn = (browser: Visitor) =>
  browser.cookiesFor(new URL(stage.sites.urls.portal)).find(({ name }) => name === LANGUAGE_COOKIE)?.value;

const languageKept = async () =>
  (
    await stage.test.db
      .selectFrom('identity.account')
      .select('language')
      .where('username', '=', AN.username)
      .executeTakeFirstOrThrow()
  ).language;

const lastText = async () =>
  (
    await stage.test.db
      .selectFrom('notices.message')
      .select('text')
      .where('kind', '=', 'one-time-code')
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow()
  ).text;

it('is not guessed: who never chose reads Vietnamese and nothing is kept', async () => {
  const browser = stage.visitor();
  await browser.signIn('portal', AN);
  expect(await lastText()).toContain('la ma OTP dang nhap');
  expect(await languageKept()).toBeNull();
  expect(languageIn(browser)).toBeUndefined();
});

it('chosen while signed in, it is kept with the account and met again on another device', async () => {
  const browser = stage.visitor();
  await browser.signIn('portal', AN);
  await browser.open(`${stage.sites.urls.portal}/ngon-ngu?chon=en&ve=%2Fai`);
  expect(browser.at?.url.pathname).toBe('/ai');
  expect(await languageKept()).toBe('en');
  const another = stage.visitor();
  await another.signIn('portal', AN);
  expect(languageIn(another)).toBe('en');
});

it('chosen before signing in, the account service asks, writes and remembers in it', async () => {
  const browser = stage.visitor();
  await browser.toPassword('portal');
  await browser.open(
    `${stage.sites.urls.account}/ngon-ngu?chon=en&ve=${encodeURIComponent(browser.at?.url.pathname ?? '')}`,
  );
  expect(browser.at?.html).toContain('<html lang="en"');
  await browser.submit('/mat-khau', { 'ten-dang-nhap': AN.username, 'mat-khau': PASSWORD });
  expect(await lastText()).toMatch(/^\d{6} is the OTP code to sign in to account 024\*\*\*\*234\./u);
  await stage.test.db.updateTable('identity.account').set({ language: null }).execute();
  await browser.submit('/otp', { otp: await browser.codeFor(AN.phone) });
  expect(browser.json().name).toBe('Nguyễn Văn An');
  expect(await languageKept()).toBe('en');
});

it('a page says what it is in, and that the cookie chose it', async () => {
  const page = (language?: string) =>
    stage.sites.apps.portal.inject({
      url: '/dang-nhap',
      ...(language && { cookies: { [LANGUAGE_COOKIE]: language } }),
      headers: { 'accept-encoding': 'gzip' },
    });
  expect((await page('en')).headers).toMatchObject({
    'content-language': 'en',
    vary: 'cookie, accept-encoding',
  });
  expect((await page()).headers['content-language']).toBe('vi');
});
