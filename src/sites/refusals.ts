// Whose refusals a page may have to say: what every site joins with its own before it says any.

import { flowSentences } from '../flows/refusals.ts';
import { dossierSentences } from '../modules/dossiers/index.ts';
import { fileSentences } from '../modules/files/index.ts';
import { identitySentences } from '../modules/identity/index.ts';
import { paymentSentences } from '../modules/payments/index.ts';
import { peopleSentences } from '../modules/people/index.ts';
import { resultSentences } from '../modules/results/index.ts';
import { siteSentences } from '../platform/http/index.ts';
import { formSentences } from '../rules/forms/index.ts';
import type { SentenceSet } from '../rules/kernel/index.ts';
import { lifecycleSentences } from '../rules/lifecycle/index.ts';
import { paperSentences } from '../rules/papers/index.ts';

/** The sentences of platform, rules and modules. */
export const SENTENCES: readonly SentenceSet[] = [
  siteSentences,
  paperSentences,
  formSentences,
  lifecycleSentences,
  peopleSentences,
  fileSentences,
  dossierSentences,
  resultSentences,
  identitySentences,
  paymentSentences,
  flowSentences,
];
