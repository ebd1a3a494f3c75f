// Slips of fingers and ears: which known syllables a mistyped one may stand for, and how likely.
// The vocabulary of Vietnamese syllables is small, so all work happens on it, never on the documents.

/** A known syllable (index in the vocabulary) that may be meant, 0 < weight ≤ 1. */
export interface Guess {
  readonly group: number;
  readonly weight: number;
}

export interface Lexicon {
  readonly words: readonly string[];
  readonly groupOf: ReadonlyMap<string, number>;
  /** How many documents hold the syllable; decides between equally near guesses. */
  readonly frequency: ArrayLike<number>;
  readonly byDeletion: ReadonlyMap<string, readonly number[]>;
  readonly bySound: ReadonlyMap<string, readonly number[]>;
  readonly sorted: readonly string[];
}

const MAX_GUESSES = 12;
const MAX_SYLLABLE = 8;
const NEIGHBOURS: Record<string, string> = {
  q: 'wa',
  w: 'qes',
  e: 'wrd',
  r: 'etf',
  t: 'ryg',
  y: 'tuh',
  u: 'yij',
  i: 'uok',
  o: 'ipl',
  p: 'ol',
  a: 'qsz',
  s: 'awdx',
  d: 'sefc',
  f: 'drgv',
  g: 'fthb',
  h: 'gyjn',
  j: 'hukm',
  k: 'jil',
  l: 'kop',
  z: 'asx',
  x: 'zsc',
  c: 'xdv',
  v: 'cfb',
  b: 'vgn',
  n: 'bhm',
  m: 'nj',
};

/** Builds the tables of near syllables over folded words. */
export function lexiconOf(words: readonly string[], frequency: ArrayLike<number>): Lexicon {
  const groupOf = new Map(words.map((word, group) => [word, group] as const));
  const byDeletion = new Map<string, number[]>();
  const bySound = new Map<string, number[]>();
  words.forEach((word, group) => {
    if (!/^[a-z]+$/u.test(word)) return;
    put(bySound, soundOf(word), group);
    if (word.length > MAX_SYLLABLE) return;
    for (const rest of deletions(word)) put(byDeletion, rest, group);
  });
  return { words, groupOf, frequency, byDeletion, bySound, sorted: [...words].sort() };
}

function put(map: Map<string, number[]>, key: string, group: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [group]);
  else if (list.at(-1) !== group) list.push(group);
}

function deletions(word: string): string[] {
  const all = [word];
  for (let at = 0; at < word.length; at++) all.push(word.slice(0, at) + word.slice(at + 1));
  return all;
}

/** Words that sound alike in some part of the country share this key: sinh/xinh, chứng/trứng, giấy/dấy. */
export function soundOf(word: string): string {
  return word
    .replace(/^(?:gi(?=[aeiouy])|r|z|v(?=[iy]))/u, 'd')
    .replace(/^tr/u, 'ch')
    .replace(/^x/u, 's')
    .replace(/^f/u, 'ph')
    .replace(/^ngh/u, 'ng')
    .replace(/^gh/u, 'g')
    .replace(/^[kq](?!h)/u, 'c')
    .replace(/^l/u, 'n')
    .replace(/y/gu, 'i');
}

/** How likely `typed` is one slip away from `meant`; 0 when more than one. */
export function slipWeight(typed: string, meant: string): number {
  if (typed === meant) return 1;
  let from = 0;
  while (from < typed.length && from < meant.length && typed[from] === meant[from]) from++;
  let t = typed.length;
  let m = meant.length;
  while (t > from && m > from && typed[t - 1] === meant[m - 1]) {
    t--;
    m--;
  }
  const wrong = typed.slice(from, t);
  const right = meant.slice(from, m);
  const first = from === 0 ? 0.06 : 0;
  if (wrong.length === 1 && right.length === 0) return (wrong === typed[from - 1] ? 0.9 : 0.78) - first;
  if (wrong.length === 0 && right.length === 1) return (right === meant[from - 1] ? 0.86 : 0.8) - first;
  if (wrong.length === 1 && right.length === 1) return (isNeighbour(wrong, right) ? 0.8 : 0.7) - first;
  if (wrong.length === 2 && wrong[0] === right[1] && wrong[1] === right[0]) return 0.88;
  return 0;
}

function isNeighbour(a: string, b: string): boolean {
  return NEIGHBOURS[a]?.includes(b) ?? false;
}

/** Known syllables near a typed one: one edit, a swap, a sound-alike, or (for a word still being typed) its beginning. Best first. */
export function guesses(lexicon: Lexicon, typed: string, min = 3): Guess[] {
  if (typed.length < min || typed.length > MAX_SYLLABLE + 1 || !/^[a-z]+$/u.test(typed)) return [];
  const best = new Map<number, number>();
  const keep = (group: number, weight: number) => {
    if (weight > (best.get(group) ?? 0)) best.set(group, weight);
  };
  for (const rest of deletions(typed)) {
    for (const group of lexicon.byDeletion.get(rest) ?? [])
      keep(group, slipWeight(typed, lexicon.words[group] ?? ''));
  }
  for (const group of lexicon.bySound.get(soundOf(typed)) ?? []) keep(group, 0.8);
  for (const group of beginningWith(lexicon, typed)) keep(group, 0.6);
  best.delete(lexicon.groupOf.get(typed) ?? -1);
  return [...best]
    .map(([group, weight]) => ({ group, weight }))
    .sort(
      (a, b) => b.weight - a.weight || (lexicon.frequency[b.group] ?? 0) - (lexicon.frequency[a.group] ?? 0),
    )
    .slice(0, MAX_GUESSES);
}

function beginningWith(lexicon: Lexicon, start: string): number[] {
  const { sorted } = lexicon;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  const groups: number[] = [];
  for (let at = low; at < sorted.length && groups.length < MAX_GUESSES; at++) {
    const word = sorted[at] ?? '';
    if (!word.startsWith(start)) break;
    groups.push(lexicon.groupOf.get(word) ?? 0);
  }
  return groups;
}

/** What raw Telex or VNI keys mean without marks: `ddangw` → `dang`, `d9ang8` → `dang`, `kys` → `ky`. Known syllables only. */
export function rawTyping(lexicon: Lexicon, typed: string): string | undefined {
  const plain = typed.replace(/[1-9]/gu, '');
  const tries = /\d/u.test(typed) && plain.length > 1 ? [plain] : [];
  const base = plain
    .replace(/dd/gu, 'd')
    .replace(/([aeo])\1/gu, '$1')
    .replace(/([aou])w|w/gu, '$1');
  tries.push(
    base,
    base.replace(/([aeiouy])[sfrxj]/u, '$1'),
    base.replace(/[sfrxj]$/u, ''),
    base.replace(/w/gu, ''),
  );
  return tries.find((word) => word !== typed && word.length > 1 && knows(lexicon, word));
}

/** Is it a word of the vocabulary, under the same spelling rule for final y? */
export function knows(lexicon: Lexicon, word: string): boolean {
  return lexicon.groupOf.has(word) || lexicon.groupOf.has(word.replace(/^(h|k|l|m|s|t|qu)y$/u, '$1i'));
}

/** Splits words written together into known syllables (`khaisinh` → khai, sinh), the likeliest way; undefined when there is none. */
export function splitJoined(lexicon: Lexicon, typed: string): string[] | undefined {
  const limit = Math.min(typed.length, 60);
  const cost = new Float64Array(limit + 1).fill(Number.POSITIVE_INFINITY);
  const back = new Int32Array(limit + 1);
  cost[0] = 0;
  for (let end = 2; end <= limit; end++) {
    for (let start = Math.max(0, end - 7); start <= end - 2; start++) {
      const group = groupFor(lexicon, typed.slice(start, end));
      if (group === undefined) continue;
      const here = (cost[start] ?? 0) + 12 - Math.log(1 + (lexicon.frequency[group] ?? 0));
      if (here < (cost[end] ?? 0)) {
        cost[end] = here;
        back[end] = start;
      }
    }
  }
  if (limit < typed.length || cost[limit] === Number.POSITIVE_INFINITY) return undefined;
  const parts: string[] = [];
  for (let end = limit; end > 0; end = back[end] ?? 0) parts.unshift(typed.slice(back[end] ?? 0, end));
  return parts;
}

function groupFor(lexicon: Lexicon, word: string): number | undefined {
  return lexicon.groupOf.get(word) ?? lexicon.groupOf.get(word.replace(/^(h|k|l|m|s|t|qu)y$/u, '$1i'));
}
