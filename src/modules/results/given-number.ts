// A number of the book: given once, then used by a result or void for a reason that stays readable.
import { z } from 'zod';
import type { ResultId } from '../../rules/kernel/index.ts';

/**
 * Why a number became void.
 * - `moved`: the dossier was not any more what the leader saw.
 * - `refused`: the signer said no.
 * - `late`: its day ended before the paper was issued.
 * - `failed`: the paper could not be made or signed, however often it was tried.
 * - `replaced`: another signing took its place.
 */
export const VOID_REASONS = ['moved', 'refused', 'late', 'failed', 'replaced'] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

/** What the leader saw and judged, in the dossier's words. */
export interface Ground {
  /** The dossier's version on the form. */
  readonly version: number;
  readonly proposalId: string;
}

const NO_GROUND = z.strictObject({}).transform(() => null);
/** As the column keeps it; numbers given before the book have none. */
export const GroundJson = z.strictObject({ version: z.int(), proposalId: z.string() }).or(NO_GROUND);

export interface GivenNumber {
  readonly id: ResultId;
  readonly agencyId: string;
  readonly year: number;
  /** From 1, without gaps. */
  readonly serial: number;
  /** As the paper says it. */
  readonly number: string;
  readonly state: 'reserved' | 'used' | 'void';
  readonly dossierId: string;
  /** Null for a number given before grounds were kept. */
  readonly ground: Ground | null;
  readonly signer: { readonly personId: string; readonly name: string };
  /** The moment on the paper. */
  readonly reservedAt: Temporal.Instant;
  /** Somebody has been making and signing the paper since then; null when nobody does now. */
  readonly takenAt: Temporal.Instant | null;
  /** How often the sweep has taken it up. */
  readonly tries: number;
  /** Of the signed file, once there is one. */
  readonly sha256: string | null;
  readonly endedAt: Temporal.Instant | null;
  readonly voidWhy: VoidReason | null;
}

/** How long one attempt may take, all in all: after that its process is taken for dead. */
export const HOLD = Temporal.Duration.from({ seconds: 60 });

/**
 * Whether somebody makes and signs the paper at this moment. A hold far in the future is nobody's: the clock was turned back.
 */
export function isHeld({ takenAt }: Pick<GivenNumber, 'takenAt'>, now: Temporal.Instant): boolean {
  if (takenAt === null) return false;
  const age = now.since(takenAt).total('seconds');
  return Math.abs(age) < HOLD.total('seconds');
}
