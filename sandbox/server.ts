// The stand-in for every outside system: one small server that speaks their wires, keeps what it took on disk,
// and has a page for each so that a newcomer can play the phone, the bank and the clock.
import { join } from 'node:path';
import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import { Bank } from './bank.ts';
import { bankDoors } from './bank-doors.ts';
import { openClock } from './clock.ts';
import { clockDoors } from './clock-doors.ts';
import { Memory } from './memory.ts';
import { pages } from './pages/routes.tsx';
import type { Sandbox, SandboxOptions } from './sandbox.ts';
import { smsDoors, smsWire } from './sms.ts';
import { telcoWire } from './telco.ts';

const SLOW_MS = 8_000;

/** Builds the server without listening. Close it to flush and let go of the file. */
export async function buildSandbox(options: SandboxOptions): Promise<FastifyInstance> {
  const app = fastify({ logger: false, bodyLimit: 64 * 1024, forceCloseConnections: true });
  const memory = await Memory.open(join(options.varDir, 'sandbox', 'happenings.jsonl'));
  const naps = new Naps(options.slowMs ?? SLOW_MS);
  const clock = openClock(options.varDir, options.realNow ?? Date.now);
  const sandbox: Sandbox = { options, memory, clock, dawdle: () => naps.nap() };
  const bank = new Bank(sandbox);
  app.addHook('preClose', async () => {
    naps.wakeAll();
    bank.stop();
  });
  app.addHook('onClose', () => memory.close());
  refuseForeignForms(app);
  allowEmptyJson(app);
  await app.register(formbody);
  smsWire(app, sandbox);
  telcoWire(app, sandbox);
  smsDoors(app, sandbox);
  bankDoors(app, sandbox, bank);
  clockDoors(app, sandbox);
  pages(app, sandbox, bank);
  app.get('/health', async () => ({ status: 'ok' }));
  bank.resume();
  return app;
}

/** A page of another site must not press the sandbox's buttons; programs send no Origin. */
function refuseForeignForms(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origin, host } = request.headers;
    if (origin === undefined || request.method === 'GET' || request.method === 'HEAD') return;
    if (origin !== `http://${host}`) await reply.code(403).send({ error: 'foreign origin' });
  });
}

/** A script may say "JSON" and send nothing: that is an empty wish, not an error. */
function allowEmptyJson(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (_request: unknown, text: string | Buffer) => {
      if (text.length === 0) return undefined;
      try {
        return JSON.parse(text.toString());
      } catch {
        throw Object.assign(new Error('not JSON'), { statusCode: 400 });
      }
    },
  );
}

/** Slowness on demand that ends at once when the server closes. */
class Naps {
  readonly #ms: number;
  readonly #sleepers = new Map<() => void, NodeJS.Timeout>();

  constructor(ms: number) {
    this.#ms = ms;
  }

  nap(): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(this.#sleepers.get(wake));
        this.#sleepers.delete(wake);
        resolve();
      };
      this.#sleepers.set(wake, setTimeout(wake, this.#ms));
    });
  }

  wakeAll(): void {
    for (const wake of [...this.#sleepers.keys()]) wake();
  }
}
