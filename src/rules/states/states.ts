// The national states of a dossier. Late is an attribute, not a state.

export const State = {
  New: 1,
  Accepted: 2,
  Refused: 3,
  InProgress: 4,
  SupplementAsked: 5,
  Withdrawn: 7,
  Finished: 9,
  Delivered: 10,
} as const;
export type State = (typeof State)[keyof typeof State];

const CODES: ReadonlySet<number> = new Set(Object.values(State));

/** Whether a request that was new before stands there again, with what its supplement brought. */
export function isBack(dossier: {
  readonly state: number;
  readonly submittedAt: Temporal.Instant;
  readonly heldSince: Temporal.Instant;
}): boolean {
  const { state, submittedAt, heldSince } = dossier;
  return state === State.New && Temporal.Instant.compare(heldSince, submittedAt) > 0;
}

/** No act leads out of these. */
export const FINAL: readonly State[] = [State.Refused, State.Withdrawn, State.Delivered];

/** Whether it ended without a result: nothing more is asked for it, and what was paid is to be given back. */
export function cameToNothing({ state }: { readonly state: number }): boolean {
  return state === State.Refused || state === State.Withdrawn;
}

/** Those that an act leads out of. */
export const OPEN: readonly State[] = Object.values(State).filter((state) => !FINAL.includes(state));

/** A number from the database, as a state. @throws RangeError when it is none */
export function stateOf(code: number): State {
  if (!CODES.has(code)) throw new RangeError(`not a dossier state: ${code}`);
  return code as State;
}
