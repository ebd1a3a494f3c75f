// Answers that stand: a page that whoever brings nothing with them sees alike is ready as it travels, and is given again before any
// station of a request, as long as what it says is true. See docs/decisions/0038-answers-that-stand.md.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../rules/kernel/index.ts';
import { keptUntilForgotten, timesForgotten } from '../page-cache.ts';
import type { Tally } from './tally.ts';

/** Answers kept for each site, and the largest of them, bytes. */
const MOST = 1_000;
const LARGEST = 65_536;

/** What an answer at an address says, in a few letters: another saying has another key. Null for what must walk the stations. */
export type KeyOf = (rest: string, now: Temporal.Instant) => string | null | Promise<string | null>;

interface Answer {
  /** Names and values in turn, as the server takes them. */
  readonly head: readonly string[];
  readonly body: Buffer;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** The pages of an address (`/`) or of all addresses one step beneath it (`/tra-cuu/`) may stand; `rest` is that step. */
    mayStand(path: string, keyOf: KeyOf): void;
  }
  interface FastifyReply {
    /** Whoever brings nothing with them is given this answer again under the key. */
    stands(key: string): FastifyReply;
    standing: { readonly key: string; readonly madeIn: number } | null;
  }
}

/** Heads that change nothing of an answer. Who brings any other walks the stations. */
const IDLE = new Set([
  'accept',
  'accept-language',
  'cache-control',
  'connection',
  'dnt',
  'pragma',
  'priority',
  'referer',
  'sec-ch-ua',
  'sec-ch-ua-mobile',
  'sec-ch-ua-platform',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'sec-fetch-user',
  'sec-gpc',
  'upgrade-insecure-requests',
  'user-agent',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
]);

/** What of a plain request its answer depends on beside the address: the name asked for and the encodings. Null when it is not plain. */
function plainly({ method, httpVersion, rawHeaders }: IncomingMessage): string | null {
  if (method !== 'GET' || httpVersion !== '1.1') return null;
  let host: string | undefined;
  let encodings = '';
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!.toLowerCase();
    if (name === 'host' && host === undefined) host = rawHeaders[at + 1]!;
    else if (name === 'accept-encoding' && encodings === '') encodings = rawHeaders[at + 1]!;
    else if (!IDLE.has(name)) return null;
  }
  return host === undefined ? null : `${host}\n${encodings}`;
}

/** Where the last step of an address begins; 0 where there is a query, or anything encoded. */
function lastStep(url: string): number {
  return /^[\w\-./]+$/u.test(url) ? url.lastIndexOf('/') + 1 : 0;
}

/** Lets answers of a site stand. Register after what makes the answer's head and packs its body. */
export function standingAnswers(
  app: FastifyInstance,
  { clock, tally }: { clock: Clock; tally: Tally },
): void {
  const doors = new Map<string, KeyOf>();
  const answers = keptUntilForgotten<Answer>(MOST);
  app.decorate('mayStand', (path: string, keyOf: KeyOf) => doors.set(path, keyOf));
  app.decorateReply('standing', null);
  app.decorateReply('stands', function stands(this: FastifyReply, key: string) {
    this.standing = { key, madeIn: timesForgotten() };
    return this;
  });
  app.addHook('onSend', (req, reply, payload, done) => {
    if (reply.standing?.madeIn === timesForgotten()) keep(req, reply, reply.standing.key, payload);
    done(null, payload);
  });

  function keep(req: FastifyRequest, reply: FastifyReply, key: string, payload: unknown): void {
    const asked = plainly(req.raw);
    if (asked === null || req.session || reply.statusCode !== 200 || reply.hasHeader('set-cookie')) return;
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return;
    const body = Buffer.from(payload as string);
    if (body.length > LARGEST) return;
    const head = Object.entries({ ...reply.getHeaders(), 'content-length': body.length });
    answers.set(`${asked}\n${key}`, { head: head.flatMap(([name, value]) => [name, String(value)]), body });
  }

  /** @returns false when there is none */
  function give(res: ServerResponse, key: string, began: number): boolean {
    const answer = answers.get(key);
    if (!answer) return false;
    res.writeHead(200, answer.head as string[]);
    res.end(answer.body);
    tally.add(200, performance.now() - began);
    tally.stood();
    return true;
  }

  const [walk] = app.server.listeners('request') as ((req: IncomingMessage, res: ServerResponse) => void)[];
  if (!walk) throw new Error('nobody listens yet');
  app.server.removeListener('request', walk);
  app.server.on('request', (req: IncomingMessage, res: ServerResponse) => {
    const url = req.url ?? '';
    const step = lastStep(url);
    const keyOf = step > 0 ? doors.get(url.slice(0, step)) : undefined;
    const asked = keyOf && plainly(req);
    if (!keyOf || !asked) return walk(req, res);
    const began = performance.now();
    const key = keyOf(url.slice(step), clock.now());
    if (typeof key === 'string') return void (give(res, `${asked}\n${key}`, began) || walk(req, res));
    if (key === null) return walk(req, res);
    key
      .then((one) => one !== null && give(res, `${asked}\n${one}`, began))
      .then(
        (given) => given || walk(req, res),
        () => walk(req, res),
      );
  });
}
