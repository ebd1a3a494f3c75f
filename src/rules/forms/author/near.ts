// What an author may have meant: the known name that lies nearest to the one written.

/** The nearest of the names, when it is near enough to be a slip; undefined otherwise. */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  const most = written.length < 5 ? 1 : written.length < 9 ? 2 : 3;
  let best: string | undefined;
  let least = most + 1;
  for (const name of names) {
    const slips = slipsBetween(written.toLowerCase(), name.toLowerCase(), least);
    if (slips < least) [best, least] = [name, slips];
  }
  return best;
}

/** " Ý bạn là “required”?", or nothing. */
export function meant(written: string, names: Iterable<string>): string {
  const near = nearest(written, names);
  return near === undefined ? '' : ` Ý bạn là “${near}”?`;
}

/** Letters to add, drop, change or swap with their neighbour; `most` when they are that many or more. */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) >= most) return most;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        above[j]! + 1,
        row[j - 1]! + 1,
        above[j - 1]! + same,
        swapped ? before[j - 2]! + 1 : most,
      );
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
}
