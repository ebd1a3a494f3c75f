// `npm run bench`: speed and scale, each figure beside its limit in the same run. See README.md.
import { openEnvironment } from './environment.ts';
import type { Figure } from './figure.ts';
import { MEASURES, NAMES } from './measures.ts';

const args = process.argv.slice(2);
const json = args.includes('--json');
const onlyAt = args.indexOf('--only');
const wanted = onlyAt >= 0 ? (args[onlyAt + 1] ?? '').split(',').filter(Boolean) : [...NAMES];
const workerAt = args.indexOf('--worker');
const withWorker = workerAt < 0 || args[workerAt + 1] !== 'off';
const unknown = wanted.filter((name) => !NAMES.includes(name));
if (unknown.length > 0 || wanted.length === 0) {
  console.error(`--only takes some of: ${NAMES.join(', ')}`);
  process.exit(2);
}

const began = performance.now();
// The answer alone goes to standard output.
const say = (line: string) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);

function table(figures: readonly Figure[]): string {
  const head = ['figure', 'value', 'limit', 'unit', 'value/limit'];
  const rows = figures.map(({ name, value, unit, limit, ratio }) => [
    name,
    String(value),
    String(limit),
    unit,
    ratio.toFixed(2),
  ]);
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, at) =>
          at === 1 || at === 2 || at === 4 ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!),
        )
        .join('  '),
    )
    .join('\n');
}

say(withWorker ? 'worker and sandbox run beside the web' : 'without worker and sandbox');
const env = await openEnvironment(say, undefined, { withWorker });
const figures: Figure[] = [];
try {
  for (const { name, measure } of MEASURES) {
    if (!wanted.includes(name)) continue;
    say(name);
    figures.push(...(await measure(env)));
  }
} finally {
  await env.close();
}
say('done');
console.log(json ? JSON.stringify({ figures }) : table(figures));
process.exit(0);
