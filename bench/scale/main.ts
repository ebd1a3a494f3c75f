// `npm run scale -- --dossiers N [--keep FOLDER | --from FOLDER]`: how the pages do as the dossiers grow. See bench/README.md.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openEnvironment } from '../environment.ts';
import { fillDossiers } from './fill.ts';
import { type Growth, growthOf, sizeOf, type Verified, verified } from './growth.ts';

const USAGE = `usage: npm run scale -- --dossiers N [--keep FOLDER | --from FOLDER] [--only-fill]
`;
const { values } = parseArgs({
  options: {
    dossiers: { type: 'string' },
    keep: { type: 'string' },
    from: { type: 'string' },
    'only-fill': { type: 'boolean', default: false },
  },
});
const most = Number(values.dossiers ?? (values.from ? 0 : Number.NaN));
if (!Number.isSafeInteger(most) || most < 0 || (values.keep && values.from)) {
  process.stderr.write(USAGE);
  process.exit(2);
}

const began = performance.now();
const say = (line: string) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);

interface Stage {
  readonly dossiers: number;
  readonly growth: Growth;
  readonly verify: Verified;
  readonly size: number;
}

/** The sizes on the way: each ten times the one before. */
function stagesTo(dossiers: number, filled: number): number[] {
  const steps = [10_000, 100_000, 1_000_000, 10_000_000].filter((size) => size < dossiers);
  return [...steps, dossiers].filter((size) => size > filled);
}

function table(stages: readonly Stage[]): string {
  const ms = (n: number) => (n >= 100 ? n.toFixed(0) : n.toFixed(1));
  const rows = Object.keys(stages[0]?.growth ?? {}).map((name) => [
    name,
    ...stages.map(({ growth }) => {
      const { p50, p95, p99 } = growth[name]!;
      return `${ms(p50)} / ${ms(p95)} / ${ms(p99)}`;
    }),
  ]);
  rows.push(['journal verify, s', ...stages.map(({ verify }) => verify.seconds.toFixed(1))]);
  rows.push(['journal verify, peak MiB', ...stages.map(({ verify }) => String(verify.peak ?? '?'))]);
  rows.push(['database, GiB', ...stages.map(({ size }) => size.toFixed(2))]);
  const head = ['ms: p50 / p95 / p99', ...stages.map(({ dossiers }) => dossiers.toLocaleString('en'))];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const folder = values.keep ?? values.from;
const state = folder === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', folder);
if (state && values.from && !existsSync(join(state, 'filled'))) {
  process.stderr.write(`${state} holds no state of npm run scale -- --keep\n`);
  process.exit(2);
}
if (state) mkdirSync(state, { recursive: true });
/** How many dossiers of the fill are in the folder. */
const noted = state ? join(state, 'filled') : '';
let filled = noted && existsSync(noted) ? Number(readFileSync(noted, 'utf8')) : 0;

const env = await openEnvironment(say, state === undefined ? undefined : { folder: state });
const stages: Stage[] = [];
try {
  const steps = stagesTo(most, filled);
  // Started again from a folder that is large enough: only measured.
  for (const dossiers of steps.length > 0 ? steps : [filled]) {
    if (dossiers > filled) {
      say(`filling up to ${dossiers} dossiers`);
      const { agencies, added, seconds } = await fillDossiers(env.db, { dossiers, from: filled, say });
      await sql`vacuum analyze`.execute(env.db);
      say(`${added} dossiers at ${agencies} agencies in ${seconds.toFixed(0)} s`);
      filled = dossiers;
      if (noted) writeFileSync(noted, String(filled));
    }
    if (values['only-fill']) continue;
    // What a fill leaves behind in the log is written out first: nobody files a million dossiers before he looks at one.
    await sql`checkpoint`.execute(env.db);
    say('measuring');
    const size = await sizeOf(env.db);
    const growth = await growthOf(env);
    const verify = await verified(env);
    say(`journal verify: ${verify.answer}`);
    stages.push({ dossiers, growth, verify, size });
  }
} finally {
  await env.close();
}
if (stages.length > 0) console.log(table(stages));
process.exit(0);
