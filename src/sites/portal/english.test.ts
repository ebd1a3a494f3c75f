// The portal in English before signing in: every page whole, names of procedures and agencies marked as Vietnamese.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AN, type TestPortal, testPortal } from '../../../tests/support/portal.ts';
import { sentDossier } from '../../../tests/support/sent-dossier.ts';
import { languageOfPage, vietnameseLeft } from '../../../tests/support/vietnamese-left.ts';
import { LANGUAGE_COOKIE } from '../../platform/http/index.ts';
import { registerAbout } from './about/routes.tsx';
import { registerFindProcedure } from './find-procedure/routes.tsx';
import { registerHome } from './home/routes.tsx';
import { registerTrack } from './track/routes.tsx';
import { registerVerifyResult } from './verify-result/routes.tsx';

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal('2026-11-23T09:00', (app, deps) => {
    registerAbout(app);
    registerHome(app, deps);
    registerFindProcedure(app, deps);
    registerTrack(app, deps);
    registerVerifyResult(app, deps);
  });
});
afterAll(async () => portal.close());

const read = (url: string, language: 'vi' | 'en') =>
  portal.app.inject({ url, cookies: { [LANGUAGE_COOKIE]: language } });

function whole(html: string): void {
  expect(languageOfPage(html)).toBe('en');
  expect(vietnameseLeft(html)).toEqual([]);
}

describe('every page that anybody may see is whole in English', () => {
  it.each([
    ['/', 'Public services from home'],
    ['/kha-nang-tiep-can', 'Everybody can use this site'],
    ['/bao-ve-du-lieu', 'Your personal data'],
    ['/thu-tuc', 'Find a procedure'],
    ['/thu-tuc?q=ket hon', 'has the whole phrase'],
    ['/thu-tuc?q=ho kinh doanh&cap=district', 'Since 01/7/2025 there are no districts.'],
    ['/thu-tuc?q=1.000894', 'has the code 1.000894'],
    ['/thu-tuc?q=zzzz', 'No procedure was found.'],
    ['/thu-tuc?trang=2', 'Previous page'],
    ['/thu-tuc/1.000894', 'Papers you need'],
    ['/thu-tuc/2.000815', 'per <span lang="vi">'],
    ['/thu-tuc/1.001193', 'the same day'],
    ['/tra-cuu', 'Look-up code'],
    ['/kiem-tra', 'Check code'],
    ['/khong-co-trang-nay', 'Page not found'],
  ])('%s', async (path, says) => {
    const { body } = await read(path, 'en');
    whole(body);
    expect(body).toContain(says);
  });

  it('and so is every procedure of the catalogue', async () => {
    const { hits } = portal.deps.catalogue.find({
      date: Temporal.PlainDate.from('2026-11-23'),
      limit: 1000,
    });
    expect(hits.length).toBeGreaterThan(200);
    for (const { procedure } of hits) whole((await read(`/thu-tuc/${procedure.slug}`, 'en')).body);
  });

  it('and what is said when something is missing, unknown or tried too often', async () => {
    const an = await portal.visitor(AN, 'en');
    const missing = await an.post('/tra-cuu', {});
    whole(missing.body);
    expect(missing.body).toContain('Enter the look-up code.');
    whole((await an.post('/tra-cuu', { ma: 'H05', 'bi-mat': 'x' })).body);
    whole((await an.post('/kiem-tra', { ma: 'H05', kt: '' })).body);
    whole((await an.post('/kiem-tra', { ma: 'H05', kt: 'x' })).body);
    for (let i = 0; i < 10; i++) await an.post('/tra-cuu', { ma: 'H05', 'bi-mat': 'x' });
    whole((await an.post('/tra-cuu', { ma: 'H05', 'bi-mat': 'x' })).body);
  });
});

it('a page that is kept is kept for each language by itself', async () => {
  for (const path of ['/', '/thu-tuc/1.001193']) {
    const first = await read(path, 'en');
    const vi = await read(path, 'vi');
    const again = await read(path, 'en');
    expect([languageOfPage(first.body), languageOfPage(vi.body)]).toEqual(['en', 'vi']);
    expect(again.body).toBe(first.body);
  }
});

it('whoever holds the slip reads the state in English', async () => {
  const today = Temporal.PlainDate.from('2026-11-23');
  const an = await portal.visitor(AN, 'en');
  const { requestCode, secret } = await sentDossier(portal.deps.db, {
    personId: an.personId,
    procedureId: portal.deps.catalogue.bySlug('1.001193', today)!.id,
    agencyId: portal.deps.agencies.ofUnit('07840', today)!.id,
    at: '2026-11-23T01:00:00Z',
    over: { state: 4, due_current: Temporal.Instant.from('2026-11-24T01:30:00Z') },
  });
  const { location } = await an.post('/tra-cuu', { ma: requestCode, 'bi-mat': secret });
  const { body } = await an.get(location);
  whole(body);
  expect(body).toContain('In progress');
  expect(body).toContain('08:30 on 24/11/2026');
});
