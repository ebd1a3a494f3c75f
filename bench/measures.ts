// Every figure of the bench, in the order in which they are taken.
import type { Environment } from './environment.ts';
import type { Figure } from './figure.ts';
import { home, track } from './figures/pages.ts';
import { submit } from './figures/submit.ts';

interface Measure {
  readonly names: readonly string[];
  readonly measure: (env: Environment) => Promise<readonly Figure[]>;
}

export const MEASURES: readonly Measure[] = [
  { names: ['submit'], measure: submit },
  { names: ['track'], measure: track },
  { names: ['home'], measure: home },
];

export const NAMES: readonly string[] = MEASURES.flatMap(({ names }) => names);
