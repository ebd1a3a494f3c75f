// /ho-so/:id/ky: the leader sees what will stand on the paper, and signs.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { namedTemplate, orderOf, previewResult, seatTitle, valuesOn } from '../../../flows/result-order.ts';
import { sign } from '../../../flows/sign.ts';
import {
  type OpenedDossier,
  openProposalOf,
  type Proposal,
  type WholeDossier,
} from '../../../modules/dossiers/index.ts';
import { dateOf } from '../../../rules/kernel/index.ts';
import { confirmedAct } from '../act-page.tsx';
import type { DeskDeps } from '../deps.ts';
import { type DossierRequest, official, openFor, sendPdf } from '../opened.tsx';
import { sayRefusal } from '../say-refusal.ts';
import { SignPage } from './page.tsx';

export function registerSign(app: FastifyInstance, deps: DeskDeps): void {
  confirmedAct(app, deps, {
    act: 'sign',
    view: ({ shell, sheet, faults }) => {
      const { at, result } = paperOf(sheet.dossier);
      const values = valuesOn(deps, sheet.dossier, { values: result.values, at }, dateOf(sheet.now));
      const [fault] = faults;
      return (
        <SignPage
          {...{ shell, sheet, values }}
          template={namedTemplate(deps, result.template)}
          fault={fault && sayRefusal(fault)}
        />
      );
    },
    perform: ({ deps: _, ...request }) => sign(deps, request),
  });
  app.get('/ho-so/:id/ky/xem', { config: official }, async (request, reply) => {
    const req = request as DossierRequest;
    const opened = await openFor(req, reply, deps, 'sign', 'ky-xem');
    return opened ? preview(req, reply, deps, opened) : reply;
  });
}

/** What the specialist proposed to sign. @throws Error when nothing is proposed, which the lifecycle forbids here */
function paperOf(dossier: WholeDossier): Proposal {
  const proposal = openProposalOf(dossier);
  if (!proposal) throw new Error('signing without a proposal');
  return proposal;
}

async function preview(req: DossierRequest, reply: FastifyReply, deps: DeskDeps, { dossier }: OpenedDossier) {
  const { at, result } = paperOf(dossier);
  const day = dateOf(req.now);
  const order = orderOf(deps, {
    dossier,
    day,
    template: namedTemplate(deps, result.template),
    values: valuesOn(deps, dossier, { values: result.values, at }, day),
    title: await seatTitle(deps, deps.db, req.actor.personId ?? '', dossier.agencyId, req.now),
  });
  const bytes = await previewResult(order, req.actor.name, req.now);
  return sendPdf(reply, 'xem-truoc-ket-qua.pdf', bytes);
}
