// /ho-so/:id/da-nop: the confirmation, the same after every reload; and the copy of what was declared.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { printForm } from '../../../modules/catalogue/index.ts';
import {
  type Dossier,
  deliveryWords,
  findOwnDossier,
  NOT_FOUND,
  type WholeDossier,
} from '../../../modules/dossiers/index.ts';
import { downloadHeaders } from '../../../modules/files/index.ts';
import { deadline } from '../../../rules/calendar/index.ts';
import { payableAt } from '../../../rules/fees/index.ts';
import { summary } from '../../../rules/forms/index.ts';
import { civil, dateOf, formatDateTime } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import { asking } from '../asking.ts';
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

function own(req: FastifyRequest, { db }: PortalDeps): Promise<WholeDossier | undefined> {
  return findOwnDossier(db, asking(req), uuidOf((req.params as { id: string }).id));
}

async function confirm(req: FastifyRequest, reply: FastifyReply, deps: PortalDeps) {
  const dossier = await own(req, deps);
  if (!dossier) return reply.refuse(NOT_FOUND);
  const { books } = deps;
  const agency = books.agency(dossier.agencyId, dateOf(req.now));
  const { fee } = dossier;
  const { calendar } = agency;
  const answer = deadline({
    acceptedAt: civil(dossier.submittedAt),
    period: ANSWER,
    calendar,
    policy: { endOfDay: false },
  });
  const papers = papersOf(dossier, deps, dateOf(dossier.submittedAt));
  return reply.html(
    renderPage(
      <SentPage
        shell={shellOf(req)}
        {...{ dossier, agency, fee }}
        procedure={books.procedure(dossier.procedureId)}
        payNow={payableAt('portal', dossier)}
        answerBy={formatDateTime(answer.due, req.lang)}
        delivery={deliveryWords(dossier, agency, req.lang)}
        bring={papers.filter((paper) => paper.presentOnly).map((paper) => paper.name)}
      />,
    ),
  );
}

function papersOf(
  { procedureId, formHash, answers }: Dossier,
  { books }: PortalDeps,
  day: Temporal.PlainDate,
) {
  return books.components(procedureId, formHash, answers, day);
}

async function copy(req: FastifyRequest, reply: FastifyReply, deps: PortalDeps) {
  const dossier = await own(req, deps);
  if (!dossier) return reply.refuse(NOT_FOUND);
  const { books } = deps;
  const day = dateOf(dossier.submittedAt);
  const procedure = books.procedure(dossier.procedureId);
  const form = dossier.formHash ? books.form(dossier.formHash) : null;
  const context = books.formContext(dossier.agencyId, dossier.procedureId, day);
  const names = new Map(papersOf(dossier, deps, day).map((paper) => [paper.key, paper.name]));
  const number = dossier.number ?? dossier.requestCode;
  const bytes = await printForm('filled', {
    title: form?.title ?? procedure.name,
    procedure: { code: procedure.code ?? '', name: procedure.name },
    agency: books.agency(dossier.agencyId, day).name,
    dossierNumber: number,
    trackUrl: books.trackUrl(number),
    filedAt: dossier.submittedAt,
    filedBy: dossier.ownerName,
    sections: form ? summary(form, dossier.answers, context) : [],
    attachments: dossier.files.map((file) => ({
      component: names.get(file.component) ?? file.component,
      file: file.name,
    })),
  });
  const name = `Ban khai ${number}.pdf`;
  return reply.headers(downloadHeaders({ name, mime: 'application/pdf', size: bytes.length })).send(bytes);
}
