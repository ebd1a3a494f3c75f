// `first-page-bytes` and `journey-bytes`: what goes over a weak line, compressed as a browser asks for it.

import { confirmationCode } from '../../src/sites/portal/apply/confirmation-number.ts';
import { birthPages } from '../answers.ts';
import { formOf } from '../connections.ts';
import type { Environment } from '../environment.ts';
import { type Figure, figure } from '../figure.ts';
import { birthMatter, type Citizen, citizens } from '../prepared.ts';
import { plainBody, Traveller, type Visit } from '../traveller.ts';

const FIRST_PAGE = 40 * 1024;
const JOURNEY = 200 * 1024;
const DEMO = { username: '024090001234', password: 'MotCua@2026' };

export async function firstPage(env: Environment): Promise<Figure[]> {
  const visitor = new Traveller(env.port);
  const page = await visitor.open('/');
  const assets = await visitor.openAssets(page);
  env.say(
    `  first page: ${page.bytes} bytes of HTML, ${assets.map(({ path, bytes }) => `${path} ${bytes}`).join(', ')}`,
  );
  return [figure('first-page-bytes', visitor.bytes, 'bytes', FIRST_PAGE)];
}

/** Home, finding, the procedure, signing in, each step of a birth registration, the confirmation; assets once. */
export async function journeyBytes(env: Environment): Promise<Figure[]> {
  const visitor = new Traveller(env.port);
  await visitor.openAssets(await visitor.open('/'));
  await visitor.open('/thu-tuc?q=khai+sinh');
  await visitor.open('/thu-tuc/1.001193');
  await signIn(visitor);
  const beforeFiling = visitor.bytes;
  const [citizen] = await citizens(env.db, env.secret, 1);
  const pages = await file(env, visitor, citizen!);
  env.say(
    `  journey: ${visitor.bytes} bytes; ${beforeFiling} until signed in, then ${pages} pages of filing`,
  );
  return [figure('journey-bytes', visitor.bytes, 'bytes', JOURNEY)];
}

/** The pages of signing in up to the code; the code itself goes by SMS and its post answers without a page. */
async function signIn(visitor: Traveller): Promise<void> {
  await visitor.open('/dang-nhap');
  const choice = await visitor.open('/dang-nhap/di');
  const form = await visitor.open(linkIn(choice, /href="([^"]+\/mat-khau)"/u));
  const _csrf = /name="_csrf" value="([^"]+)"/u.exec(plainBody(form))?.[1] ?? '';
  const body = formOf({ _csrf, 'ten-dang-nhap': DEMO.username, 'mat-khau': DEMO.password });
  const code = await visitor.open(new URL(form.url).pathname, body);
  if (!/otp/iu.test(plainBody(code)))
    throw new Error(`journey: no page for the code at ${code.url} (${code.status})`);
}

function linkIn(page: Visit, pattern: RegExp): string {
  const found = pattern.exec(plainBody(page))?.[1];
  if (!found) throw new Error(`journey: ${pattern} is not on ${page.url} (${page.status})`);
  return found;
}

/** @returns how many pages it took */
async function file(env: Environment, visitor: Traveller, citizen: Citizen): Promise<number> {
  visitor.moveTo(env.port);
  visitor.carry(citizen.cookie);
  let pages = 0;
  const go = async (path: string, fields?: Record<string, string>): Promise<Visit> => {
    const page = await visitor.open(path, fields && formOf({ _csrf: citizen.csrf, ...fields }));
    if (page.status !== 200) throw new Error(`journey: ${path} was answered ${page.status} at ${page.url}`);
    pages += 1;
    return page;
  };
  const where = await go('/nop-ho-so?thu-tuc=1.001193');
  const draft = new URL(where.url).pathname.replace(/\/noi-nop$/u, '');
  await go(`${draft}/noi-nop?tim=${encodeURIComponent('Lương Phong')}`);
  let at = await go(`${draft}/noi-nop`, { 'co-quan': (await birthMatter(env.db, true)).agencyId });
  for (const [page, fields] of Object.entries(birthPages(true))) {
    const path = `${draft}/thong-tin/${page}`;
    if (new URL(at.url).pathname !== path) throw new Error(`journey: at ${at.url} instead of ${path}`);
    at = await go(path, fields);
  }
  await go(`${draft}/giay-to`, {});
  await go(`${draft}/hinh-thuc`, { nop: 'online', nhan: 'counter' });
  const code = confirmationCode(env.secret, draft.slice(draft.lastIndexOf('/') + 1));
  const sent = await go(`${draft}/kiem-tra`, { ma: code, 'cam-doan': 'co' });
  if (!sent.url.endsWith('/da-nop')) throw new Error(`journey: ended at ${sent.url}`);
  return pages;
}
