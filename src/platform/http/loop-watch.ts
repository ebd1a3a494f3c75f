// Names the route that holds the event loop: while one request computes, nobody else is answered. For development and tests; off in production,
// for it looks at the clock before and after everything that runs.
import { AsyncLocalStorage, createHook } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** No request may hold the loop longer, ms. */
export const LONGEST_HOLD = 20;

export interface Hold {
  /** `GET /ho-so/:id`, as registered. */
  readonly route: string;
  /** Milliseconds of processor, so that a busy machine blames nobody. */
  readonly ms: number;
}

interface Watched {
  readonly request: FastifyRequest;
  /** The turn of the loop that is being added up, and what the request has used of it, µs. */
  turn: number;
  used: number;
}

const requests = new AsyncLocalStorage<Watched>();
let watching: ((hold: Hold) => void) | undefined;
/** Whose the running piece of work is, where it began before the request was known. */
let running: Watched | undefined;
let depth = 0;
let since = 0;

const cpu = () => {
  const { user, system } = process.threadCpuUsage();
  return user + system;
};

const hook = createHook({
  before() {
    depth += 1;
    if (depth === 1) since = cpu();
  },
  after() {
    depth = Math.max(0, depth - 1);
    if (depth === 0) add();
  },
});

/** A request's share of one turn of the loop: a piece of work and what follows from it at once. */
function add(): void {
  const whose = running ?? requests.getStore();
  running = undefined;
  if (!whose) return;
  const used = cpu() - since;
  const turn = performance.nodeTiming.uvMetricsInfo.loopCount;
  const before = whose.turn === turn ? whose.used : 0;
  whose.turn = turn;
  whose.used = before + used;
  const most = LONGEST_HOLD * 1000;
  // Told once a turn, with what it had come to.
  if (before < most && whose.used >= most) tell(whose);
}

function tell({ request, used }: Watched): void {
  const { method, url } = request.routeOptions;
  const hold = { route: `${[method].flat().join(' ')} ${url ?? '(no route)'}`, ms: Math.round(used / 1000) };
  request.log.warn(hold, 'a request held the event loop');
  watching?.(hold);
}

/**
 * Watches every site that is made from now on; each hold is a line of the log.
 * @param told gets each hold too
 * @returns stops watching
 */
export function watchLoop(told: (hold: Hold) => void = () => {}): () => void {
  watching = told;
  hook.enable();
  return () => {
    watching = undefined;
    hook.disable();
    depth = 0;
  };
}

/** Lets a site's requests be known to the watch, when there is one. */
export function beWatched(app: FastifyInstance): void {
  if (!watching) return;
  app.addHook('onRequest', (request, _reply, done) => {
    running = { request, turn: -1, used: 0 };
    requests.run(running, done);
  });
}
