// Programs other than browsers read the sites too: crawlers, proxies, password managers, programs that fetch again what broke off.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { allSitesOfFile, SITE_NAMES } from '../support/all-sites.ts';

const all = allSitesOfFile();
const fetchPage = (url: string, headers: Record<string, string> = {}) =>
  all.sites.portal.inject({ url, headers });

describe('encodings', () => {
  it.each([
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['GZIP;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0, br;q=0', undefined],
    ['gzip;q=0.000', undefined],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['*', 'br'],
    ['*;q=0', undefined],
    ['br;q=0, *', 'gzip'],
    ['identity', undefined],
    ['identity, gzip;q=0.5', undefined],
    ['zbr, x-brotli', undefined],
    ['deflate', undefined],
    ['', undefined],
  ])('%j is answered with %j', async (accepted, encoding) => {
    const answer = await fetchPage('/', { 'accept-encoding': accepted });
    expect(answer.headers['content-encoding']).toBe(encoding);
    const bytes = answer.rawPayload;
    const page =
      encoding === 'br' ? brotliDecompressSync(bytes) : encoding === 'gzip' ? gunzipSync(bytes) : bytes;
    expect(page.toString()).toContain('</html>');
    if (accepted) expect(answer.headers.vary).toContain('accept-encoding');
  });
});

describe('a page that has not changed', () => {
  it.each(['/', '/thu-tuc', '/thu-tuc/1.001193', '/kha-nang-tiep-can'])(
    '%s is not sent again',
    async (url) => {
      const first = await fetchPage(url, { 'accept-encoding': 'br' });
      const tag = String(first.headers.etag);
      expect(tag).toMatch(/^W\/"[\w-]+"$/u);
      for (const asked of [tag, tag.slice(2), `"other", ${tag}`, '*']) {
        const again = await fetchPage(url, { 'if-none-match': asked, 'accept-encoding': 'br' });
        expect([asked, again.statusCode, again.body]).toEqual([asked, 304, '']);
        expect(again.headers.etag).toBe(tag);
        expect(again.headers['content-encoding']).toBeUndefined();
      }
      expect((await fetchPage(url, { 'if-none-match': '"other"' })).statusCode).toBe(200);
      // Another language is another page.
      const english = await all.sites.portal.inject({
        url,
        headers: { 'if-none-match': tag, cookie: 'mc_ngon_ngu=en' },
      });
      expect(english.statusCode).toBe(200);
    },
  );

  it('has a tag only where it is everybody’s: none with a cookie of its own, none of a fault', async () => {
    expect((await fetchPage('/tra-cuu')).headers.etag).toBeUndefined();
    expect((await fetchPage('/khong-co')).headers.etag).toBeUndefined();
  });
});

describe('a download', () => {
  const url = '/thu-tuc/1.000656/mau-don.pdf';

  it('goes on where it broke off', async () => {
    const whole = await fetchPage(url);
    const { etag, 'accept-ranges': ranges } = whole.headers;
    const size = whole.rawPayload.length;
    expect(ranges).toBe('bytes');
    const rows = [
      ['bytes=0-99', 0, 100],
      ['bytes=100-', 100, size],
      ['bytes=-50', size - 50, size],
      [`bytes=10-${size * 2}`, 10, size],
      [`bytes=-${size * 2}`, 0, size],
    ] as const;
    for (const [range, from, to] of rows) {
      const part = await fetchPage(url, { range, 'if-range': String(etag) });
      expect([range, part.statusCode]).toEqual([range, 206]);
      expect(part.headers['content-range']).toBe(`bytes ${from}-${to - 1}/${size}`);
      expect(Number(part.headers['content-length'])).toBe(to - from);
      expect(part.rawPayload.equals(whole.rawPayload.subarray(from, to))).toBe(true);
    }
  });

  it('comes whole when it is another one now, when several parts are wished, when the wish is none', async () => {
    for (const headers of [
      { range: 'bytes=0-9', 'if-range': '"other"' },
      { range: 'bytes=0-9,20-29' },
      { range: 'bytes=9-0' },
      { range: 'lines=1-2' },
    ])
      expect((await fetchPage(url, headers as Record<string, string>)).statusCode).toBe(200);
  });

  it('has no bytes behind its end, and is not sent to whoever has it', async () => {
    const whole = await fetchPage(url);
    const beyond = await fetchPage(url, { range: 'bytes=99999999-' });
    expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([
      416,
      `bytes */${whole.rawPayload.length}`,
    ]);
    const again = await fetchPage(url, { 'if-none-match': String(whole.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });
});

describe.each(SITE_NAMES)('%s', (name) => {
  const asked = (url: string) => all.sites[name].inject({ url });

  it('says what may be crawled: of a trial and of the inner sites nothing', async () => {
    const { body, headers } = await asked('/robots.txt');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain('User-agent: *\nDisallow: /\n');
  });

  it('says whom to tell of a weakness, as RFC 9116 asks', async () => {
    const { body } = await asked('/.well-known/security.txt');
    expect(body).toMatch(/^Contact: (?:mailto:|https:|tel:)\S+$/mu);
    const expires = /^Expires: (\S+)$/mu.exec(body)?.[1] ?? '';
    const days = Temporal.Instant.from(expires).since('2026-11-23T02:00:00Z').total('hours') / 24;
    expect(days).toBeGreaterThan(100);
    expect(days).toBeLessThan(365);
    expect(body).toMatch(/^Canonical: http\S+\/\.well-known\/security\.txt$/mu);
  });

  it('leads to where passwords are kept', async () => {
    const { statusCode, headers } = await asked('/.well-known/change-password');
    expect(statusCode).toBe(303);
    expect(headers.location).toBe('http://127.0.0.1:4301/');
  });
});

test('public pages say what they are and where they are, whatever was asked at them', async () => {
  for (const [url, path] of [
    ['/', '/'],
    ['/thu-tuc?q=khai+sinh', '/thu-tuc'],
    ['/thu-tuc/1.001193', '/thu-tuc/1.001193'],
  ]) {
    const { body } = await fetchPage(String(url));
    expect(body).toMatch(/<meta name="description" content="[^"]{40,}"/u);
    expect(body).toContain(`<link rel="canonical" href="http://127.0.0.1:4300${path}"`);
    const address = /<link rel="manifest" href="([^"]+)"/u.exec(body)?.[1];
    const manifest = JSON.parse((await fetchPage(String(address))).body);
    expect(manifest).toMatchObject({ short_name: 'Một Cửa', start_url: '/' });
    const icon = await fetchPage(manifest.icons[0].src);
    expect([icon.statusCode, icon.headers['content-type']]).toEqual([200, 'image/svg+xml']);
  }
});
