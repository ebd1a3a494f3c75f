// `to-sms`: dossiers that lie sent while the worker is held still; from its waking until the carrier has taken the last message, beside the
// same rows and posts without jobs and rules. `code-to-carrier`: one code at a time, from its act's commit until the carrier has it.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { queueMessage } from '../../src/modules/notices/index.ts';
import { act, SYSTEM } from '../../src/platform/act.ts';
import { newId } from '../../src/platform/crypto.ts';
import { ok } from '../../src/rules/kernel/index.ts';
import type { BareSmsAnswer, BareSmsOrder } from '../bare-sms.ts';
import type { BareAnswer, BareOrder } from '../bare-sql.ts';
import { type Beside, type Environment, ended, helper } from '../environment.ts';
import { type Figure, figure, inTurn, median, type Round } from '../figure.ts';
import { birthMatter, citizens, newPhone, prepareDrafts } from '../prepared.ts';
import { bareMatter, CLIENTS } from './submit.ts';

const A_ROUND = 1500;
const CODES = 41;
const CODE_LIMIT_MS = 20;
const LOOK_MS = 5;
const REST_MS = 250;

export async function toSms(env: Environment): Promise<Figure[]> {
  const { worker } = env;
  if (!worker) {
    env.say('to-sms: left out, there is no worker');
    return [];
  }
  const matter = await birthMatter(env.db, true);
  const bareSql = helper('bare-sql.ts');
  const bareSms = helper('bare-sms.ts');
  /** Sent dossiers of as many people, a message each; nobody has been told yet. */
  const sent = async () => {
    const drafts = await prepareDrafts(env.db, matter, await citizens(env.db, env.secret, A_ROUND), A_ROUND);
    const order: BareOrder = {
      url: env.url,
      clients: CLIENTS,
      matter: bareMatter(matter),
      work: { kind: 'submit', drafts: drafts.map(({ id, citizen }) => ({ id, personId: citizen.personId })) },
    };
    await bareSql.ask<BareAnswer>(order);
  };
  const product: Round = async () => {
    await worker.sleep();
    await sent();
    const since = env.used();
    const began = performance.now();
    const taken = taking(worker.carrierFile);
    worker.wake();
    while (taken.count() < A_ROUND) await pause(LOOK_MS);
    taken.close();
    return { done: A_ROUND, seconds: (performance.now() - began) / 1000, since };
  };
  const limit: Round = async () => {
    const order: BareSmsOrder = {
      url: env.url,
      port: Number(new URL(worker.carrierUrl).port),
      dossiers: Array.from({ length: A_ROUND }, () => ({
        id: newId(),
        ownerId: newId(),
        phone: newPhone(),
      })),
    };
    return bareSms.ask<BareSmsAnswer>(order);
  };
  try {
    const rates = await inTurn(product, limit, env);
    return [
      figure('to-sms', rates.value, 'dossiers/s', rates.limit),
      figure('code-to-carrier', await codes(env, worker), 'ms', CODE_LIMIT_MS),
    ];
  } finally {
    await ended(bareSql.child, 'SIGTERM');
    await ended(bareSms.child, 'SIGTERM');
  }
}

/** The middle of the times in which a code comes to the carrier while nothing else is done, ms. */
async function codes({ db, say, drained }: Environment, { carrierFile }: Beside): Promise<number> {
  await drained();
  const times: number[] = [];
  for (let n = 0; n < CODES; n++) {
    await pause(REST_MS);
    const taken = taking(carrierFile);
    const code = {
      key: `code:${newId()}`,
      kind: 'one-time-code',
      channel: 'sms',
      to: newPhone(),
      text: '123456',
    };
    await act({ db, actor: SYSTEM, now: Temporal.Now.instant() }, async (ctx) =>
      ok(await queueMessage(ctx, { ...code, secret: true })),
    );
    const committed = performance.now();
    while (taken.count() === 0) await pause(1);
    times.push(performance.now() - committed);
    taken.close();
  }
  const slowest = times.toSorted((a, b) => a - b).at(Math.ceil(CODES * 0.95) - 1) ?? 0;
  say(`  a code to the carrier: p50 ${median(times).toFixed(1)} ms, p95 ${slowest.toFixed(1)} ms`);
  return median(times);
}

/** Counts what the carrier takes from now on: each message is a line of its file. */
function taking(file: string): { count(): number; close(): void } {
  const handle = openSync(file, 'a+');
  const chunk = Buffer.alloc(1 << 20);
  let [at, lines] = [fstatSync(handle).size, 0];
  return {
    count() {
      for (let read = -1; read !== 0; at += read) {
        read = readSync(handle, chunk, 0, chunk.length, at);
        for (let i = chunk.indexOf(10); i >= 0 && i < read; i = chunk.indexOf(10, i + 1)) lines += 1;
      }
      return lines;
    },
    close: () => closeSync(handle),
  };
}
