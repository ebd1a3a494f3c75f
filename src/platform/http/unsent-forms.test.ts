// What a site refuses for a while (503) is given back to be sent again; what it refuses for good is not.
import { expect, it } from 'vitest';
import { databaseOfFile } from '../../../tests/support/database.ts';
import { fixedClock } from '../clock.ts';
import { createLog } from '../log.ts';
import { formToken } from './form-tokens.ts';
import { createSite } from './index.ts';

const test = databaseOfFile();

it.each([
  [503, { action: '/viet?o=1', sure: true, without: 'secrets' }],
  [409, null],
  [422, null],
])('a form that is refused with %i', async (status, given) => {
  const page = () => '';
  const app = await createSite({
    name: 'portal',
    db: test.db,
    clock: fixedClock('2026-11-23T09:00'),
    log: createLog('test', 'silent'),
    secret: 's',
    secure: false,
    pages: {
      notFound: page,
      failed: page,
      unavailable: page,
      neverShown: ['bi-mat'],
      refused: (_req, _refusal, unsent) => JSON.stringify(unsent ?? null),
    },
    signInPath: '/dang-nhap',
  });
  app.post('/viet', { config: { guard: 'public' } }, (_req, reply) => reply.refuse({ code: 'busy', status }));
  const token = formToken('s', 'x');
  const reply = await app.inject({
    method: 'POST',
    url: '/viet?o=1',
    cookies: { mc_portal: 'x' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: token, loi: 'a <b>', 'bi-mat': 'z' }).toString(),
  });
  await app.close();
  expect([reply.statusCode, reply.json()]).toEqual([
    status,
    given && {
      ...given,
      fields: [
        ['_csrf', token],
        ['loi', 'a <b>'],
      ],
    },
  ]);
  expect(reply.headers['cache-control']).toBe(given ? 'no-store' : 'private, no-cache');
});
