// The visitor's address behind proxies: the entry before our own proxies', never what the visitor wrote further left.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { fixedClock } from '../clock.ts';
import { createLog } from '../log.ts';
import { createSite } from './index.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => test.drop());

async function addressSeen(trustProxy: number, forwarded: string): Promise<string> {
  const page = () => '';
  const app = await createSite({
    name: 'portal',
    db: test.db,
    clock: fixedClock('2026-11-23T09:00'),
    log: createLog('test', 'silent'),
    secret: 's',
    secure: false,
    trustProxy,
    pages: { notFound: page, refused: page, failed: page, unavailable: page },
    signInPath: '/dang-nhap',
  });
  app.get('/ip', { config: { guard: 'public' } }, (req) => req.ip);
  const reply = await app.inject({
    url: '/ip',
    remoteAddress: '10.0.0.1',
    headers: { 'x-forwarded-for': forwarded },
  });
  await app.close();
  return reply.body;
}

it.each([
  ['without a proxy the header is nothing', 0, '203.0.113.9', '10.0.0.1'],
  ['one proxy: the last entry', 1, '203.0.113.9', '203.0.113.9'],
  ['one proxy: a forged entry further left is not believed', 1, '198.51.100.1, 203.0.113.9', '203.0.113.9'],
  ['two proxies: the entry before the last', 2, '198.51.100.1, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
])('%s', async (_what, proxies, forwarded, expected) => {
  expect(await addressSeen(proxies, forwarded)).toBe(expected);
});
