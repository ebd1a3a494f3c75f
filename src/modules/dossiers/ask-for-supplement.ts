// An official asks for what is missing: once, complete, itemised (Mẫu 02). After acceptance the legal clock stands until the answer.
import type { Ctx } from '../../platform/act.ts';
import {
  dateOf,
  formatInstant,
  ok,
  type Refusal,
  type Result,
  refuse,
  tidy,
  tidyLines,
} from '../../rules/kernel/index.ts';
import { State } from '../../rules/lifecycle/index.ts';
import type { Books } from './books.ts';
import type { Dossier, AskedItem as KeptItem } from './dossier.ts';
import { unfitToPrint, unfitToSend } from './fit-to-print.ts';
import type { ActRequest } from './judged.ts';
import type { Slip02Data } from './papers/index.ts';
import { perform } from './perform.ts';
import { wrongAt } from './refusals.ts';
import { slipCommon } from './slips.ts';
import { addSupplement } from './supplement-store.ts';

/** One paper or field that is asked for. */
export type AskedItem = Omit<KeptItem, 'id'>;

export interface SupplementRequest extends ActRequest {
  reason: string;
  items: AskedItem[];
  /** Where the applicant answers, for the slip. */
  answerPlace: string;
}

/**
 * @returns the slip's id; refusals of `perform`, and at their boxes (422) `items-missing`, `item-bare`, `unprintable`
 */
export async function askForSupplement(
  ctx: Ctx,
  request: SupplementRequest,
  books: Books,
): Promise<Result<{ paperId: string }>> {
  const done = await perform(ctx, 'askForSupplement', request, async (dossier) => {
    const items = request.items.map((item) => ({ ...item, wrong: tidy(item.wrong), todo: tidy(item.todo) }));
    const fault = faultIn(items, request.reason);
    if (fault) return refuse(fault);
    await addSupplement(ctx.tx, {
      dossierId: dossier.id,
      fromState: dossier.state,
      fromHolder: dossier.holderId,
      askedAt: ctx.now,
      askedBy: ctx.actor.personId as string,
      reason: tidyLines(request.reason),
      dueBefore: dossier.dueCurrent,
      items,
    });
    const slip = slip02({ ...request, items }, dossier, books, ctx);
    return ok({ value: null, slip, data: { items: items.length, from: dossier.state } });
  });
  return done.ok ? ok({ paperId: done.value.paperId ?? '' }) : done;
}

function faultIn(items: readonly AskedItem[], reason: string): Refusal | null {
  if (items.length === 0) return wrongAt('items', { code: 'items-missing' });
  const bare = items.findIndex((item) => item.wrong === '' || item.todo === '');
  if (bare >= 0) return wrongAt(`items.${bare}`, { code: 'item-bare', params: { name: items[bare]!.name } });
  const strange = items
    .map(
      (item, at) =>
        unfitToSend(`items.${at}`, item.wrong, item.todo) ?? unfitToPrint(`items.${at}`, item.name),
    )
    .find((one) => one !== null);
  return strange ?? unfitToSend('reason', reason);
}

/** What Mẫu 02 says: the same for the preview and for the paper that is issued. */
export function slip02(
  request: Pick<SupplementRequest, 'items' | 'reason' | 'answerPlace'>,
  dossier: Dossier,
  books: Books,
  { actor, now }: Pick<Ctx, 'actor' | 'now'>,
): Slip02Data {
  const agency = books.agency(dossier.agencyId, dateOf(now));
  return {
    ...slipCommon(dossier, books.procedure(dossier.procedureId), agency, books, now),
    items: request.items.map((item) => ({ subject: item.name, wrong: item.wrong, todo: item.todo })),
    reason: tidyLines(request.reason) || 'Hồ sơ chưa đủ hoặc chưa đúng theo quy định.',
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
