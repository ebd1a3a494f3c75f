// /ho-so/:id/bo-sung: ask for a supplement (Mẫu 02); with ?xem=1 only a look at the letter.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { askForSupplement, previewSupplement } from '../../../modules/dossiers/index.ts';
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
import { itemsOf, NOTHING_TYPED, overlongIn, readTyped, subjectsOf, type Typed } from './input.ts';
import { AskPage } from './page.tsx';
import { vi } from './words.vi.ts';

export function registerAskForSupplement(app: FastifyInstance, deps: DeskDeps): void {
  app.get('/ho-so/:id/bo-sung', { config: official }, (req, reply) =>
    ask(req as DossierRequest, reply, deps),
  );
  app.post('/ho-so/:id/bo-sung', { config: official }, (req, reply) =>
    ask(req as DossierRequest, reply, deps),
  );
}

async function ask(req: DossierRequest, reply: FastifyReply, deps: DeskDeps) {
  const opened = await openFor(req, reply, deps, 'askSupplement', 'bo-sung');
  if (!opened) return reply;
  const sheet = await sheetOf(opened, deps, req.now);
  const subjects = subjectsOf(sheet, vi.files, vi.declared);
  const show = (typed: Typed, refusal?: Refusal) => {
    const page = (
      <AskPage
        shell={dossierShell(req, deps, opened)}
        sheet={sheet}
        subjects={subjects}
        typed={typed}
        refusal={refusal}
      />
    );
    return reply.html(renderPage(page), refusal ? 422 : 200);
  };
  if (req.method === 'GET') return show(NOTHING_TYPED);

  const typed = readTyped(req.body, subjects);
  const overlong = overlongIn(typed, subjects);
  if (overlong) return show(typed, overlong);
  const { dossier } = opened;
  const letter = {
    items: itemsOf(typed, subjects),
    reason: typed.reason,
    answerPlace: vi.answerPlace(deps.urls.portal),
  };
  if (isPreview(req)) {
    const made = await previewSupplement({ actor: req.actor, now: req.now }, dossier, letter, deps.books);
    return made.ok ? sendPdf(reply, 'xem-truoc-mau-02.pdf', made.value) : show(typed, made.refusal);
  }
  const request = { ...letter, dossierId: dossier.id, version: versionOf(req.body) };
  const result = await act({ db: deps.db, actor: req.actor, now: req.now }, (ctx) =>
    askForSupplement(ctx, request, deps.books),
  );
  return settle(req, reply, deps, result, {
    act: 'askSupplement',
    again: (refusal) => show(typed, refusal),
  });
}
