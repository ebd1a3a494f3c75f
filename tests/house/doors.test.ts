// Every door of every site: a form without its token changes nothing, and whoever is not signed in gets no further than the sign-in.
import { describe, expect, it } from 'vitest';
import type { Sites } from '../../src/main/sites.ts';
import { allSitesOfFile, SITE_NAMES } from '../support/all-sites.ts';

const all = allSitesOfFile();

const SOME_ID = '01a20909-47a3-7032-abff-94958bcc6785';
const addressOf = (url: string) => url.replace(/:\w+/gu, SOME_ID).replace('*', 'x');
const doorsOf = (name: keyof Sites, method: string, guards: string[]) =>
  all.sites[name].doors.filter((door) => door.method === method && guards.includes(door.guard));

describe.each(SITE_NAMES)('%s', (name) => {
  it('changes nothing for a form without its token', async () => {
    const facts = () =>
      all.test.db
        .selectFrom('journal.outbox')
        .select((e) => e.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
    const before = await facts();
    const open = doorsOf(name, 'POST', ['public']);
    for (const door of open) {
      const reply = await all.sites[name].inject({
        method: 'POST',
        url: addressOf(door.url),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: '_csrf=forged&version=1',
      });
      expect([door.url, reply.statusCode]).toEqual([door.url, 403]);
    }
    expect(await facts()).toEqual(before);
  });

  it('sends whoever is not signed in to the sign-in, at every page that needs it', async () => {
    for (const method of ['GET', 'POST'] as const) {
      for (const door of doorsOf(name, method, ['citizen', 'official'])) {
        const reply = await all.sites[name].inject({ method, url: addressOf(door.url) });
        expect([door.url, reply.statusCode, String(reply.headers.location).split('?')[0]]).toEqual([
          door.url,
          303,
          '/dang-nhap',
        ]);
      }
    }
  });

  it('takes the first of several answers to one question of an address', async () => {
    const twice = '?ve=/a&ve=/b&tu=a&tu=b&state=a&state=b&q=a&q=b';
    for (const door of doorsOf(name, 'GET', ['public'])) {
      const reply = await all.sites[name].inject({ url: `${addressOf(door.url)}${twice}` });
      expect([door.url, reply.statusCode]).not.toEqual([door.url, 500]);
    }
  });

  it('keeps every answer that gives a cookie to the one browser it is for', async () => {
    const given = new Set<string>();
    for (const { method, url } of all.sites[name].doors) {
      if (method === 'OPTIONS') continue;
      const reply = await all.sites[name].inject({ method: method as 'GET', url: addressOf(url) });
      if (reply.headers['set-cookie'] === undefined) continue;
      given.add(url);
      expect([method, url, reply.headers['cache-control']]).toEqual([
        method,
        url,
        expect.stringMatching(/private|no-store/u),
      ]);
    }
    if (name !== 'desk') expect(given.size).toBeGreaterThan(2);
  });

  it('signs nobody out by an address', async () => {
    if (name === 'account') return;
    const reply = await all.sites[name].inject({ url: '/dang-xuat' });
    expect([reply.statusCode, reply.headers.location, reply.headers['set-cookie']]).toEqual([
      303,
      '/',
      undefined,
    ]);
  });

  it('answers every page with a policy that lets no foreign script in', async () => {
    const reply = await all.sites[name].inject({ url: '/' });
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'");
    expect(reply.headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
  });

  it('answers an unknown address with its page and health with JSON', async () => {
    expect((await all.sites[name].inject({ url: '/khong-co-trang-nay' })).statusCode).toBe(404);
    const health = await all.sites[name].inject({ url: '/health' });
    expect(health.statusCode).toBe(200);
    expect(health.json()).toMatchObject({
      status: 'degraded',
      reasons: expect.arrayContaining(['worker-silent']),
      database: 'ok',
      version: expect.any(String),
      queueDepth: expect.any(Number),
    });
  });
});

it('keeps citizens and officials apart: no site has doors of the other kind', () => {
  expect(doorsOf('portal', 'GET', ['official'])).toEqual([]);
  expect(doorsOf('desk', 'GET', ['citizen'])).toEqual([]);
  expect(doorsOf('portal', 'POST', ['citizen']).length).toBeGreaterThan(5);
  expect(doorsOf('desk', 'POST', ['official']).length).toBeGreaterThan(5);
});

it('leaves out a NUL that somebody put into a form or an address, instead of failing', async () => {
  const asked = await all.sites.portal.inject({ url: '/tra-cuu?ma=%00H05' });
  expect(asked.statusCode).toBe(200);
  const cookie = asked.cookies.find((one) => one.name === 'mc_portal');
  const token = /name="_csrf" value="([^"]+)"/u.exec(asked.body)?.[1];
  const reply = await all.sites.portal.inject({
    method: 'POST',
    url: '/tra-cuu',
    cookies: { mc_portal: cookie?.value ?? '' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: `_csrf=${token}&ma=%00H05&bi-mat=A%00B`,
  });
  expect(reply.statusCode).toBe(422);
});

it('takes no form that another site sends, not even with a right token', async () => {
  const asked = await all.sites.portal.inject({ url: '/tra-cuu' });
  const cookie = asked.cookies.find((one) => one.name === 'mc_portal');
  const token = /name="_csrf" value="([^"]+)"/u.exec(asked.body)?.[1];
  const sent = async (from: string) =>
    (
      await all.sites.portal.inject({
        method: 'POST',
        url: '/tra-cuu',
        cookies: { mc_portal: cookie?.value ?? '' },
        headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': from },
        payload: `_csrf=${token}&ma=H05&bi-mat=AB`,
      })
    ).statusCode;
  expect([await sent('same-origin'), await sent('cross-site')]).toEqual([422, 403]);
});

describe('where one wants to go back to', () => {
  it.each([
    ['/thu-tuc?q=khai sinh', '/thu-tuc?q=khai%20sinh'],
    ['/\u1ea1', '/%E1%BA%A1'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example/x', '/x'],
    ['/a\r\nset-cookie: x=1', '/a%0Aset-cookie:%20x=1'],
    ['javascript:alert(1)', '/'],
  ])('%j leads to %j', async (ve, to) => {
    for (const headers of [{}, { 'accept-encoding': 'br' }]) {
      const reply = await all.sites.portal.inject({
        url: `/co-chu?lon=1&ve=${encodeURIComponent(ve)}`,
        headers,
      });
      expect([reply.statusCode, reply.headers.location]).toEqual([303, to]);
    }
  });

  it('is the first of several', async () => {
    const reply = await all.sites.portal.inject({ url: '/co-chu?lon=1&ve=/a&ve=/b' });
    expect(reply.headers.location).toBe('/a');
  });
});
