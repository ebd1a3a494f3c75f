// `mix-1000`: a thousand people at once, each with a line and a session of their own, over years of dossiers; what they wait for a click.
import { sql } from 'kysely';
import { cpuOf, cpuOfAll } from '../cpu.ts';
import { type Environment, ended, helper } from '../environment.ts';
import { type Figure, figure } from '../figure.ts';
import type { CrowdAnswer, CrowdOrder } from '../mix/crowd.ts';
import type { Spread } from '../mix/histogram.ts';
import { settleTown } from '../mix/town.ts';
import { readWebLog } from '../mix/web-log.ts';

/** Seconds between two clicks of one person, and how many pauses are played unheeded and counted. */
const PAUSE = 7;
const WARM = 2;
const COUNTED = 8;
/** Milliseconds. */
const P95 = 50;
const P99 = 150;

export async function mix(env: Environment): Promise<Figure[]> {
  const { db, port, say } = env;
  say('  fills the database and prepares the people');
  const { world, parts } = await settleTown(env);
  await sql`checkpoint`.execute(db);
  await env.drained();
  const crowd = helper('mix/crowd.ts');
  try {
    const ends = { portal: port, desk: port + 2 };
    const order: CrowdOrder = { ...ends, world, parts, pause: PAUSE, warm: WARM, counted: COUNTED };
    say(`  ${parts.length} people, a click every ${PAUSE} s: ${(parts.length / PAUSE).toFixed(0)} clicks/s`);
    const before = await dossiers(env);
    const cores = coresUsed(env, crowd.child.pid ?? 0);
    const answer = await crowd.ask<CrowdAnswer>(order);
    tell(env, answer);
    say(cores());
    const log = readWebLog(env.varFolder);
    for (const { route, times, longest } of log.held)
      say(`  held the loop ${times} times, ${longest} ms at the most: ${route}`);
    for (const [what, times] of log.failed) say(`  the web's log, ${times} times: ${what}`);
    await proved(env, answer, before);
    return [
      figure('mix-1000-p95', answer.clicks.p95, 'ms', P95),
      figure('mix-1000-p99', answer.clicks.p99, 'ms', P99),
    ];
  } finally {
    await ended(crowd.child, 'SIGTERM');
  }
}

const line = (name: string, { count, p50, p95, p99, longest }: Spread) =>
  `  ${name.padEnd(26)} ${String(count).padStart(6)}  ${[p50, p95, p99, longest].map((ms) => ms.toFixed(1).padStart(7)).join(' ')}`;

function tell({ say }: Environment, answer: CrowdAnswer): void {
  say(`  ${'ms'.padEnd(26)} ${'count'.padStart(6)}      p50     p95     p99 longest`);
  for (const [kind, spread] of Object.entries(answer.kinds).sort(([, a], [, b]) => b.p99 - a.p99))
    say(line(kind, spread));
  say(line('clicks', answer.clicks));
  say(line('single requests', answer.requests));
  say(line('late by the client itself', answer.late));
  const { opened, left, closedAsTold, closedUntold, lost, silent } = answer.sockets;
  say(
    `  sockets: ${opened} opened, ${left} left in time, ${closedAsTold} closed as told, ${closedUntold} closed untold, ${lost} lost with a request; ${silent} answers named no end; ${answer.behind} clicks waited for the one before`,
  );
}

/** Begins to look. @returns a line of who used how much of a core since then, others on the machine too: they make everybody wait */
function coresUsed({ used }: Environment, crowd: number): () => string {
  const look = () => {
    const { client, ...product } = used();
    const ours = { ...product, client: cpuOf(crowd) };
    const all = cpuOfAll();
    return { ...ours, others: all - Object.values(ours).reduce((sum, us) => sum + us, client) };
  };
  const [began, before] = [performance.now(), look()];
  return () => {
    const [after, us] = [Object.entries(look()), (performance.now() - began) * 1000];
    const share = (part: string, now: number) => (now - (before[part as keyof typeof before] ?? 0)) / us;
    return `  of a core: ${after.map(([part, now]) => `${part} ${Math.round(share(part, now) * 100)} %`).join(', ')}`;
  };
}

/** @throws Error when an answer was wrong or lost, or a dossier that was confirmed is not there */
async function proved(env: Environment, answer: CrowdAnswer, before: number): Promise<void> {
  const { wrong, sent } = answer;
  if (wrong.length > 0)
    throw new Error(`mix-1000: ${wrong.map(([what, times]) => `${times} times ${what}`).join('\n  ')}`);
  const rows = (await dossiers(env)) - before;
  if (rows !== sent) throw new Error(`mix-1000: ${sent} dossiers were confirmed and ${rows} are there`);
}

async function dossiers({ db }: Environment): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from dossiers.dossier`.execute(db);
  return rows[0]?.n ?? 0;
}
