// Filing in English: every page, and every page with its faults, says nothing in Vietnamese that is not the law's, a name or somebody's
// own writing; and those are marked.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUSEHOLD } from '../../../../tests/journeys/answers.ts';
import { BIRTH, begin, GENERIC, hiepHoa, sending } from '../../../../tests/support/filing.ts';
import { AN, pdf, type TestPortal, testPortal, type Visitor } from '../../../../tests/support/portal.ts';
import { languageOfPage, vietnameseLeft } from '../../../../tests/support/vietnamese-left.ts';
import { registerMyDossiers } from '../my-dossiers/routes.tsx';
import { registerPay } from '../pay/routes.tsx';
import { registerSent } from '../sent/routes.tsx';
import { registerApply } from './routes.ts';

let portal: TestPortal;
let an: Visitor;
beforeAll(async () => {
  portal = await testPortal('2026-11-23T09:00', async (app, deps) => {
    await registerApply(app, deps);
    registerSent(app, deps);
    registerMyDossiers(app, deps);
    registerPay(app, deps);
  });
  an = await portal.visitor(AN, 'en');
});
afterAll(async () => portal.close());

function whole(where: string, html: string): void {
  expect(languageOfPage(html), where).toBe('en');
  expect(vietnameseLeft(html), where).toEqual([]);
}

async function look(path: string): Promise<string> {
  const { body, status } = await an.get(path);
  expect(status, path).toBe(200);
  whole(path, body);
  return body;
}

/** A post that is refused shows the page again. */
async function slip(path: string, values: Readonly<Record<string, string>> = {}): Promise<void> {
  const { body, location } = await an.post(path, values);
  if (!location) whole(`${path} with its faults`, body);
}

async function place(draft: string): Promise<string> {
  await look(`${draft}/noi-nop`);
  await look(`${draft}/noi-nop?xa=L%C6%B0%C6%A1ng+Phong`);
  await look(`${draft}/noi-nop?xa=Xyzzy`);
  await slip(`${draft}/noi-nop`);
  return (await an.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa(portal) })).location;
}

async function answer(first: string, pages: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  let at = first;
  while (at.includes('/thong-tin/')) {
    const page = at.split('/').at(-1) as string;
    await look(at);
    const garbage = Object.fromEntries(
      Object.keys(pages[page] ?? {}).map((name) => [name, `☃${'x'.repeat(3000)}`]),
    );
    const empty = Object.fromEntries(Object.keys(pages[page] ?? {}).map((name) => [name, '']));
    await slip(at, garbage);
    await slip(at, empty);
    const { status, location } = await an.post(at, pages[page] ?? {});
    expect(status, page).toBe(303);
    at = location;
  }
  return at;
}

async function papers(path: string): Promise<void> {
  await look(path);
  for (;;) {
    const { location, body } = await an.post(path);
    if (location) return;
    whole(`${path} with its faults`, body);
    const paper = /href="([^"]+\/giay-to\/[^"]+)"/u.exec(body)?.[1] as string;
    await look(paper);
    const refused = await an.upload(paper, [{ ...pdf('x'), bytes: Buffer.from('no PDF') }]);
    whole(`${paper} with its faults`, refused.body);
    expect((await an.upload(paper, [pdf(paper)])).status).toBe(303);
    await look(paper);
  }
}

describe.each([
  ['1.001193', BIRTH],
  ['1.001612', HOUSEHOLD],
  ['1.004873', GENERIC],
])('%s', (slug, pages) => {
  it('is filed in English', async () => {
    const draft = await begin(an, slug);
    await papers(await answer(await place(draft), pages));
    await look(`${draft}/hinh-thuc`);
    await slip(`${draft}/hinh-thuc`);
    await slip(`${draft}/hinh-thuc`, { nop: 'post', nhan: 'post', 'dia-chi': '' });
    await an.post(`${draft}/hinh-thuc`, { nop: 'online', nhan: 'counter' });
    await look(`${draft}/kiem-tra`);
    await slip(`${draft}/kiem-tra`);
    await look('/ho-so');
    await look(`/nop-ho-so?thu-tuc=${slug}`);
    const { location } = await an.post(`${draft}/kiem-tra`, sending(portal, draft));
    expect(location).toMatch(/\/da-nop$/u);
    await look(location);
    await look(location.replace('/da-nop', ''));
    await look('/ho-so');
  }, 120_000);
});
