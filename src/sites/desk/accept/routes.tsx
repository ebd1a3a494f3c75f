// /ho-so/:id/tiep-nhan: accept a new request; /da-tiep-nhan: what came of it.
import type { FastifyInstance } from 'fastify';
import { accept } from '../../../modules/dossiers/index.ts';
import { act } from '../../../platform/act.ts';
import { deadline } from '../../../rules/calendar/index.ts';
import { civil, instantOf } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import { confirmedAct } from '../act-page.tsx';
import type { DeskDeps } from '../deps.ts';
import { type DossierRequest, dossierShell, official, open } from '../opened.tsx';
import { type Sheet, sheetOf } from '../sheet.ts';
import { AcceptedPage, AcceptPage, type PromisedTime } from './page.tsx';

export function registerAccept(app: FastifyInstance, deps: DeskDeps): void {
  confirmedAct(app, deps, {
    act: 'accept',
    view: ({ shell, sheet }) => <AcceptPage shell={shell} sheet={sheet} promise={promised(sheet)} />,
    perform: ({ actor, now, dossierId, version }) =>
      act({ db: deps.db, actor, now }, (ctx) => accept(ctx, { dossierId, version }, deps.books)),
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
