// What an operator may have forgotten, kept short: the first of a sort in whole sentences, the others by their names in one.

/** Things of one sort that are told whole. */
const MOST_TOLD = 10;

/** @param say one of them in a whole sentence @param rest those beyond the tenth in one sentence */
export function warningsOf<T>(
  things: readonly T[],
  say: (one: T) => string,
  rest: (others: readonly T[]) => string,
): string[] {
  const others = things.slice(MOST_TOLD);
  return [...things.slice(0, MOST_TOLD).map(say), ...(others.length > 0 ? [rest(others)] : [])];
}
