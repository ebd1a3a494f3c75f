// The applicant answers: papers and mended answers join the dossier together, and the due date moves by the working time that it waited.
import { sql } from 'kysely';
import type { Ctx } from '../../platform/act.ts';
import { deadline } from '../../rules/calendar/index.ts';
import { type Answers, checkAll, seal } from '../../rules/forms/index.ts';
import { civil, dateOf, instantOf, ok, type Result, refuse, tidy } from '../../rules/kernel/index.ts';
import { State, stateOf } from '../../rules/lifecycle/index.ts';
import type { Books } from './books.ts';
import { DossierFact, streamOf } from './facts.ts';
import { type ActRequest, judge } from './judged.ts';
import { NOT_FOUND } from './refusals.ts';
import { addHop, changeDossier, type LockedDossier, lockDossier, openSupplement, pausesOf } from './store.ts';

export interface Answered {
  readonly due: Temporal.Instant | null;
}

type Supplement = NonNullable<Awaited<ReturnType<typeof openSupplement>>>;

export async function answerSupplement(
  ctx: Ctx,
  request: ActRequest & { note: string },
  books: Books,
): Promise<Result<Answered>> {
  const locked = await lockDossier(ctx.tx, request.dossierId);
  const supplement = locked && (await openSupplement(ctx.tx, request.dossierId));
  const judged = await judge(
    ctx,
    'answerSupplement',
    request,
    supplement ? stateOf(supplement.from_state) : State.New,
  );
  if (!judged.ok) return judged;
  if (!supplement) return refuse(NOT_FOUND);
  const { dossier, to } = judged.value;
  const lacking = await firstUnanswered(ctx, supplement);
  if (lacking)
    return refuse({
      code: 'unanswered',
      status: 422,
      field: lacking.id,
      message: `Bạn chưa bổ sung “${lacking.name}”.`,
    });
  const answers = mended(ctx, dossier, supplement, books);
  if (!answers.ok) return answers;

  await sql`
    insert into dossiers.file (id, dossier_id, component, sha256, name, mime, size, supplement_id, added_at)
    select id, ${dossier.id}::uuid, component, sha256, name, mime, size, supplement_id, added_at
    from dossiers.supplement_file where supplement_id = ${supplement.id}`.execute(ctx.tx);
  const due = await dueAfter(ctx, dossier, supplement, books);
  await ctx.tx
    .updateTable('dossiers.supplement')
    .set({
      answered_at: ctx.now,
      note: tidy(request.note),
      due_after: due?.at ?? null,
      ...(answers.value && { answers_before: JSON.stringify(dossier.answers) }),
    })
    .where('id', '=', supplement.id)
    .execute();
  await changeDossier(ctx.tx, dossier.id, {
    state: to,
    holder_id: supplement.from_holder,
    held_since: ctx.now,
    ...(answers.value && { answers: JSON.stringify(answers.value) }),
    ...(due && { due_current: due.at, due_why: due.why }),
  });
  await addHop(ctx.tx, {
    dossierId: dossier.id,
    at: ctx.now,
    act: 'answer',
    from: dossier.owner_name,
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
async function firstUnanswered(ctx: Ctx, supplement: Supplement) {
  const items = await ctx.tx
    .selectFrom('dossiers.supplement_item')
    .selectAll()
    .where('supplement_id', '=', supplement.id)
    .orderBy('seq')
    .execute();
  const files = await ctx.tx
    .selectFrom('dossiers.supplement_file')
    .select('component')
    .where('supplement_id', '=', supplement.id)
    .execute();
  const given = new Set(files.map((file) => file.component));
  return items.find((item) =>
    item.kind === 'component' ? !given.has(item.subject) : supplement.answers === null,
  );
}

function mended(
  ctx: Ctx,
  dossier: LockedDossier,
  supplement: Supplement,
  books: Books,
): Result<Answers | null> {
  if (!supplement.answers || !dossier.form_hash) return ok(null);
  const answers = supplement.answers as unknown as Answers;
  const context = books.formContext(dossier.agency_id, dossier.procedure_id, dateOf(ctx.now));
  const definition = books.form(dossier.form_hash);
  const wrong = checkAll(definition, answers, context)[0];
  if (wrong) return refuse({ code: 'wrong-answer', status: 422, field: wrong.key, message: wrong.message });
  return ok(seal(definition, answers, context));
}

async function dueAfter(ctx: Ctx, dossier: LockedDossier, supplement: Supplement, books: Books) {
  if (!dossier.accepted_at || supplement.from_state !== State.InProgress) return null;
  const agency = books.agency(dossier.agency_id);
  const pauses = (await pausesOf(ctx.tx, dossier.id)).map((pause) => ({
    from: civil(pause.asked_at),
    to: civil(pause.answered_at ?? ctx.now),
  }));
  const count = deadline({
    acceptedAt: civil(dossier.accepted_at),
    period: books.procedure(dossier.procedure_id).period,
    pauses,
    calendar: agency.calendar,
    policy: agency.policy,
  });
  return { at: instantOf(count.due), why: count.why };
}
