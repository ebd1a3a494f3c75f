// The applicant answers: papers and mended answers join the dossier together, and the due date moves by the working time that it waited.
import type { Ctx } from '../../platform/act.ts';
import { deadline } from '../../rules/calendar/index.ts';
import { type Answers, appointmentOf, checkAll, keepingAppointment, seal } from '../../rules/forms/index.ts';
import { civil, dateOf, instantOf, ok, type Result, refuse, tidyLines } from '../../rules/kernel/index.ts';
import { State } from '../../rules/lifecycle/index.ts';
import type { Books } from './books.ts';
import type { Dossier, LockedDossier, Supplement } from './dossier.ts';
import type { ActRequest } from './judged.ts';
import { type Deed, perform } from './perform.ts';
import { NOT_FOUND, wrongAt } from './refusals.ts';
import { lockDossier } from './store.ts';
import { openSupplement, pausesOf, writeAnswer } from './supplement-store.ts';

export interface Answered {
  readonly due: Temporal.Instant | null;
}

/**
 * Sends what was gathered: papers join the dossier, mended answers take the place of the first ones, the legal clock goes on.
 * @returns refusals of `perform`, and `unanswered` (422) at the item, what the form finds wrong (422) at the field
 */
export async function answerSupplement(
  ctx: Ctx,
  request: ActRequest & { note: string },
  books: Books,
): Promise<Result<Answered>> {
  // The dossier first, then what is open on it: as every act locks, so that none waits for another in a ring.
  const locked = await lockDossier(ctx.tx, request.dossierId);
  const supplement = locked ? await openSupplement(ctx.tx, request.dossierId) : null;
  const own = (dossier: LockedDossier) => answerWith(ctx, dossier, supplement, request.note, books);
  const before = supplement?.fromState ?? State.New;
  const done = await perform(ctx, 'answerSupplement', request, own, before);
  return done.ok ? ok(done.value.value) : done;
}

async function answerWith(
  ctx: Ctx,
  dossier: LockedDossier,
  supplement: Supplement | null,
  written: string,
  books: Books,
): Promise<Result<Deed<Answered>>> {
  if (!supplement) return refuse(NOT_FOUND);
  const lacking = firstUnanswered(supplement);
  if (lacking) return refuse(wrongAt(lacking.id, { code: 'unanswered', params: { name: lacking.name } }));
  const answers = mended(ctx, dossier, supplement, books);
  if (!answers.ok) return answers;
  const due = await dueAfter(ctx, dossier, supplement, books);
  const note = tidyLines(written);
  await writeAnswer(ctx.tx, {
    dossierId: dossier.id,
    supplementId: supplement.id,
    at: ctx.now,
    note,
    dueAfter: due?.at ?? null,
    answersBefore: answers.value && dossier.answers,
  });
  return ok({
    value: { due: due?.at ?? null },
    note,
    holderBefore: supplement.fromHolder,
    change: {
      ...(answers.value && {
        answers: answers.value,
        appointment: appointmentIn(dossier, answers.value, books),
      }),
      ...(due && { dueCurrent: due.at, dueWhy: due.why }),
    },
    data: { due: due?.at.toString() ?? null },
  });
}

/** The first asked item with neither a new paper nor a mended answer. */
function firstUnanswered({ items, files, answers }: Supplement) {
  const given = new Set(files.map((file) => file.component));
  return items.find((item) => (item.kind === 'component' ? !given.has(item.subject) : answers === null));
}

function appointmentIn({ formHash }: Dossier, answers: Answers, books: Books): string | null {
  return formHash ? appointmentOf(books.form(formHash), answers) : null;
}

function mended(ctx: Ctx, dossier: Dossier, supplement: Supplement, books: Books): Result<Answers | null> {
  if (!supplement.answers || !dossier.formHash) return ok(null);
  const { answers } = supplement;
  const context = keepingAppointment(
    books.formContext(dossier.agencyId, dossier.procedureId, dateOf(ctx.now)),
    dossier.appointment,
  );
  const definition = books.form(dossier.formHash);
  const wrong = checkAll(definition, answers, context)[0];
  if (wrong) return refuse({ code: wrong.code, params: wrong.params, status: 422, field: wrong.key });
  return ok(seal(definition, answers, context));
}

async function dueAfter(ctx: Ctx, dossier: Dossier, supplement: Supplement, books: Books) {
  if (!dossier.acceptedAt || supplement.fromState !== State.InProgress) return null;
  const agency = books.agency(dossier.agencyId, dateOf(ctx.now));
  const pauses = (await pausesOf(ctx.tx, dossier.id)).map((pause) => ({
    from: civil(pause.from),
    to: civil(pause.to ?? ctx.now),
  }));
  const count = deadline({
    acceptedAt: civil(dossier.acceptedAt),
    period: books.procedure(dossier.procedureId).period,
    pauses,
    calendar: agency.calendar,
    policy: agency.policy,
  });
  return { at: instantOf(count.due), why: count.why };
}
