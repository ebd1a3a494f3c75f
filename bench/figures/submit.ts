// `submit`: the last post on prepared drafts, beside the same rows by bare SQL.

import type { BareAnswer, BareOrder } from '../bare-sql.ts';
import { workThrough } from '../connections.ts';
import { type Environment, ended, helper } from '../environment.ts';
import { type Figure, figure, inTurn, type Round } from '../figure.ts';
import {
  birthMatter,
  type Matter,
  manyCitizens,
  prepareDrafts,
  rowCounts,
  sendRequest,
} from '../prepared.ts';

export const CLIENTS = 32;
const A_ROUND = 3000;
const SENT = /^\/ho-so\/[0-9a-f-]{36}\/da-nop$/u;

export function bareMatter(matter: Matter): BareOrder['matter'] {
  const { procedureId, formHash, agencyId } = matter;
  return {
    procedureId,
    formHash,
    agencyId,
    answers: JSON.stringify(matter.answers),
    sealed: JSON.stringify(matter.sealed),
  };
}

/** @throws Error when two counts of rows differ: then product and limit did not do the same */
export function sameRows(what: string, product: Record<string, number>, limit: Record<string, number>): void {
  const [a, b] = [JSON.stringify(product), JSON.stringify(limit)];
  if (a !== b) throw new Error(`bench: ${what}: the product wrote ${a}, its limit ${b}`);
}

/** Rows a round added, while nobody carries its facts on. */
export async function added(
  env: Environment,
  round: Round,
): Promise<{ rows: Record<string, number>; rate: Awaited<ReturnType<Round>> }> {
  await env.worker?.sleep();
  const before = await rowCounts(env.db);
  const rate = await round();
  const after = await rowCounts(env.db);
  env.worker?.wake();
  return {
    rows: Object.fromEntries(Object.entries(after).map(([table, n]) => [table, n - (before[table] ?? 0)])),
    rate,
  };
}

export async function submit(env: Environment): Promise<Figure[]> {
  const matter = await birthMatter(env.db, true);
  env.say(`submit: ${matter.answered} answers a draft, ${CLIENTS} clients`);
  const product: Round = async () => {
    const drafts = await prepareDrafts(env.db, matter, await manyCitizens(env, A_ROUND), A_ROUND);
    const requests = drafts.map((draft) => sendRequest(env.secret, draft));
    const dossiers = new Set<string>();
    let at = 0;
    const since = env.used();
    const seconds = await workThrough(env.port, CLIENTS, async (connection) => {
      const request = requests[at++];
      if (!request) return false;
      const answer = await connection.send(request);
      if (answer.status !== 303 || !SENT.test(answer.location))
        throw new Error(
          `submit was answered ${answer.status} ${answer.location}\n${answer.raw.subarray(0, 3000)}`,
        );
      dossiers.add(answer.location);
      return true;
    });
    if (dossiers.size !== A_ROUND)
      throw new Error(`submit: ${A_ROUND} drafts gave ${dossiers.size} dossiers`);
    return { done: dossiers.size, seconds, since };
  };
  const bare = helper('bare-sql.ts');
  const limit: Round = async () => {
    const drafts = await prepareDrafts(env.db, matter, await manyCitizens(env, A_ROUND), A_ROUND);
    const order: BareOrder = {
      url: env.url,
      clients: CLIENTS,
      matter: bareMatter(matter),
      work: { kind: 'submit', drafts: drafts.map(({ id, citizen }) => ({ id, personId: citizen.personId })) },
    };
    return bare.ask<BareAnswer>(order);
  };
  try {
    sameRows('submit', (await added(env, product)).rows, (await added(env, limit)).rows);
    const rates = await inTurn(product, limit, env);
    const figures = [figure('submit', rates.value, 'dossiers/s', rates.limit)];
    const { worker } = env;
    if (!worker) return figures;
    env.say('submit: beside the worker, and while it is held still');
    const alone: Round = async () => {
      await worker.sleep();
      return product().finally(() => worker.wake());
    };
    const beside = await inTurn(product, alone, env);
    return [...figures, figure('submit-beside-worker', beside.value, 'dossiers/s', beside.limit)];
  } finally {
    await ended(bare.child, 'SIGTERM');
  }
}
