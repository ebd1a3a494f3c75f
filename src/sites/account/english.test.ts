// The account service in English: every page of sign-up is whole, whatever goes wrong on the way.
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  closeAccountSite,
  FORM,
  fill,
  openAccountSite,
  person,
  smsCode,
} from '../../../tests/support/account-site.ts';
import { languageOfPage, vietnameseLeft } from '../../../tests/support/vietnamese-left.ts';
import {
  confirmSignOutPage,
  protocolErrorPage,
  signedOutPage,
  signOutFailedPage,
} from './protocol-pages.tsx';

beforeAll(openAccountSite);
afterAll(closeAccountSite);

function inEnglish() {
  const who = person();
  who.cookies.set('mc_ngon_ngu', 'en');
  return who;
}

function whole(html: string): void {
  expect(languageOfPage(html)).toBe('en');
  expect(vietnameseLeft(html)).toEqual([]);
}

it.each([
  '/',
  '/dang-ky',
  '/dang-ky/ca-nhan',
  '/dang-ky/doanh-nghiep',
  '/dang-ky/co-quan',
  FORM,
  '/dang-ky/xong',
  `/dang-ky/0192d3c0-0000-7000-8000-000000000000/otp`,
  '/tuong-tac/abcdefghijklmnop',
  '/khong-co',
])('%s', async (path) => {
  whole((await inEnglish().get(path)).html);
});

it('the whole of sign-up, with slips at each step', async () => {
  const who = inEnglish();
  await who.get('/dang-ky');
  whole((await who.post('/dang-ky', {})).html);
  const wrong = {
    'so-giay-to': '1',
    'ho-ten': '',
    'ngay-sinh': '31/04/1991',
    'so-dien-thoai': '12',
    email: 'a',
  };
  const refused = await fill(who, { ...wrong, 'ma-xac-thuc': '1' });
  whole(refused.html);
  expect(refused.words).toContain('There is a problem');
  expect(refused.words).toContain('you entered 1 digit.');
  expect(refused.words).toContain('The confirmation code is wrong.');
  const { to: codePage } = await fill(who);
  whole((await who.get(codePage)).html);
  const badCode = await who.post(codePage, { otp: '12' });
  whole(badCode.html);
  expect(badCode.words).toContain('The OTP code has 6 digits.');
  const soon = await who.post(codePage.replace('/otp', '/gui-lai'), {});
  whole(soon.html);
  expect(soon.words).toContain('You can get a new one in 1 minute (at 09:01)');
  const { to: passwordPage } = await who.post(codePage, { otp: await smsCode() });
  whole((await who.get(passwordPage)).html);
  const weak = await who.post(passwordPage, { 'mat-khau': 'abc', 'xac-nhan': '' });
  whole(weak.html);
  expect(weak.words).toContain('it needs 8 characters or more; a capital letter; a digit;');
  const done = await who.post(passwordPage, { 'mat-khau': 'Cau-7-mua-he', 'xac-nhan': 'Cau-7-mua-he' });
  whole((await who.get(done.to)).html);
});

it('what the protocol engine shows by itself', () => {
  whole(protocolErrorPage('en', { code: 'invalid_request', portal: '' }));
  whole(signOutFailedPage('en', { code: 'invalid_request', portal: '' }));
  whole(confirmSignOutPage('en', { action: '/', xsrf: '' }));
  whole(signedOutPage('en'));
});
