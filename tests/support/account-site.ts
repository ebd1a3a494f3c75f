// The account site's pages before one person without script: cookies kept, forms sent, the SMS read.
import type { FastifyInstance } from 'fastify';
import { createIdentity, type OwnerCheck } from '../../src/modules/identity/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { createSite } from '../../src/platform/http/index.ts';
import { createLog } from '../../src/platform/log.ts';
import { registerAccountPages } from '../../src/sites/account/pages.ts';
import { errorPages } from '../../src/sites/account/shell.tsx';
import { type TestDatabase, testDatabase } from './database.ts';
import { wordsOf } from './plain-browser.ts';

const urls = {
  portal: 'http://portal.test',
  account: 'http://account.test',
  desk: 'http://desk.test',
  sandbox: '',
};
export const clock = fixedClock('2026-11-23T09:00');
export const telco = { answer: 'match' as OwnerCheck };
export let test: TestDatabase;
let app: FastifyInstance;

/** Before the first test of a file. */
export async function openAccountSite(): Promise<void> {
  test = await testDatabase();
  const { db } = test;
  const log = createLog('test', 'silent');
  app = await createSite({
    name: 'account',
    db,
    clock,
    log,
    secret: 's',
    secure: false,
    pages: errorPages,
    signInPath: '/',
  });
  const identity = createIdentity({ db, secret: 's', phoneOwner: { check: async () => telco.answer } });
  const interactions = { find: async () => null, finished: async () => null, finish: async () => '/' };
  registerAccountPages(app, {
    identity,
    clock,
    urls,
    version: 'test',
    secret: 's',
    secure: false,
    interactions,
  });
}

/** After the last. */
export async function closeAccountSite(): Promise<void> {
  await app.close();
  await test.drop();
}

/** One browser: its cookies, its last page. */
export function person() {
  const cookies = new Map<string, string>();
  let page = '';
  async function send(method: 'GET' | 'POST', url: string, form?: Record<string, string>) {
    const answer = await app.inject({
      method,
      url,
      cookies: Object.fromEntries(cookies),
      ...(form && {
        payload: new URLSearchParams(form).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    });
    for (const { name, value } of answer.cookies) cookies.set(name, value);
    if (answer.body) page = answer.body;
    return {
      status: answer.statusCode,
      to: String(answer.headers.location ?? ''),
      words: wordsOf(answer.body),
      html: answer.body,
    };
  }
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(page)?.[1] ?? '';
  return {
    cookies,
    get: (url: string) => send('GET', url),
    post: (url: string, form: Record<string, string>) =>
      send('POST', url, { _csrf: hidden('_csrf'), ...form }),
    hidden,
    shownCode: () =>
      (/(?:đọc từng số|digit by digit): ([\d, ]+)</u.exec(page)?.[1] ?? '').replaceAll(', ', ''),
  };
}

export const FORM = '/dang-ky/thue-bao-di-dong';
/** Counts the people who filled in the form: the last digits of number and phone. */
export let serial = 0;
/** One more of them. */
export function next(): number {
  serial += 1;
  return serial;
}

export async function fill(who: ReturnType<typeof person>, change: Record<string, string> = {}) {
  await who.get(FORM);
  next();
  return who.post(FORM, {
    'so-giay-to': `024092000${100 + serial}`,
    'ho-ten': 'Hoàng Thị Em',
    'ngay-sinh': '05/09/1992',
    'so-dien-thoai': `0915000${100 + serial}`,
    'dau-xac-thuc': who.hidden('dau-xac-thuc'),
    'ma-xac-thuc': who.shownCode(),
    ...change,
  });
}
export async function smsCode(): Promise<string> {
  const rows = test.db
    .selectFrom('notices.message')
    .select('text')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc');
  return (await rows.executeTakeFirstOrThrow()).text.slice(0, 6);
}
