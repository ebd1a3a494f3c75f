// How every act of the lifecycle runs: judged, what is its own written, the record's change, its line, its slip, its fact.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Result, refuse, stopsShort, tidyLines } from '../../rules/kernel/index.ts';
import { type ActName, type ActRecord, recordOf, type State } from '../../rules/lifecycle/index.ts';
import type { LockedDossier } from './dossier.ts';
import { streamOf } from './facts.ts';
import { type ActRequest, judge } from './judged.ts';
import { addHop, addPaper } from './parts-store.ts';
import { wrongAt } from './refusals.ts';
import { changeDossier, type DossierChange } from './store.ts';

/** What an act does beyond its record. */
export interface Deed<T> {
  readonly value: T;
  readonly change?: DossierChange;
  /** The note on the control sheet. */
  readonly note?: string;
  /** What its slip says; owed by an act whose record issues one. */
  readonly slip?: object;
  /** What its fact tells; no personal data. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Who held the dossier when the supplement was asked. */
  readonly holderBefore?: string | null;
}

export interface Done<T> {
  /** The dossier as it stood before. */
  readonly before: LockedDossier;
  readonly value: T;
  readonly paperId: string | null;
}

/**
 * Runs an act. The dossier is locked, its right and state are judged, then `own` checks what was asked and writes what is its own.
 * @param before the state to go back to, of an act whose record leads back
 * @returns refusals of `judge` (404, 403, 409), then those of `own`; nothing is written unless all is well
 */
export async function perform<T>(
  ctx: Ctx,
  act: ActName,
  request: ActRequest,
  own: (dossier: LockedDossier) => Promise<Result<Deed<T>>> | Result<Deed<T>>,
  before?: State,
): Promise<Result<Done<T>>> {
  const judged = await judge(ctx, act, request, before);
  if (!judged.ok) return judged;
  const { dossier, to } = judged.value;
  const done = await own(dossier);
  if (!done.ok) return done;
  const { change, note, slip, data, value, holderBefore } = done.value;
  const record = recordOf(act);
  await changeDossier(ctx.tx, dossier.id, {
    state: to,
    ...(!record.ways.every((way) => way.to === 'kept') && { heldSince: ctx.now }),
    ...(record.holder !== 'kept' && { holderId: holderAfter(record, ctx, holderBefore ?? null) }),
    ...(record.ends && { finishedAt: ctx.now }),
    ...change,
  });
  const [from, taker] = record.hop;
  await addHop(ctx.tx, {
    dossierId: dossier.id,
    at: ctx.now,
    act,
    from: nameOn(from, ctx, dossier),
    to: nameOn(taker, ctx, dossier),
    note: note ?? '',
  });
  if (record.paper && !slip) throw new Error(`the act ${act} owes slip ${record.paper}`);
  const paperId =
    record.paper && slip ? await addPaper(ctx.tx, dossier.id, record.paper, slip, ctx.now) : null;
  ctx.announce({ stream: streamOf(dossier.id), name: record.fact, ...(data && { data }) });
  return ok({ before: dossier, value, paperId });
}

/** Runs an act that is all in its record: pressed, or with a reason that is kept on the control sheet. */
export function performPlain(
  ctx: Ctx,
  act: ActName,
  request: ActRequest & { readonly why?: string },
): Promise<Result<Done<null>>> {
  return perform(ctx, act, request, () => reasonOf(act, request.why));
}

/** The reason in writing, for acts that ask for one. Refused with `reason-missing` (422) at `why`. */
export function reasonOf(act: ActName, why = ''): Result<Deed<null>> {
  const note = tidyLines(why);
  if (recordOf(act).asks === 'reason' && note === '')
    return refuse({ code: 'reason-missing', status: 422, field: 'why', params: { act } });
  if (stopsShort(note)) return refuse(wrongAt('why', { code: 'text-unfinished' }));
  return ok({ value: null, note });
}

function holderAfter({ holder }: ActRecord, { actor }: Ctx, before: string | null): string | null {
  if (holder === 'actor') return actor.personId;
  return holder === 'before' ? before : null;
}

/** Who stands on a line that needs no name. */
const OFFICES = { desk: 'Bộ phận một cửa', leader: 'Lãnh đạo' } as const;

function nameOn(who: ActRecord['hop'][number], { actor }: Ctx, dossier: LockedDossier): string {
  if (who === 'actor') return actor.name;
  if (who === 'owner') return dossier.ownerName;
  if (who === 'proposer') return dossier.proposal?.byName ?? '';
  return OFFICES[who];
}
