// /ho-so/:id/tra-ket-qua: the result leaves the desk.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { deliver } from '../../../modules/dossiers/index.ts';
import { act } from '../../../platform/act.ts';
import type { Refusal } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import type { DeskDeps } from '../deps.ts';
import { type DossierRequest, dossierShell, official, openFor, settle, versionOf } from '../opened.tsx';
import { sheetOf } from '../sheet.ts';
import { type Handover, NOTHING_TICKED, overlongIn, readHandover } from './input.ts';
import { DeliverPage } from './page.tsx';

export function registerDeliver(app: FastifyInstance, deps: DeskDeps): void {
  app.get('/ho-so/:id/tra-ket-qua', { config: official }, (req, reply) =>
    handOver(req as DossierRequest, reply, deps),
  );
  app.post('/ho-so/:id/tra-ket-qua', { config: official }, (req, reply) =>
    handOver(req as DossierRequest, reply, deps),
  );
}

async function handOver(req: DossierRequest, reply: FastifyReply, deps: DeskDeps) {
  const opened = await openFor(req, reply, deps, 'deliver', 'tra-ket-qua');
  if (!opened) return reply;
  const sheet = await sheetOf(opened, deps, req.now);
  const show = (typed: Handover, refusal?: Refusal) => {
    const page = (
      <DeliverPage shell={dossierShell(req, deps, opened)} sheet={sheet} typed={typed} refusal={refusal} />
    );
    return reply.html(renderPage(page), refusal ? 422 : 200);
  };
  if (req.method === 'GET') return show(NOTHING_TICKED);
  const typed = readHandover(req.body);
  const overlong = overlongIn(typed);
  if (overlong) return show(typed, overlong);
  const request = { ...typed, dossierId: opened.dossier.id, version: versionOf(req.body) };
  const result = await act({ db: deps.db, actor: req.actor, now: req.now }, (ctx) => deliver(ctx, request));
  return settle(req, reply, deps, result, {
    act: 'deliver',
    again: (refusal) => show(typed, refusal),
  });
}
