// `home` and `track`: pages per second as a browser asks for them, beside `node:http` sending the same bytes.

import { ticketFor } from '../../src/sites/portal/track/ticket.ts';
import type { BarePage } from '../bare-http.ts';
import { type Answer, bytesOf, Connection, workThrough } from '../connections.ts';
import { type Environment, ended, helper } from '../environment.ts';
import { type Figure, figure, inTurn, type Round } from '../figure.ts';
import { sentDossiers } from '../prepared.ts';
import { CLIENTS } from './submit.ts';

const SECONDS = 3;
/** People who look after their dossiers in these minutes, each at another. */
const LOOKED_AT = 300;

export async function home(env: Environment): Promise<Figure[]> {
  return [await pages(env, 'home', [bytesOf({ path: '/' })])];
}

export async function track(env: Environment): Promise<Figure[]> {
  const ids = await sentDossiers(env.db, env.secret, LOOKED_AT);
  const now = Temporal.Now.instant();
  return [
    await pages(
      env,
      'track',
      ids.map((id) => bytesOf({ path: `/tra-cuu/${ticketFor(env.secret, id, now)}` })),
    ),
  ];
}

/** Dossiers looked at for the first time in a round. */
const FIRST_SEEN = 3_000;

/** A dossier's page that nobody has seen before, beside the same bytes given out. */
export async function firstSight(env: Environment): Promise<Figure[]> {
  const fresh: Round = async () => {
    const ids = await sentDossiers(env.db, env.secret, FIRST_SEEN);
    const now = Temporal.Now.instant();
    const requests = ids.map((id) => bytesOf({ path: `/tra-cuu/${ticketFor(env.secret, id, now)}` }));
    const seconds = await workThrough(env.port, CLIENTS, async (connection) => {
      const request = requests.pop();
      if (!request) return false;
      const { status } = await connection.send(request);
      if (status !== 200) throw new Error(`first-sight: a page was answered ${status}`);
      return true;
    });
    return { done: ids.length, seconds };
  };
  const [id = ''] = await sentDossiers(env.db, env.secret, 1);
  const seen = bytesOf({ path: `/tra-cuu/${ticketFor(env.secret, id, Temporal.Now.instant())}` });
  const bare = helper('bare-http.ts');
  try {
    const barePort = await bare.ask<number>(pageOf(await once(env.port, seen)));
    const rates = await inTurn(fresh, visits(barePort, [seen]), env);
    return [figure('first-sight', rates.value, 'pages/s', rates.limit)];
  } finally {
    await ended(bare.child, 'SIGTERM');
  }
}

async function pages(env: Environment, name: string, requests: readonly Buffer[]): Promise<Figure> {
  const sample = await once(env.port, requests[0]!);
  if (sample.status !== 200) throw new Error(`${name} was answered ${sample.status}`);
  const bare = helper('bare-http.ts');
  try {
    const barePort = await bare.ask<number>(pageOf(sample));
    const again = await once(barePort, requests[0]!);
    if (again.raw.length !== sample.raw.length)
      throw new Error(`${name}: the limit sends ${again.raw.length} bytes instead of ${sample.raw.length}`);
    env.say(
      `${name}: ${sample.raw.length} bytes an answer, ${requests.length} addresses, ${CLIENTS} clients`,
    );
    // Each page was seen before: what a first sight costs is no part of this figure, and on a slow machine would be most of it.
    for (const request of requests) await once(env.port, request);
    const rates = await inTurn(visits(env.port, requests), visits(barePort, requests), env);
    return figure(name, rates.value, 'pages/s', rates.limit);
  } finally {
    await ended(bare.child, 'SIGTERM');
  }
}

function visits(port: number, requests: readonly Buffer[]): Round {
  return async () => {
    const until = performance.now() + SECONDS * 1000;
    let done = 0;
    const seconds = await workThrough(port, CLIENTS, async (connection) => {
      if (performance.now() > until) return false;
      const answer = await connection.send(requests[done++ % requests.length]!);
      if (answer.status !== 200 || answer.length < 500)
        throw new Error(`a page was answered ${answer.status}`);
      return true;
    });
    return { done, seconds };
  };
}

async function once(port: number, request: Buffer): Promise<Answer> {
  const connection = await Connection.open(port);
  try {
    return await connection.send(request);
  } finally {
    connection.close();
  }
}

/** What the bare server has to say; the date and the connection are node's own affair. */
function pageOf({ raw, bodyAt, status }: Answer): BarePage {
  const lines = raw.toString('latin1', 0, bodyAt).split('\r\n').slice(1).filter(Boolean);
  const headers = Object.fromEntries(
    lines
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const)
      .filter(([header]) => !/^(?:date|connection|keep-alive)$/iu.test(header)),
  );
  return { status, headers, body: raw.subarray(bodyAt).toString('base64') };
}
