// An official asks for what is missing: once, complete, itemised (Mẫu 02). After acceptance the legal clock stands until the answer.
import type { Ctx } from '../../platform/act.ts';
import { newId } from '../../platform/crypto.ts';
import { formatInstant, ok, type Result, refuse, tidy } from '../../rules/kernel/index.ts';
import { State } from '../../rules/lifecycle/index.ts';
import type { Books } from './books.ts';
import { DossierFact, streamOf } from './facts.ts';
import { unfitToPrint } from './fit-to-print.ts';
import { type ActRequest, judge } from './judged.ts';
import type { Slip02Data } from './papers/index.ts';
import { slipCommon } from './slips.ts';
import { addHop, addPaper, changeDossier, type LockedDossier } from './store.ts';

export interface AskedItem {
  kind: 'component' | 'field';
  /** Key of the component or of the form's field. */
  subject: string;
  name: string;
  wrong: string;
  todo: string;
}

export interface SupplementRequest extends ActRequest {
  reason: string;
  items: AskedItem[];
  /** Where the applicant answers, for the slip. */
  answerPlace: string;
}

export async function askForSupplement(
  ctx: Ctx,
  request: SupplementRequest,
  books: Books,
): Promise<Result<{ paperId: string }>> {
  const judged = await judge(ctx, 'askSupplement', request);
  if (!judged.ok) return judged;
  const items = request.items.map((item) => ({ ...item, wrong: tidy(item.wrong), todo: tidy(item.todo) }));
  if (items.length === 0)
    return refuse({
      code: 'items-missing',
      status: 422,
      field: 'items',
      message: 'Bạn phải chọn ít nhất một giấy tờ hoặc mục khai cần bổ sung.',
    });
  const bare = items.findIndex((item) => item.wrong === '' || item.todo === '');
  if (bare >= 0)
    return refuse({
      code: 'item-bare',
      status: 422,
      field: `items.${bare}`,
      message: `Mục “${items[bare]!.name}”: bạn phải ghi cả chỗ chưa đúng và việc người dân cần làm.`,
    });
  const strange = items
    .map((item, at) => unfitToPrint(`items.${at}`, item.name, item.wrong, item.todo))
    .find((one) => one !== null);
  const unfit = strange ?? unfitToPrint('reason', request.reason);
  if (unfit) return refuse(unfit);
  const { dossier, to } = judged.value;
  const id = newId();
  await ctx.tx
    .insertInto('dossiers.supplement')
    .values((e) => ({
      id,
      dossier_id: dossier.id,
      seq: e
        .selectFrom('dossiers.supplement')
        .select((f) => f.fn.countAll<number>().as('n'))
        .where('dossier_id', '=', dossier.id),
      from_state: dossier.state,
      from_holder: dossier.holder_id,
      asked_at: ctx.now,
      asked_by: ctx.actor.personId as string,
      reason: tidy(request.reason),
      due_before: dossier.due_current,
    }))
    .execute();
  await ctx.tx
    .insertInto('dossiers.supplement_item')
    .values(items.map((item, seq) => ({ id: newId(), supplement_id: id, seq, ...item })))
    .execute();
  await changeDossier(ctx.tx, dossier.id, { state: to, holder_id: null, held_since: ctx.now });
  await addHop(ctx.tx, {
    dossierId: dossier.id,
    at: ctx.now,
    act: 'ask',
    from: ctx.actor.name,
    to: dossier.owner_name,
  });
  const data = slip02({ ...request, items }, dossier, books, ctx);
  const paperId = await addPaper(ctx.tx, dossier.id, '02', data, ctx.now);
  ctx.announce({
    stream: streamOf(dossier.id),
    name: DossierFact.SupplementAsked,
    data: { items: items.length, from: dossier.state },
  });
  return ok({ paperId });
}

/** What Mẫu 02 says: the same for the preview and for the paper that is issued. */
export function slip02(
  request: Pick<SupplementRequest, 'items' | 'reason' | 'answerPlace'>,
  dossier: Omit<LockedDossier, 'proposal' | 'supplements'>,
  books: Books,
  { actor, now }: Pick<Ctx, 'actor' | 'now'>,
): Slip02Data {
  const agency = books.agency(dossier.agency_id);
  return {
    ...slipCommon(dossier, books.procedure(dossier.procedure_id), agency, books, now),
    items: request.items.map((item) => ({ subject: item.name, wrong: item.wrong, todo: item.todo })),
    reason: tidy(request.reason) || 'Hồ sơ chưa đủ hoặc chưa đúng theo quy định.',
    clockNote: clockNote(dossier.state, dossier.due_current),
    answerPlace: request.answerPlace,
    contact: { name: actor.name, phone: agency.phone },
    guide: { name: actor.name },
  };
}

function clockNote(state: number, due: Temporal.Instant | null): string {
  if (state !== State.InProgress || !due) return 'Thời hạn giải quyết tính từ khi hồ sơ được tiếp nhận.';
  return `Thời hạn giải quyết tạm dừng từ lúc này; khi Ông/Bà bổ sung xong, ngày hẹn trả (${formatInstant(due)}) được lùi đúng bằng thời gian làm việc đã chờ.`;
}
