// One of the thousand: a browser with one line, and the clicks of a part, one after another.
import { brotliDecompressSync } from 'node:zlib';
import { formToken } from '../../src/platform/http/form-tokens.ts';
import { type Answer, bytesOf, formOf } from '../connections.ts';
import { dice } from '../dice.ts';
import type { Line } from './line.ts';
import type { Click, Part, World } from './parts.ts';
import { dayAtDesk, filing, type Mind, type Step, VISIT } from './rounds.ts';

const HOPS = 4;
const LOT = 2 ** 31;

/** What is done round after round in a part. */
export function roundOf(part: Part): readonly Step[] {
  if (part.kind === 'filer') return filing(part);
  return part.kind === 'official' ? dayAtDesk(part) : VISIT;
}

export class Person {
  readonly #line: Line;
  readonly #world: World;
  readonly #round: readonly Step[];
  readonly #mind: Mind;
  readonly #cookies = new Map<string, string>();
  readonly #own: string;
  #at: number;

  constructor(part: Part, { line, world, seed }: { line: Line; world: World; seed: number }) {
    const roll = dice(seed * 7919);
    this.#line = line;
    this.#world = world;
    this.#round = roundOf(part);
    this.#at = part.at;
    this.#own = part.kind === 'official' ? 'mc_desk' : 'mc_portal';
    if (part.kind !== 'visitor') this.#keep(part.cookie);
    this.#mind = {
      world,
      path: '',
      pick: (list) => list[Math.floor((roll(LOT) / LOT) * list.length)]!,
      forget: () => this.#cookies.clear(),
      bound: () => this.#cookies.has(this.#own),
    };
  }

  /** The click that is next. */
  next(): Click {
    const click = this.#round[this.#at % this.#round.length]!(this.#mind);
    this.#at += 1;
    return click;
  }

  /**
   * Clicks, and follows where it leads as a browser does.
   * @param told gets each request's milliseconds
   * @throws Error when the line is lost, or a page is not the one it must be
   */
  async click({ path, fields, leads }: Click, told: (ms: number) => void): Promise<void> {
    let [to, form] = [path, fields && formOf({ _csrf: this.#token(), ...fields })];
    for (let hop = 0; hop < HOPS; hop += 1) {
      const began = performance.now();
      const answer = await this.#line.send(this.#bytes(to, form));
      told(performance.now() - began);
      this.#takeCookies(answer);
      if (answer.status === 303) {
        const { pathname, search } = new URL(answer.location, 'http://127.0.0.1');
        [to, form] = [pathname + search, undefined];
        continue;
      }
      if (answer.status !== 200 || (leads && !leads.test(to)))
        throw new Error(
          `${nameless(path)} was answered ${answer.status} at ${nameless(to)}: ${titleOf(answer)}`,
        );
      this.#mind.path = to;
      return;
    }
    throw new Error(`${nameless(path)} leads round in circles`);
  }

  #bytes(path: string, body?: string): Buffer {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const asked = cookie ? { path, cookie } : { path };
    return bytesOf(body === undefined ? asked : { ...asked, method: 'POST', body });
  }

  #token(): string {
    return formToken(this.#world.secret, this.#cookies.get(this.#own) ?? '');
  }

  #keep(pair: string): void {
    const at = pair.indexOf('=');
    this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  #takeCookies({ raw, bodyAt }: Answer): void {
    const head = raw.toString('latin1', 0, bodyAt);
    for (const [, pair] of head.matchAll(/\r\nset-cookie: *([^;\r]+)/giu)) this.#keep(pair!);
  }
}

/** An address without what differs from person to person, so that the same mistakes are counted together. */
const nameless = (path: string) => path.replace(/[0-9a-f-]{36}[^/]*/gu, '…').replace(/\?.*/u, '');

function titleOf({ raw, bodyAt }: Answer): string {
  try {
    return /<title>([^<]*)/u.exec(brotliDecompressSync(raw.subarray(bodyAt)).toString())?.[1] ?? '';
  } catch {
    return '';
  }
}
