// A reserved number that no result will use becomes void: it stays in the book with its reason and is never given again.
import type { Ctx } from '../../platform/act.ts';
import { ResultFact, resultStream } from './facts.ts';
import type { GivenNumber, VoidReason } from './given-number.ts';
import { endNumber, lockNumber } from './store.ts';

/** @returns the number as it stands now: one that was used or void before stays what it was */
export async function voidNumber(ctx: Ctx, numberId: string, why: VoidReason): Promise<GivenNumber> {
  const given = await lockNumber(ctx.tx, numberId);
  if (given.state !== 'reserved') return given;
  await endNumber(ctx.tx, given.id, { state: 'void', at: ctx.now, why });
  ctx.announce({
    stream: resultStream(given.id),
    name: ResultFact.NumberVoided,
    data: { dossierId: given.dossierId, number: given.number, why },
  });
  return { ...given, state: 'void', endedAt: ctx.now, voidWhy: why, takenAt: null };
}
