// /ho-so: the list, one dossier, its papers, files and result; withdrawing.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { feeAccountOf, moneyHeld } from '../../../flows/settle-bill.ts';
import {
  citizenWho,
  deliveryWords,
  doneBefore,
  findOwnDossier,
  listDrafts,
  listOwnDossiers,
  NOT_FOUND,
  OWN_PAGE,
  paperFile,
  viewOfWhole,
  withdraw,
} from '../../../modules/dossiers/index.ts';
import { downloadHeaders, type NamedFile, openFile } from '../../../modules/files/index.ts';
import { sumOf } from '../../../modules/payments/index.ts';
import { resultsOf } from '../../../modules/results/index.ts';
import { act } from '../../../platform/act.ts';
import { payableAt } from '../../../rules/fees/index.ts';
import { summary } from '../../../rules/forms/index.ts';
import { dateOf } from '../../../rules/kernel/index.ts';
import { actsFor } from '../../../rules/lifecycle/index.ts';
import { isBack } from '../../../rules/states/index.ts';
import { renderPage } from '../../../ui/index.ts';
import { asking } from '../asking.ts';
import type { PortalDeps } from '../deps.ts';
import { shellOf } from '../shell.tsx';
import { uuidOf } from '../uuid.ts';
import { DossierPage } from './dossier-page.tsx';
import { isLate } from './history.ts';
import { MyDossiersPage } from './list-page.tsx';
import { showSlip } from './slip.tsx';
import { whyDue } from './why-due.tsx';
import { words } from './words.ts';

const config = { guard: 'citizen' } as const;

/** Mounts the list, the dossier's page, its downloads and the withdrawal. */
export function registerMyDossiers(app: FastifyInstance, deps: PortalDeps): void {
  app.get('/ho-so', { config }, (req, reply) => list(req, reply, deps));
  app.get<{ Params: { id: string } }>('/ho-so/:id', { config }, (req, reply) => one(req, reply, deps));
  app.get<{ Params: { id: string } }>('/ho-so/:id/rut', { config }, (req, reply) =>
    reply.redirect(`/ho-so/${uuidOf(req.params.id)}`, 303),
  );
  app.post<{ Params: { id: string }; Body: { version?: string } }>(
    '/ho-so/:id/rut',
    { config },
    async (req, reply) => {
      const request = { dossierId: uuidOf(req.params.id), version: Number(req.body.version) };
      const done = await act({ db: deps.db, actor: req.actor, now: req.now }, (ctx) =>
        withdraw(ctx, request),
      );
      const again = { ...request, act: 'withdraw', actor: req.actor } as const;
      if (done.ok || (await doneBefore(deps.db, again)))
        return reply.redirect(`/ho-so/${request.dossierId}`, 303);
      return reply.refuse(done.refusal);
    },
  );
  app.get<{ Params: { id: string; paper: string } }>(
    '/ho-so/:id/phieu/:paper',
    { config },
    async (req, reply) => {
      const dossier = await own(req, deps);
      const paper = dossier && (await paperFile(deps.db, dossier.id, uuidOf(req.params.paper)));
      if (!paper?.ok) return reply.refuse(NOT_FOUND);
      return reply
        .headers(
          downloadHeaders({
            name: paper.value.fileName,
            mime: 'application/pdf',
            size: paper.value.bytes.length,
          }),
        )
        .send(paper.value.bytes);
    },
  );
  app.get<{ Params: { id: string; receipt: string } }>(
    '/ho-so/:id/phieu-thu/:receipt',
    { config },
    async (req, reply) => showSlip(req, reply, deps, await own(req, deps)),
  );
  app.get<{ Params: { id: string; file: string } }>(
    '/ho-so/:id/tep/:file',
    { config },
    async (req, reply) => {
      const dossier = await own(req, deps);
      const file = dossier?.files.find((one) => one.id === req.params.file);
      if (!file) return reply.refuse(NOT_FOUND);
      return sendStored(reply, deps, file);
    },
  );
  app.get<{ Params: { id: string; result: string } }>(
    '/ho-so/:id/ket-qua/:result',
    { config },
    async (req, reply) => {
      const dossier = await own(req, deps);
      const result =
        dossier && (await resultsOf(deps.db, dossier.id)).find((one) => one.id === req.params.result);
      if (!result) return reply.refuse(NOT_FOUND);
      const name = `${result.title} ${result.number.replaceAll('/', '-')}.pdf`;
      return sendStored(reply, deps, { sha256: result.sha256, name, mime: 'application/pdf' });
    },
  );
}

/** The moment an address names, if it is one. */
function momentOf(text: string | undefined): Temporal.Instant | undefined {
  try {
    return text ? Temporal.Instant.from(text) : undefined;
  } catch {
    return undefined;
  }
}

async function own(req: FastifyRequest<{ Params: { id: string } }>, deps: PortalDeps) {
  return findOwnDossier(deps.db, asking(req), uuidOf(req.params.id));
}

async function sendStored(reply: FastifyReply, deps: PortalDeps, file: NamedFile) {
  const kept = await openFile(deps.files, file);
  return kept.ok ? reply.headers(kept.value.headers).send(kept.value.stream) : reply.refuse(kept.refusal);
}

async function list(req: FastifyRequest, reply: FastifyReply, deps: PortalDeps) {
  const { truoc, da } = req.query as { truoc?: string; da?: string };
  const before = momentOf(truoc);
  const { personId } = req.session!;
  const [drafts, rows] = await Promise.all([
    before ? [] : listDrafts(deps.db, personId),
    listOwnDossiers(deps.db, asking(req), before),
  ]);
  const last = rows.at(-1);
  const page = (
    <MyDossiersPage
      shell={shellOf(req)}
      drafts={drafts.map((draft) => ({ draft, name: deps.books.procedure(draft.procedureId).name }))}
      dossiers={rows.map((row) => ({
        id: row.id,
        name: deps.books.procedure(row.procedureId).name,
        number: row.number,
        requestCode: row.requestCode,
        state: row.state,
        due: row.dueCurrent,
        why: whyDue(req.lang, row, null, deps.books),
        late: isLate(row, req.now),
        ended: row.finishedAt !== null,
        back: isBack(row),
        feeDue: payableAt('portal', row),
      }))}
      older={rows.length === OWN_PAGE && last ? `/ho-so?truoc=${last.submittedAt.toString()}` : null}
      said={da === 'xoa' ? words(req.lang).discarded : undefined}
    />
  );
  return reply.html(renderPage(page));
}

async function one(req: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply, deps: PortalDeps) {
  const dossier = await own(req, deps);
  if (!dossier) return reply.refuse(NOT_FOUND);
  const { books } = deps;
  const today = dateOf(req.now);
  const { answers } = dossier;
  const agency = books.agency(dossier.agencyId, today);
  const acts = actsFor(
    viewOfWhole(dossier),
    await citizenWho(deps.db, req.session!.personId, dossier, today),
  );
  const account = await feeAccountOf(deps.db, dossier);
  const page = (
    <DossierPage
      shell={shellOf(req)}
      dossier={dossier}
      procedure={books.procedure(dossier.procedureId)}
      agency={agency}
      componentNames={
        new Map(
          books
            .components(dossier.procedureId, dossier.formHash, answers, today)
            .map((paper) => [paper.key, paper.name]),
        )
      }
      results={await resultsOf(deps.db, dossier.id)}
      answers={
        dossier.formHash
          ? summary(
              books.form(dossier.formHash),
              answers,
              books.formContext(dossier.agencyId, dossier.procedureId, today),
            )
          : []
      }
      delivery={deliveryWords(dossier, agency, req.lang)}
      canWithdraw={acts.some((offered) => offered.act === 'withdraw')}
      why={whyDue(req.lang, dossier, dossier.supplements, books)}
      held={moneyHeld(account)}
      beyond={sumOf(account.beyond)}
      receipts={account.receipts}
      now={req.now}
      said={(req.query as { da?: string }).da === 'bo-sung' ? words(req.lang).supplemented : undefined}
    />
  );
  return reply.html(renderPage(page));
}
