// Faults come home on every form: each names its address, so that no place of the page's own goes with it, and each answer may be gone back to.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { allSitesOfFile, SITE_NAMES } from '../support/all-sites.ts';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));
const SOME_ID = '01a20909-47a3-7032-abff-94958bcc6785';
const all = allSitesOfFile();

test('every form names where it goes, or is a `Form`, which does', () => {
  const nameless = globSync('{sites,ui}/**/*.tsx', { cwd: SRC }).flatMap((file) => {
    const forms = readFileSync(SRC + file, 'utf8').match(/<form\b[\s\S]*?(?<!=)>/gu) ?? [];
    return forms.filter((form) => !/\baction=(?!"")/u.test(form)).map((form) => `${file}: ${form}`);
  });
  expect(nameless).toEqual([]);
});

describe.each(SITE_NAMES)('%s', (name) => {
  it('lets a browser keep what answers a form, for its own person, at every door', async () => {
    const app = all.sites[name];
    const doors = app.doors.filter((door) => door.method === 'POST' && door.guard !== 'machine');
    expect(doors.length).toBeGreaterThan(0);
    for (const door of doors) {
      const url = door.url.replace(/:\w+/gu, SOME_ID);
      const { headers } = await app.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect([url, headers['cache-control']]).toEqual([url, 'private, no-cache']);
    }
  });
});

test('signing out has the browser forget what answered forms', async () => {
  const { portal } = all.sites;
  const page = await portal.inject({ url: '/tra-cuu' });
  const [cookie] = page.cookies;
  const token = /name="_csrf" value="([^"]+)"/u.exec(page.body)?.[1] ?? '';
  const { headers } = await portal.inject({
    method: 'POST',
    url: '/dang-xuat',
    cookies: { [cookie?.name ?? '']: cookie?.value ?? '' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: token }).toString(),
  });
  expect(headers['clear-site-data']).toBe('"cache"');
});
