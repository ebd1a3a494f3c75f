// The second short transaction of a signing: the signed paper becomes the dossier's result and its number is used.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result, type ResultId, refuse } from '../../rules/kernel/index.ts';
import { recordBytes } from '../files/index.ts';
import { ResultFact, resultStream } from './facts.ts';
import type { FrozenPaper } from './papers/index.ts';
import { voided } from './refusals.ts';
import { insertResult } from './results-store.ts';
import { endNumber, lockNumber } from './store.ts';

export interface IssuedResult {
  readonly id: ResultId;
  readonly number: string;
}

/** A paper that was made, signed and kept. */
export interface KeptPaper {
  readonly paper: FrozenPaper;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Issues the result under its reserved number. Done before, it gives the same result and writes nothing.
 * @returns the result; a refusal (409) when the number became void meanwhile
 */
export async function attachResult(
  ctx: Ctx,
  numberId: string,
  kept: KeptPaper,
): Promise<Result<IssuedResult>> {
  const given = await lockNumber(ctx.tx, numberId);
  const issued = { id: given.id, number: given.number };
  if (given.state === 'used') return ok(issued);
  if (given.voidWhy) return refuse(voided(given.voidWhy, given));
  const { paper, sha256, size } = kept;
  await recordBytes(ctx.tx, { sha256, size, mime: 'application/pdf' }, ctx.now);
  const seal = await insertResult(ctx.tx, { given, paper, sha256 });
  await endNumber(ctx.tx, given.id, { state: 'used', at: ctx.now });
  ctx.announce({
    stream: resultStream(given.id),
    name: ResultFact.Issued,
    data: { dossierId: given.dossierId, number: given.number, sha256, seal },
  });
  return ok(issued);
}
