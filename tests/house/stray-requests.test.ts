// What no page asks for and people, old programs and proxies send all the same: each is answered in the site's own way.
import { connect } from 'node:net';
import type { InjectOptions } from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/rules/kernel/index.ts';
import { allSitesOfFile, SITE_NAMES } from '../support/all-sites.ts';

const all = allSitesOfFile();
const ports: Record<string, number> = {};
beforeAll(async () => {
  for (const name of SITE_NAMES)
    ports[name] = Number(new URL(await all.sites[name].listen({ host: '127.0.0.1', port: 0 })).port);
});

const SOME_ID = '01a20909-47a3-7032-abff-94958bcc6785';
const FORM = 'application/x-www-form-urlencoded';
/** Longer than any head is read. */
const LONG = 'a'.repeat(40_000);

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** What is on the line, where no client of ours would send it. */
function onTheLine(port: number, text: string): Promise<Answer> {
  return new Promise((done, fail) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (bytes) => {
      answer += bytes;
    });
    socket.on('error', fail);
    socket.on('close', () => {
      const [head = '', body = ''] = answer.split('\r\n\r\n');
      const [first = '', ...lines] = head.split('\r\n');
      const headers = lines.map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 2),
      ]);
      done({ status: Number(first.split(' ')[1]), headers: Object.fromEntries(headers), body });
    });
    // What is answered as a page keeps its line open.
    socket.write(text.replace(/\r\n\r\n$/u, '\r\nConnection: close\r\n\r\n'));
  });
}

async function injected(name: (typeof SITE_NAMES)[number], asked: InjectOptions): Promise<Answer> {
  const { statusCode, headers, body } = await all.sites[name].inject(asked);
  return { status: statusCode, headers, body };
}

/** The site's own page with its headers, in the reader's language. */
function expectOwnPage(answer: Answer, language: Language, what: string): void {
  const { headers, body } = answer;
  expect([what, headers['content-type']]).toEqual([what, 'text/html; charset=utf-8']);
  expect([what, headers['content-language']]).toEqual([what, language]);
  expect([what, headers['x-content-type-options']]).toEqual([what, 'nosniff']);
  expect(String(headers['content-security-policy']), what).toContain("default-src 'none'");
  expect(body, what).toContain(`<html lang="${language}"`);
  expect(body, what).toContain('<h1');
  expect(body, what).toContain('1022');
  expect(body, what).not.toMatch(/FST_|statusCode|Bad Request/u);
}

describe.each(SITE_NAMES)('%s', (name) => {
  const languages = name === 'desk' ? (['vi'] as const) : (['vi', 'en'] as const);
  const own = async (
    asked: InjectOptions,
    status: number,
    what = `${asked.method ?? 'GET'} ${asked.url}`,
  ) => {
    for (const language of languages) {
      const headers = { ...asked.headers, cookie: `mc_ngon_ngu=${language}` };
      const answer = await injected(name, { ...asked, headers });
      expect([what, answer.status]).toEqual([what, status]);
      expectOwnPage(answer, language, what);
    }
  };

  it('answers an address with a broken % with its own page', async () => {
    for (const url of [
      '/%',
      '/%E0%A4%A',
      '/thu-tuc/%E0%A4%A',
      '/ho-so/%zz',
      '/oidc/%',
      '/assets/%',
      '/%C3%28?ve=/',
    ])
      await own({ url }, 400);
  });

  it('takes a broken % in what is asked as it was typed', async () => {
    const home = await injected(name, { url: '/?q=%E0%A4%A&ve=%' });
    expect(home.status).toBeLessThan(400);
  });

  it('answers an unknown address with 404, whatever the method, the length or the body', async () => {
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const)
      await own({ method, url: '/khong-co-trang-nay' }, 404);
    await own({ url: `/khong-co/${'a'.repeat(3000)}` }, 404);
    const body = { method: 'POST', url: '/khong-co-trang-nay', payload: '{' } as const;
    await own({ ...body, headers: { 'content-type': 'application/json' } }, 404);
  });

  it('answers a wrong method with 405 and what the address allows, at every door', async () => {
    const paths = [...new Set(all.sites[name].doors.map((door) => door.url))].filter(
      (url) => !/\*/u.test(url),
    );
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths) {
      const allowed = [
        ...new Set(all.sites[name].doors.filter((door) => door.url === path).map((door) => door.method)),
      ];
      for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
        if (allowed.includes(method)) continue;
        const answer = await injected(name, { method, url: path.replace(/:\w+/gu, SOME_ID) });
        const what = `${method} ${path}`;
        expect([what, answer.status]).toEqual([what, 405]);
        expect([what, String(answer.headers.allow).split(', ').sort()]).toEqual([what, allowed.sort()]);
        if (method !== 'HEAD') expectOwnPage(answer, 'vi', what);
      }
    }
    for (const method of ['PUT', 'DELETE', 'TRACE', 'PROPFIND'])
      await own({ method: method as 'PUT', url: '/' }, 405);
    expect((await injected(name, { method: 'DELETE', url: '/?a=b' })).status).toBe(405);
  });

  it('answers anything but a form with 415 at every door that takes a form', async () => {
    const doors = all.sites[name].doors.filter((door) => door.method === 'POST' && door.guard !== 'machine');
    for (const door of doors) {
      const url = door.url.replace(/:\w+/gu, SOME_ID);
      for (const type of ['application/json', 'text/plain', 'text/xml', 'application/json; charset=utf-8']) {
        const answer = await injected(name, {
          method: 'POST',
          url,
          headers: { 'content-type': type },
          payload: '{"a":1}',
        });
        expect([type, url, answer.status]).toEqual([type, url, 415]);
        expectOwnPage(answer, 'vi', url);
      }
    }
    const [first] = doors;
    const json = { method: 'POST', url: first?.url.replace(/:\w+/gu, SOME_ID), payload: '{' } as const;
    await own({ ...json, headers: { 'content-type': 'application/json' } }, 415);
  });

  it('answers too large a body with 413', async () => {
    const [first] = all.sites[name].doors.filter((door) => door.method === 'POST' && door.guard === 'public');
    const url = first?.url.replace(/:\w+/gu, SOME_ID);
    await own({ method: 'POST', url, headers: { 'content-type': FORM }, payload: 'a'.repeat(400_000) }, 413);
  });

  it.each([
    ['too large a head', 431, `GET / HTTP/1.1\r\nHost: x\r\nX: ${LONG}\r\n\r\n`],
    ['too long an address', 431, `GET /?q=${LONG} HTTP/1.1\r\nHost: x\r\n\r\n`],
    ['a method nobody knows', 400, 'FOO / HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['two hosts', 400, `GET / HTTP/1.1\r\nHost: localhost\r\nX: y\r\nhOST: localhost\r\n\r\n`],
    ['two hosts at a probe', 400, `GET /health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n`],
    ['a head that is none', 400, 'GET / HTTP/1.1\r\nHost x\r\n\r\n'],
  ])('answers %s with %i', async (what, status, text) => {
    for (const language of languages) {
      const spoken = text
        .replace('Host', `Cookie: mc_ngon_ngu=${language}\r\nHost`)
        .replace('GET /?', 'GET /?');
      const answer = await onTheLine(ports[name] ?? 0, spoken);
      expect([what, answer.status]).toEqual([what, status]);
      // Of an address that fills the whole head nobody sees the cookie behind it.
      if (language === 'vi' || !text.includes('?q=')) expectOwnPage(answer, language, what);
      expect(Number(answer.headers['content-length'])).toBe(Buffer.byteLength(answer.body));
    }
  });
});
