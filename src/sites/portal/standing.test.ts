// An answer that stands is the answer the stations would give, is given only to who brings nothing with them, and no longer than it is true.
import { get, type IncomingHttpHeaders } from 'node:http';
import { beforeAll, expect, it } from 'vitest';
import { portalOfFile } from '../../../tests/support/portal.ts';
import { type SentDossier, sentDossier } from '../../../tests/support/sent-dossier.ts';
import { forgetPages } from '../../platform/page-cache.ts';
import { registerFindProcedure } from './find-procedure/routes.tsx';
import { registerHome } from './home/routes.tsx';
import { registerTrack } from './track/routes.tsx';
import { ticketFor } from './track/ticket.ts';

const MORNING = '2026-11-23T09:00';
const [waiting, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
const { portal, an } = portalOfFile(MORNING, registerHome, registerFindProcedure, registerTrack, (app) => {
  // A page that takes its time, and has begun with what it says.
  app.mayStand('/cham/', () => 'cham');
  app.get('/cham/:trang', { config: { guard: 'public' } }, async (_req, reply) => {
    reply.stands('cham');
    waiting.resolve();
    await goOn.promise;
    return reply.html('<p>Trang</p>');
  });
});
let port = 0;
let dossier: SentDossier;
let look = '';
beforeAll(async () => {
  port = Number(new URL(await portal.app.listen({ host: '127.0.0.1', port: 0 })).port);
  const today = Temporal.PlainDate.from('2026-11-23');
  dossier = await sentDossier(portal.deps.db, {
    personId: an.personId,
    procedureId: portal.deps.catalogue.bySlug('1.001193', today)!.id,
    agencyId: portal.deps.agencies.ofUnit('07840', today)!.id,
    at: '2026-11-23T01:00:00Z',
    over: { state: 4, due_current: Temporal.Instant.from('2026-11-23T03:00:00Z') },
  });
  look = `/tra-cuu/${ticketFor(portal.deps.secret, dossier.id, Temporal.Instant.from('2026-11-23T02:00:00Z'))}`;
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** It stood ready. */
  readonly stood: boolean;
}

/** Over the line: what is put in without one walks the stations. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const before = portal.app.tally.standing;
  return new Promise((done, fail) => {
    get({ port, host: '127.0.0.1', path, method, headers, agent: false }, (res) => {
      const pieces: Buffer[] = [];
      res.on('data', (piece) => pieces.push(piece));
      res.on('end', () => {
        const stood = portal.app.tally.standing > before;
        const { date: _, ...rest } = res.headers;
        done({
          status: res.statusCode ?? 0,
          headers: rest,
          body: Buffer.concat(pieces).toString('latin1'),
          stood,
        });
      });
    }).on('error', fail);
  });
}

/** What is kept packed is packed better before it stands. */
async function untilItStands(first: Answer, path: string, headers: Record<string, string>) {
  for (let walked = first; ; ) {
    const again = await ask(path, headers);
    if (again.stood) return { walked, again };
    walked = again;
  }
}
const said = (answer: Answer) => Buffer.from(answer.body, 'latin1').toString();

it.each([
  ['the first page', () => '/'],
  ['a procedure', () => '/thu-tuc/1.001193'],
  ['a dossier by its slip', () => look],
])('%s: the same head and bytes, in every encoding', async (_, path) => {
  for (const encoding of ['', 'gzip', 'br', 'gzip, deflate, br']) {
    const asked: Record<string, string> = encoding ? { 'accept-encoding': encoding } : {};
    const first = await ask(path(), asked);
    expect([encoding, first.status, first.stood]).toEqual([encoding, 200, false]);
    const { walked, again } = await untilItStands(first, path(), asked);
    expect({ ...again, stood: false }).toEqual(walked);
    expect(again.body.length).toBeLessThanOrEqual(first.body.length);
  }
});

it('walks with whoever brings something of their own, asks conditionally, or asks for what it does not have', async () => {
  const { headers } = await ask('/');
  expect((await ask('/')).stood).toBe(true);
  const etag = String(headers.etag);
  expect(await ask('/', { 'if-none-match': etag })).toMatchObject({ status: 304, stood: false });
  const english = await ask('/', { cookie: 'mc_ngon_ngu=en' });
  expect([english.stood, english.headers['content-language']]).toEqual([false, 'en']);
  const signedIn = await an.get('/');
  expect(signedIn.body).toContain('Nguyễn Văn An');
  expect(said(await ask('/'))).not.toContain('Nguyễn Văn An');
  for (const [asked, extra, method] of [
    ['/', { 'x-unknown': '1' }, 'GET'],
    ['/', {}, 'HEAD'],
    ['/?q=1', {}, 'GET'],
    ['/thu-tuc/1.00119%33', {}, 'GET'],
    ['/thu-tuc/9.999999', {}, 'GET'],
    [look.replace(/.$/u, (last) => (last === 'A' ? 'B' : 'A')), {}, 'GET'],
  ] as const)
    expect([asked, method, (await ask(asked, extra, method)).stood]).toEqual([asked, method, false]);
});

it('says a newer state, a new day and new reference data at once', async () => {
  await ask(look);
  expect(said(await ask(look))).toContain('Đang xử lý');
  portal.clock.set('2026-11-23T10:01');
  // Half an hour is over for this ticket; another of the same dossier.
  const now = Temporal.Instant.from('2026-11-23T03:01:00Z');
  const later = `/tra-cuu/${ticketFor(portal.deps.secret, dossier.id, now)}`;
  expect(said(await ask(later))).toContain('Quá hạn');
  expect(await ask(look)).toMatchObject({ status: 303, stood: false });
  await portal.deps.db
    .updateTable('dossiers.dossier')
    .set({ state: 9, version: 2 })
    .where('id', '=', dossier.id)
    .execute();
  expect(said(await ask(later))).toContain('Đã xử lý xong');
  portal.clock.set('2026-11-24T00:00');
  expect((await ask('/')).stood).toBe(false);
  expect((await ask('/')).stood).toBe(true);
  forgetPages();
  expect((await ask('/')).stood).toBe(false);
  portal.clock.set(MORNING);
});

it('keeps nothing that was begun before what it is made of changed', async () => {
  const begun = ask('/cham/trang');
  await waiting.promise;
  forgetPages();
  goOn.resolve();
  expect((await begun).status).toBe(200);
  expect((await ask('/cham/trang')).stood).toBe(false);
  expect((await ask('/cham/trang')).stood).toBe(true);
});
