// /ho-so/:id/ky: the leader signs. The dossier is released and its result made in one transaction: both or neither.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { assignmentsOf } from '../../../modules/agencies/index.ts';
import {
  finish,
  type OpenedDossier,
  openProposalOf,
  type Proposal,
  type ProposedResult,
} from '../../../modules/dossiers/index.ts';
import { issueResult } from '../../../modules/results/index.ts';
import { act } from '../../../platform/act.ts';
import { dateOf } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import type { DeskDeps } from '../deps.ts';
import {
  type DossierRequest,
  dossierShell,
  official,
  openFor,
  sendPdf,
  settle,
  uuid,
  versionOf,
} from '../opened.tsx';
import { namedTemplate, orderOf, previewResult } from '../result-order.ts';
import { sayRefusal } from '../say-refusal.ts';
import { sheetOf } from '../sheet.ts';
import { SignPage } from './page.tsx';

export function registerSign(app: FastifyInstance, deps: DeskDeps): void {
  app.get('/ho-so/:id/ky', { config: official }, async (request, reply) => {
    const req = request as DossierRequest;
    const opened = await openFor(req, reply, deps, 'sign', 'ky');
    return opened ? signPage(req, reply, deps, opened) : reply;
  });
  app.get('/ho-so/:id/ky/xem', { config: official }, async (request, reply) => {
    const req = request as DossierRequest;
    const opened = await openFor(req, reply, deps, 'sign', 'ky-xem');
    return opened ? preview(req, reply, deps, opened) : reply;
  });
  app.post('/ho-so/:id/ky', { config: official }, (req, reply) => sign(req as DossierRequest, reply, deps));
}

/** What the specialist proposed to sign. @throws Error when nothing is proposed, which the lifecycle forbids here */
function paperOf(proposal: Proposal | null): ProposedResult {
  if (!proposal) throw new Error('signing without a proposal');
  return proposal.result;
}

async function orderFor(
  req: DossierRequest,
  deps: DeskDeps,
  dossier: { id: string; number: string | null; agencyId: string },
  { template, values }: ProposedResult,
) {
  return orderOf(deps, deps.books.agency(dossier.agencyId), {
    dossierId: dossier.id,
    dossierNumber: dossier.number ?? '',
    template: namedTemplate(deps, template),
    values,
    title: await titleOf(req, deps, dossier.agencyId),
  });
}

async function signPage(
  req: DossierRequest,
  reply: FastifyReply,
  deps: DeskDeps,
  opened: OpenedDossier,
  fault?: string,
) {
  const { template, values } = paperOf(openProposalOf(opened.dossier));
  const page = (
    <SignPage
      shell={dossierShell(req, deps, opened)}
      sheet={await sheetOf(opened, deps, req.now)}
      template={namedTemplate(deps, template)}
      values={values}
      fault={fault}
    />
  );
  return reply.html(renderPage(page), fault ? 422 : 200);
}

async function preview(req: DossierRequest, reply: FastifyReply, deps: DeskDeps, { dossier }: OpenedDossier) {
  const order = await orderFor(req, deps, dossier, paperOf(openProposalOf(dossier)));
  const bytes = await previewResult(order, req.actor.name, req.now);
  return sendPdf(reply, 'xem-truoc-ket-qua.pdf', bytes);
}

async function sign(req: DossierRequest, reply: FastifyReply, deps: DeskDeps) {
  const request = { dossierId: uuid(req.params.id), version: versionOf(req.body) };
  const result = await act({ db: deps.db, actor: req.actor, now: req.now }, async (ctx) => {
    const finished = await finish(ctx, request);
    if (!finished.ok) return finished;
    const dossier = finished.value;
    return issueResult(ctx, deps.files, await orderFor(req, deps, dossier, paperOf(dossier.proposal)));
  });
  return settle(req, reply, deps, result, {
    act: 'sign',
    again: async (refusal) => {
      const opened = await openFor(req, reply, deps, 'sign', 'ky');
      return opened ? signPage(req, reply, deps, opened, sayRefusal(refusal)) : reply;
    },
  });
}

/** The title of the leader's seat at the agency today. */
async function titleOf(req: DossierRequest, deps: DeskDeps, agencyId: string): Promise<string> {
  const seats = await assignmentsOf(deps.db, req.session!.personId, dateOf(req.now));
  return seats.find((seat) => seat.agencyId === agencyId && seat.role === 'leader')?.title ?? '';
}
