// The open request for supplement of one's own dossier, with the form as mended so far; loaded once per request.
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  findOwnDossier,
  NOT_FOUND,
  openSupplementOf,
  type Supplement,
  type WholeDossier,
} from '../../../modules/dossiers/index.ts';
import { deadline } from '../../../rules/calendar/index.ts';
import {
  type Answers,
  type FormContext,
  type FormDefinition,
  keepingAppointment,
  type Value,
} from '../../../rules/forms/index.ts';
import { civil, dateOf, formatDateTime, formatInstant } from '../../../rules/kernel/index.ts';
import { State } from '../../../rules/lifecycle/index.ts';
import { asking } from '../asking.ts';
import type { PortalDeps } from '../deps.ts';
import { uuidOf } from '../uuid.ts';

export type AskedItem = Supplement['items'][number];

export interface Asked {
  readonly dossier: WholeDossier;
  readonly supplement: Supplement;
  readonly form: FormDefinition | null;
  readonly context: FormContext;
  /** The form as mended so far; as it was sent while nothing is mended. */
  readonly answers: Answers;
}

/** Answers with a page of the open request; without one, with the dossier's own page, or one that `elsewhere` knows better. */
export async function onAsked(
  req: FastifyRequest,
  reply: FastifyReply,
  deps: PortalDeps,
  answer: (asked: Asked) => FastifyReply | Promise<FastifyReply>,
  { elsewhere }: { elsewhere?(): Promise<string | undefined> } = {},
): Promise<FastifyReply> {
  const { id } = req.params as { id: string };
  const dossier = await findOwnDossier(deps.db, asking(req, 'answerSupplement'), uuidOf(id));
  if (!dossier) return reply.refuse(NOT_FOUND);
  const supplement = openSupplementOf(dossier);
  if (dossier.state !== State.SupplementAsked || !supplement)
    return reply.redirect((await elsewhere?.()) ?? `/ho-so/${dossier.id}`, 303);
  const { books } = deps;
  return answer({
    dossier,
    supplement,
    form: dossier.formHash ? books.form(dossier.formHash) : null,
    context: keepingAppointment(
      books.formContext(dossier.agencyId, dossier.procedureId, dateOf(req.now)),
      dossier.appointment,
    ),
    answers: supplement.answers ?? dossier.answers,
  });
}

/** The form's page that asks for a field (`child.birthDate`, `docs[r1].title`); undefined when none does. */
export function pageAsking(form: FormDefinition | null, subject: string): string | undefined {
  const whole = subject.replace(/\[.*$/u, '');
  return form?.pages.find((page) => page.fields.some(({ key }) => key === subject || key === whole))?.id;
}

/** Whether a field's answer is another one now than when the dossier was sent. */
export function isChanged({ dossier, answers }: Asked, subject: string): boolean {
  const key = subject.replace(/\[.*$/u, '');
  const before = dossier.answers[key];
  return textOf(before) !== textOf(answers[key]);
}

/** The database keeps an object's keys in an order of its own. */
function textOf(value: Value | undefined): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  );
}

/** The due moment before, and after if the answer were sent now; undefined while the legal clock has not begun. */
export function dueIfSentNow(
  { dossier, supplement }: Asked,
  { books }: PortalDeps,
  { now, lang }: Pick<FastifyRequest, 'now' | 'lang'>,
) {
  if (!dossier.acceptedAt || !dossier.dueCurrent || supplement.fromState !== State.InProgress)
    return undefined;
  const { calendar, policy } = books.agency(dossier.agencyId, dateOf(now));
  const pauses = dossier.supplements
    .filter((one) => one.fromState === State.InProgress)
    .map((one) => ({
      from: civil(one.askedAt),
      to: civil(one.answeredAt ?? now),
    }));
  const { period } = books.procedure(dossier.procedureId);
  const after = deadline({ acceptedAt: civil(dossier.acceptedAt), period, pauses, calendar, policy });
  return { before: formatInstant(dossier.dueCurrent, lang), after: formatDateTime(after.due, lang) };
}
