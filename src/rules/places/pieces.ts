// Every way to cut a typed place into names, whatever stands before them, and what is no name: the reader of the register chooses.
import { commaParts, type PlaceWord, squeezed } from './place-text.ts';
import { beginsDetail, type UnitWord, unitWordAt } from './words-before.ts';

/** A run of the typed words. */
export interface Piece {
  /** A name of the register; something within a commune ("thôn Khánh Vân", "số 5"); or neither. */
  readonly is: 'name' | 'detail' | 'unknown';
  readonly words: readonly PlaceWord[];
  /** "xã", "TP": what was said to be there. */
  readonly said?: UnitWord;
}

interface Cut {
  readonly pieces: readonly Piece[];
  readonly unknown: number;
  /** Words that are taken for something within a commune. */
  readonly details: number;
}

const LONGEST_NAME = 7;
const MOST_CUTS = 10;
const MOST_WAYS = 60;
const MOST_WORDS = 60;

/**
 * The ways to read the words, the best first: fewest unknown pieces, then fewest words taken for a hamlet or a street.
 * @param isName whether a name of the register is written so, squeezed and without marks
 */
export function piecesOf(
  words: readonly PlaceWord[],
  isName: (squeezedName: string) => boolean,
): readonly (readonly Piece[])[] {
  if (words.length === 0 || words.length > MOST_WORDS) return [];
  let ways: Cut[] = [{ pieces: [], unknown: 0, details: 0 }];
  for (const part of commaParts(words)) {
    const cuts = cutsOf(part, isName);
    ways = best(
      ways.flatMap((way) => cuts.map((cut) => joined(way, cut))),
      MOST_WAYS,
    );
  }
  return ways.map((way) => way.pieces);
}

function joined(a: Cut, b: Cut): Cut {
  return {
    pieces: [...a.pieces, ...b.pieces],
    unknown: a.unknown + b.unknown,
    details: a.details + b.details,
  };
}

function best(cuts: readonly Cut[], most: number): Cut[] {
  return [...cuts]
    .sort((a, b) => a.unknown - b.unknown || a.details - b.details || a.pieces.length - b.pieces.length)
    .slice(0, most);
}

function cutsOf(part: readonly PlaceWord[], isName: (name: string) => boolean): Cut[] {
  const from: Cut[][] = Array.from({ length: part.length + 1 }, () => []);
  from[part.length] = [{ pieces: [], unknown: 0, details: 0 }];
  for (let at = part.length - 1; at >= 0; at--) {
    const cuts = [...namesAt(part, at, isName), ...otherAt(part, at)].flatMap(({ piece, end }) =>
      from[end]!.map((rest) => withPiece(piece, rest)),
    );
    from[at] = best(cuts, MOST_CUTS);
  }
  const whole: Cut[] = beginsDetail(part, 0)
    ? [{ pieces: [{ is: 'detail', words: part }], unknown: 0, details: part.length }]
    : [];
  return [...from[0]!, ...whole];
}

function withPiece(piece: Piece, rest: Cut): Cut {
  return {
    pieces: [piece, ...rest.pieces],
    unknown: rest.unknown + (piece.is === 'unknown' ? 1 : 0),
    details: rest.details + (piece.is === 'detail' ? piece.words.length : 0),
  };
}

interface Begun {
  readonly piece: Piece;
  readonly end: number;
}

function namesAt(part: readonly PlaceWord[], at: number, isName: (name: string) => boolean): Begun[] {
  const before = unitWordAt(part, at);
  const spans = (start: number, said?: UnitWord): Begun[] => {
    const found: Begun[] = [];
    for (let end = start + 1; end <= Math.min(part.length, start + LONGEST_NAME); end++) {
      const words = part.slice(start, end);
      if (isName(squeezed(words))) found.push({ piece: { is: 'name', words, ...(said && { said }) }, end });
    }
    return found;
  };
  return [...spans(at), ...(before ? spans(at + before.length, before.means) : [])];
}

/** What begins here and is no name: it goes on until a unit word, or the end of the part. */
function otherAt(part: readonly PlaceWord[], at: number): Begun[] {
  const found = unitWordAt(part, at);
  const before = found && at + found.length < part.length ? found : undefined;
  const start = before ? at + before.length : at;
  const ends: number[] = [];
  for (let end = start + 1; end <= part.length; end++) {
    if (end === part.length || unitWordAt(part, end) || beginsDetail(part, end) || part[end]!.gap === 'dash')
      ends.push(end);
  }
  const begun: Begun[] = [...new Set([ends[0]!, part.length])].map((end) => ({
    piece: { is: 'unknown', words: part.slice(start, end), ...(before && { said: before.means }) },
    end,
  }));
  // A hamlet's name may be followed by the commune's without a word between them: every end is tried.
  if (beginsDetail(part, at)) {
    const least = /^\d/u.test(part[at]!.shown) ? 1 : 2;
    for (let end = Math.min(at + least, part.length); end <= part.length; end++)
      begun.push({ piece: { is: 'detail', words: part.slice(at, end) }, end });
  }
  return begun;
}
