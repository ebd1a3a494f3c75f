// /ho-so/:id/tiep-nhan: accept a new request; /da-tiep-nhan: what came of it.
import type { FastifyInstance } from 'fastify';
import { accept } from '../../../modules/dossiers/index.ts';
import { act } from '../../../platform/act.ts';
import { deadline } from '../../../rules/calendar/index.ts';
import { civil, instantOf } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import type { DeskDeps } from '../deps.ts';
import {
  type DossierRequest,
  dossierShell,
  official,
  open,
  openFor,
  settle,
  uuid,
  versionOf,
} from '../opened.tsx';
import { type Sheet, sheetOf } from '../sheet.ts';
import { AcceptedPage, AcceptPage, type PromisedTime } from './page.tsx';

export function registerAccept(app: FastifyInstance, deps: DeskDeps): void {
  app.get('/ho-so/:id/tiep-nhan', { config: official }, async (request, reply) => {
    const req = request as DossierRequest;
    const opened = await openFor(req, reply, deps, 'accept', 'tiep-nhan');
    if (!opened) return reply;
    const sheet = await sheetOf(opened, deps, req.now);
    const page = (
      <AcceptPage shell={dossierShell(req, deps, opened)} sheet={sheet} promise={promised(sheet)} />
    );
    return reply.html(renderPage(page));
  });

  app.post('/ho-so/:id/tiep-nhan', { config: official }, async (request, reply) => {
    const req = request as DossierRequest;
    const order = { dossierId: uuid(req.params.id), version: versionOf(req.body) };
    const result = await act({ db: deps.db, actor: req.actor, now: req.now }, (ctx) =>
      accept(ctx, order, deps.books),
    );
    return settle(req, reply, deps, result, { act: 'accept' });
  });

  app.get('/ho-so/:id/da-tiep-nhan', { config: official }, async (request, reply) => {
    const req = request as DossierRequest;
    const opened = await open(req, deps, req.params.id, { page: 'da-tiep-nhan' });
    if (!opened.ok) return reply.refuse(opened.refusal);
    if (opened.value.dossier.number === null) return reply.redirect(`/ho-so/${opened.value.dossier.id}`, 303);
    const sheet = await sheetOf(opened.value, deps, req.now);
    return reply.html(
      renderPage(<AcceptedPage shell={dossierShell(req, deps, opened.value)} sheet={sheet} />),
    );
  });
}

/** What would be promised if it were accepted now: the same count as the act makes. */
function promised({ agency, procedure, now }: Sheet): PromisedTime {
  const { calendar, policy } = agency;
  const count = deadline({ acceptedAt: civil(now), period: procedure.period, pauses: [], calendar, policy });
  return { due: instantOf(count.due), why: count.why };
}
