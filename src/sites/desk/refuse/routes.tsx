// /ho-so/:id/tu-choi: refuse a new request (Mẫu 03); with ?xem=1 only a look at the letter.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { previewRefusal, refuseIntake } from '../../../modules/dossiers/index.ts';
import { act } from '../../../platform/act.ts';
import type { Refusal } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import type { DeskDeps } from '../deps.ts';
import {
  type DossierRequest,
  dossierShell,
  isPreview,
  official,
  openFor,
  sendPdf,
  settle,
  versionOf,
} from '../opened.tsx';
import { sheetOf } from '../sheet.ts';
import { EMPTY_LETTER, type Letter, overlongIn, readLetter, readyLetter } from './input.ts';
import { RefusePage } from './page.tsx';

export function registerRefuse(app: FastifyInstance, deps: DeskDeps): void {
  app.get('/ho-so/:id/tu-choi', { config: official }, (req, reply) =>
    refusal(req as DossierRequest, reply, deps),
  );
  app.post('/ho-so/:id/tu-choi', { config: official }, (req, reply) =>
    refusal(req as DossierRequest, reply, deps),
  );
}

async function refusal(req: DossierRequest, reply: FastifyReply, deps: DeskDeps) {
  const opened = await openFor(req, reply, deps, 'refuse', 'tu-choi');
  if (!opened) return reply;
  const sheet = await sheetOf(opened, deps, req.now);
  const show = (letter: Letter, wrong?: Refusal) => {
    const page = (
      <RefusePage shell={dossierShell(req, deps, opened)} sheet={sheet} letter={letter} refusal={wrong} />
    );
    return reply.html(renderPage(page), wrong ? 422 : 200);
  };
  if (req.method === 'GET') return show(EMPTY_LETTER);
  const ready = readyLetter(req.body);
  if (ready) return show(ready);

  const letter = readLetter(req.body);
  const overlong = overlongIn(letter);
  if (overlong) return show(letter, overlong);
  const { dossier } = opened;
  if (isPreview(req)) {
    const made = await previewRefusal({ actor: req.actor, now: req.now }, dossier, letter, deps.books);
    return made.ok ? sendPdf(reply, 'xem-truoc-mau-03.pdf', made.value) : show(letter, made.refusal);
  }
  const request = { ...letter, dossierId: dossier.id, version: versionOf(req.body) };
  const result = await act({ db: deps.db, actor: req.actor, now: req.now }, (ctx) =>
    refuseIntake(ctx, request, deps.books),
  );
  return settle(req, reply, deps, result, {
    act: 'refuse',
    again: (wrong) => show(letter, wrong),
  });
}
