// `search-3k-p99` and `search-100k-p99`: how long the slowest hundredth of searches takes, beside what a person notices.
import { type Environment, ended, helper } from '../environment.ts';
import { type Figure, figure } from '../figure.ts';
import type { SearchAnswer } from '../search-times.ts';

const LIMITS = { small: 10, large: 25 } as const;

async function measured(env: Environment, name: string, size: 'small' | 'large'): Promise<Figure[]> {
  const { child, ask } = helper('search-times.ts');
  try {
    const { documents, queries, p50, p99, slowest, found } = await ask<SearchAnswer>(size);
    env.say(
      `  ${documents} names, ${queries} questions: half within ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, slowest ${slowest.toFixed(2)} ms; ` +
        `${Math.round(found * 100)} % of whole names among the first ten`,
    );
    if (found < 0.9)
      throw new Error(`${name}: fast but wrong: only ${Math.round(found * 100)} % of whole names are found`);
    return [figure(name, p99, 'ms', LIMITS[size])];
  } finally {
    await ended(child, 'SIGTERM');
  }
}

export const searchSmall = (env: Environment) => measured(env, 'search-3k-p99', 'small');
export const searchLarge = (env: Environment) => measured(env, 'search-100k-p99', 'large');
