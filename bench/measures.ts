// Every figure of the bench, in the order in which they are taken.
import type { Environment } from './environment.ts';
import type { Figure } from './figure.ts';
import { firstPage, journeyBytes } from './figures/bytes.ts';
import { filing } from './figures/filing.ts';
import { mix } from './figures/mix.ts';
import { firstSight, home, track } from './figures/pages.ts';
import { searchLarge, searchSmall } from './figures/search.ts';
import { sign } from './figures/sign.ts';
import { signin } from './figures/sign-in.ts';
import { start } from './figures/start.ts';
import { submit } from './figures/submit.ts';
import { toSms } from './figures/to-sms.ts';
import { withFiles } from './figures/with-files.ts';

interface Measure {
  readonly name: string;
  readonly measure: (env: Environment) => Promise<readonly Figure[]>;
}

export const MEASURES: readonly Measure[] = [
  { name: 'submit', measure: submit },
  { name: 'to-sms', measure: toSms },
  { name: 'filing', measure: filing },
  { name: 'submit-with-files', measure: withFiles },
  { name: 'sign', measure: sign },
  { name: 'signin', measure: signin },
  { name: 'track', measure: track },
  { name: 'first-sight', measure: firstSight },
  { name: 'home', measure: home },
  { name: 'search-3k-p99', measure: searchSmall },
  { name: 'search-100k-p99', measure: searchLarge },
  { name: 'first-page-bytes', measure: firstPage },
  { name: 'journey-bytes', measure: journeyBytes },
  { name: 'start', measure: start },
  // Last: it leaves years of dossiers behind.
  { name: 'mix-1000', measure: mix },
];

export const NAMES: readonly string[] = MEASURES.map(({ name }) => name);
