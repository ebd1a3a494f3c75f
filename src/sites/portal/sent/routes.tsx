// /ho-so/:id/da-nop: the confirmation, the same after every reload; and the copy of what was declared.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { asksForMoney, feeOf } from '../../../flows/dossier-bill.ts';
import { renderFilledForm } from '../../../modules/catalogue/index.ts';
import { type Dossier, deliveryWords, findOwnDossier, NOT_FOUND } from '../../../modules/dossiers/index.ts';
import { downloadHeaders } from '../../../modules/files/index.ts';
import { deadline } from '../../../rules/calendar/index.ts';
import { type Answers, summary } from '../../../rules/forms/index.ts';
import { civil, dateOf, formatDateTime } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import type { PortalDeps } from '../deps.ts';
import { shellOf } from '../shell.tsx';
import { uuidOf } from '../uuid.ts';
import { SentPage } from './page.tsx';

const config = { guard: 'citizen' } as const;

/** Within how much working time the desk answers a request sent online. */
const ANSWER = { value: 8, unit: 'workingHour' } as const;

/** Mounts the confirmation and the copy. */
export function registerSent(app: FastifyInstance, deps: PortalDeps): void {
  app.get('/ho-so/:id/da-nop', { config }, (req, reply) => confirm(req, reply, deps));
  app.get('/ho-so/:id/ban-khai', { config }, (req, reply) => copy(req, reply, deps));
}

function own(req: FastifyRequest, { db }: PortalDeps): Promise<Dossier | undefined> {
  return findOwnDossier(db, req.session!.personId, uuidOf((req.params as { id: string }).id));
}

async function confirm(req: FastifyRequest, reply: FastifyReply, deps: PortalDeps) {
  const dossier = await own(req, deps);
  if (!dossier) return reply.refuse(NOT_FOUND);
  const { books } = deps;
  const agency = books.agency(dossier.agency_id);
  const fee = feeOf(dossier);
  const { calendar } = agency;
  const answer = deadline({
    acceptedAt: civil(dossier.submitted_at),
    period: ANSWER,
    calendar,
    policy: { endOfDay: false },
  });
  const papers = papersOf(dossier, deps, dateOf(dossier.submitted_at));
  return reply.html(
    renderPage(
      <SentPage
        shell={shellOf(req)}
        {...{ dossier, agency, fee }}
        procedure={books.procedure(dossier.procedure_id)}
        payNow={asksForMoney(dossier) && (fee.when === 'reception' || dossier.state === 9)}
        answerBy={formatDateTime(answer.due)}
        delivery={deliveryWords(dossier, agency)}
        bring={papers.filter((paper) => paper.presentOnly).map((paper) => paper.name)}
      />,
    ),
  );
}

function papersOf(
  { procedure_id, form_hash, answers }: Dossier,
  { books }: PortalDeps,
  day: Temporal.PlainDate,
) {
  return books.components(procedure_id, form_hash, answers as unknown as Answers, day);
}

async function copy(req: FastifyRequest, reply: FastifyReply, deps: PortalDeps) {
  const dossier = await own(req, deps);
  if (!dossier) return reply.refuse(NOT_FOUND);
  const { books } = deps;
  const day = dateOf(dossier.submitted_at);
  const procedure = books.procedure(dossier.procedure_id);
  const form = dossier.form_hash ? books.form(dossier.form_hash) : null;
  const context = books.formContext(dossier.agency_id, dossier.procedure_id, day);
  const names = new Map(papersOf(dossier, deps, day).map((paper) => [paper.key, paper.name]));
  const number = dossier.number ?? dossier.request_code;
  const bytes = await renderFilledForm({
    title: form?.title ?? procedure.name,
    procedure: { code: procedure.code ?? '', name: procedure.name },
    agency: books.agency(dossier.agency_id).name,
    dossierNumber: number,
    trackUrl: books.trackUrl(number),
    filedAt: dossier.submitted_at,
    filedBy: dossier.owner_name,
    sections: form ? summary(form, dossier.answers as unknown as Answers, context) : [],
    attachments: dossier.files.map((file) => ({
      component: names.get(file.component) ?? file.component,
      file: file.name,
    })),
  });
  const name = `Ban khai ${number}.pdf`;
  return reply.headers(downloadHeaders({ name, mime: 'application/pdf', size: bytes.length })).send(bytes);
}
