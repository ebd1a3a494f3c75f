// A fact as its hashed text tells it, and whether its columns say the same. Most facts of a large journal are never asked for more than
// that: their text is compared with its own form, and parsed when somebody reads in it.
import { z } from 'zod';

/** A fact as its hashed text says it; undefined when the text is no such thing. */
export interface ToldFact {
  /** The column. */
  readonly name: string;
  readonly body: FactBody | undefined;
}

export interface FactBody {
  readonly name: string;
  /** UTC, to the microsecond: `2026-11-23T02:00:00.000000Z`. */
  readonly at: string;
  readonly actor: { readonly personId: string | null };
  readonly data: Readonly<Record<string, unknown>>;
}

/** What stands in JSON as it is. */
const AS_IS = /^[\w.:+-]+$/u;

/** The rest of a text from its actor on, when its data are plain words and numbers: no other key can hide in it, and it is surely JSON. */
const FLAT =
  /\{"kind":"[a-z]+","personId":(?:null|"[0-9a-f-]{36}")\},"data":\{(?:"[\w.-]+":(?:"[^"\\\p{Cc}]*"|-?(?:0|[1-9]\d{0,14})|true|false|null)(?:,(?=")|(?=\})))*\}\}$/uy;

const shape = z.object({
  actor: z.object({ personId: z.string().nullable() }),
  data: z.record(z.string(), z.unknown()),
});

/** One whose text has the form it can only have; read in when asked. */
class FlatFact implements ToldFact, FactBody {
  readonly agrees = true;
  readonly name: string;
  readonly at: string;
  readonly #text: string;
  readonly #actorAt: number;

  constructor(name: string, at: string, text: string, actorAt: number) {
    this.name = name;
    this.at = at;
    this.#text = text;
    this.#actorAt = actorAt;
  }

  get body(): FactBody {
    return this;
  }

  get actor(): FactBody['actor'] {
    const end = this.#text.indexOf('}', this.#actorAt) + 1;
    return JSON.parse(this.#text.slice(this.#actorAt, end)) as FactBody['actor'];
  }

  get data(): FactBody['data'] {
    const begin = this.#text.indexOf('}', this.#actorAt) + '},"data":'.length;
    return JSON.parse(this.#text.slice(begin, -1)) as FactBody['data'];
  }
}

/**
 * Reads a fact.
 * @param at the column, UTC, to the microsecond
 * @param text the body that is hashed
 * @returns `agrees`: stream, name and moment are what the text says
 */
export function readFact(
  stream: string,
  name: string,
  at: string,
  text: string,
): ToldFact & { readonly agrees: boolean } {
  const actorAt = afterColumns(stream, name, at, text);
  if (actorAt > 0 && AS_IS.test(name) && AS_IS.test(stream)) {
    FLAT.lastIndex = actorAt;
    if (FLAT.test(text)) return new FlatFact(name, at, text, actorAt);
  }
  const body = parsed(stream, name, at, text);
  return { name, body, agrees: body?.agrees === true };
}

/** Where the actor stands in a text that begins with these columns, letter by letter; 0 when it begins otherwise. */
function afterColumns(stream: string, name: string, at: string, text: string): number {
  let place = 0;
  const goesOn = (part: string) => {
    const is = text.startsWith(part, place);
    place += part.length;
    return is;
  };
  const begins =
    goesOn('{"stream":"') &&
    goesOn(stream) &&
    goesOn('","name":"') &&
    goesOn(name) &&
    goesOn('","at":"') &&
    goesOn(at) &&
    goesOn('","actor":');
  return begins ? place : 0;
}

function parsed(
  stream: string,
  name: string,
  at: string,
  text: string,
): (FactBody & { agrees: boolean }) | undefined {
  try {
    const said = JSON.parse(text) as FactBody & { stream: string };
    const canonical = said.at === at ? at : momentText(said.at);
    const agrees = said.stream === stream && said.name === name && canonical === at;
    if (typeof said.data !== 'object' || typeof said.actor !== 'object') shape.parse(said);
    return { name: said.name, at: canonical, actor: said.actor, data: said.data, agrees };
  } catch {
    return undefined;
  }
}

/** To the microsecond. @throws RangeError */
export function momentText(text: string): string {
  return Temporal.Instant.from(text).toString({ smallestUnit: 'microsecond' });
}
