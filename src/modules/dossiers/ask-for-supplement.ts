// An official asks for what is missing: once, complete, itemised (Mẫu 02). After acceptance the legal clock stands until the answer.
import type { Ctx } from '../../platform/act.ts';
import { formatInstant, ok, type Result, refuse, tidy } from '../../rules/kernel/index.ts';
import { State } from '../../rules/lifecycle/index.ts';
import type { Books } from './books.ts';
import type { Dossier, AskedItem as KeptItem } from './dossier.ts';
import { DossierFact, streamOf } from './facts.ts';
import { unfitToPrint } from './fit-to-print.ts';
import { type ActRequest, judge } from './judged.ts';
import type { Slip02Data } from './papers/index.ts';
import { addHop, addPaper } from './parts-store.ts';
import { slipCommon } from './slips.ts';
import { changeDossier } from './store.ts';
import { addSupplement } from './supplement-store.ts';

/** One paper or field that is asked for. */
export type AskedItem = Omit<KeptItem, 'id'>;

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
  await addSupplement(ctx.tx, {
    dossierId: dossier.id,
    fromState: dossier.state,
    fromHolder: dossier.holderId,
    askedAt: ctx.now,
    askedBy: ctx.actor.personId as string,
    reason: tidy(request.reason),
    dueBefore: dossier.dueCurrent,
    items,
  });
  await changeDossier(ctx.tx, dossier.id, { state: to, holderId: null, heldSince: ctx.now });
  await addHop(ctx.tx, {
    dossierId: dossier.id,
    at: ctx.now,
    act: 'ask',
    from: ctx.actor.name,
    to: dossier.ownerName,
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
  dossier: Dossier,
  books: Books,
  { actor, now }: Pick<Ctx, 'actor' | 'now'>,
): Slip02Data {
  const agency = books.agency(dossier.agencyId);
  return {
    ...slipCommon(dossier, books.procedure(dossier.procedureId), agency, books, now),
    items: request.items.map((item) => ({ subject: item.name, wrong: item.wrong, todo: item.todo })),
    reason: tidy(request.reason) || 'Hồ sơ chưa đủ hoặc chưa đúng theo quy định.',
    clockNote: clockNote(dossier.state, dossier.dueCurrent),
    answerPlace: request.answerPlace,
    contact: { name: actor.name, phone: agency.phone },
    guide: { name: actor.name },
  };
}

function clockNote(state: number, due: Temporal.Instant | null): string {
  if (state !== State.InProgress || !due) return 'Thời hạn giải quyết tính từ khi hồ sơ được tiếp nhận.';
  return `Thời hạn giải quyết tạm dừng từ lúc này; khi Ông/Bà bổ sung xong, ngày hẹn trả (${formatInstant(due)}) được lùi đúng bằng thời gian làm việc đã chờ.`;
}
