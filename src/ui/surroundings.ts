// Facts of the deployment that every page shows: set once at start by the program, never per request.

import type { Lang } from './words/index.ts';

export interface Surroundings {
  /** Addresses of the built style sheet and script (see the manifest of scripts/build-assets.ts). */
  readonly assets: { readonly css: string; readonly js: string };
  /** Help by telephone: the number as spoken. Its hours are among the shared words. */
  readonly helpLine: { readonly phone: string };
  /** Present in sandbox mode: the sandbox's first page. */
  readonly sandbox?: { readonly href: string };
  /** Languages in which every page of a site can be read; one alone is not offered as a choice. */
  readonly languages: Readonly<Record<'portal' | 'account' | 'desk', readonly Lang[]>>;
  /** Where the home page of each site is, for links across origins; `/` when absent. */
  readonly homes: { readonly portal: string; readonly account: string; readonly desk: string };
}

let current: Surroundings = {
  assets: { css: '/assets/motcua.css', js: '/assets/motcua.js' },
  helpLine: { phone: '1022' },
  languages: { portal: ['vi'], account: ['vi'], desk: ['vi'] },
  homes: { portal: '/', account: '/', desk: '/' },
};

/** Sets some of the deployment's facts; called once by the program's start. */
export function furnish(facts: Partial<Surroundings>): void {
  current = { ...current, ...facts };
}

/** The deployment's facts. */
export function surroundings(): Surroundings {
  return current;
}
