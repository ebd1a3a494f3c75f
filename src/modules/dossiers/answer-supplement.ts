// The applicant answers: papers and mended answers join the dossier together, and the due date moves by the working time that it waited.
import type { Ctx } from '../../platform/act.ts';
import { deadline } from '../../rules/calendar/index.ts';
import { type Answers, checkAll, seal } from '../../rules/forms/index.ts';
import { civil, dateOf, instantOf, ok, type Result, refuse, tidy } from '../../rules/kernel/index.ts';
import { State } from '../../rules/lifecycle/index.ts';
import type { Books } from './books.ts';
import type { Dossier, Supplement } from './dossier.ts';
import { DossierFact, streamOf } from './facts.ts';
import { type ActRequest, judge } from './judged.ts';
import { addHop } from './parts-store.ts';
import { NOT_FOUND } from './refusals.ts';
import { changeDossier, lockDossier } from './store.ts';
import { openSupplement, pausesOf, writeAnswer } from './supplement-store.ts';

export interface Answered {
  readonly due: Temporal.Instant | null;
}

export async function answerSupplement(
  ctx: Ctx,
  request: ActRequest & { note: string },
  books: Books,
): Promise<Result<Answered>> {
  const locked = await lockDossier(ctx.tx, request.dossierId);
  const supplement = locked && (await openSupplement(ctx.tx, request.dossierId));
  const judged = await judge(ctx, 'answerSupplement', request, supplement ? supplement.fromState : State.New);
  if (!judged.ok) return judged;
  if (!supplement) return refuse(NOT_FOUND);
  const { dossier, to } = judged.value;
  const lacking = firstUnanswered(supplement);
  if (lacking)
    return refuse({
      code: 'unanswered',
      status: 422,
      field: lacking.id,
      message: `Bạn chưa bổ sung “${lacking.name}”.`,
    });
  const answers = mended(ctx, dossier, supplement, books);
  if (!answers.ok) return answers;

  const due = await dueAfter(ctx, dossier, supplement, books);
  await writeAnswer(ctx.tx, {
    dossierId: dossier.id,
    supplementId: supplement.id,
    at: ctx.now,
    note: tidy(request.note),
    dueAfter: due?.at ?? null,
    answersBefore: answers.value && dossier.answers,
  });
  await changeDossier(ctx.tx, dossier.id, {
    state: to,
    holderId: supplement.fromHolder,
    heldSince: ctx.now,
    ...(answers.value && { answers: answers.value }),
    ...(due && { dueCurrent: due.at, dueWhy: due.why }),
  });
  await addHop(ctx.tx, {
    dossierId: dossier.id,
    at: ctx.now,
    act: 'answer',
    from: dossier.ownerName,
    to: 'Bộ phận một cửa',
    note: tidy(request.note),
  });
  ctx.announce({
    stream: streamOf(dossier.id),
    name: DossierFact.SupplementAnswered,
    data: { due: due?.at.toString() ?? null },
  });
  return ok({ due: due?.at ?? null });
}

/** The first asked item with neither a new paper nor a mended answer. */
function firstUnanswered({ items, files, answers }: Supplement) {
  const given = new Set(files.map((file) => file.component));
  return items.find((item) => (item.kind === 'component' ? !given.has(item.subject) : answers === null));
}

function mended(ctx: Ctx, dossier: Dossier, supplement: Supplement, books: Books): Result<Answers | null> {
  if (!supplement.answers || !dossier.formHash) return ok(null);
  const { answers } = supplement;
  const context = books.formContext(dossier.agencyId, dossier.procedureId, dateOf(ctx.now));
  const definition = books.form(dossier.formHash);
  const wrong = checkAll(definition, answers, context)[0];
  if (wrong) return refuse({ code: 'wrong-answer', status: 422, field: wrong.key, message: wrong.message });
  return ok(seal(definition, answers, context));
}

async function dueAfter(ctx: Ctx, dossier: Dossier, supplement: Supplement, books: Books) {
  if (!dossier.acceptedAt || supplement.fromState !== State.InProgress) return null;
  const agency = books.agency(dossier.agencyId);
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
