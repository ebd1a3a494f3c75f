// Why an act cannot be done, in English.
import type { SameSentences } from '../kernel/index.ts';
import { en as states } from '../states/states.en.ts';
import { stateOf } from '../states/states.ts';
import type { vi } from './refusals.vi.ts';

export const en = {
  'no-right': 'You may not do this with this dossier.',
  'wrong-state': ({ state }) =>
    `This can no longer be done: the dossier is now “${states[stateOf(state)]}”. Somebody else may just have dealt with it.`,
  'held-by-another': 'Another official is handling this dossier.',
  'proposal-waits': 'A proposed result is already waiting for the leader’s signature.',
  'no-proposal': 'The official in charge has not proposed a result yet.',
  'own-proposal': 'Whoever proposes a result may not sign it.',
  'second-supplement':
    'A supplement was asked for once already; a second request needs the leader’s approval.',
  'fee-due-at-reception': 'The fee that is paid at reception has not been paid.',
  'fee-due-before-result': 'The fee has not been paid. Take it or waive it before the result is handed over.',
  'fee-settled': 'The fee of this dossier has been paid in full or waived. Nothing more is taken.',
  'fee-asked-later': 'The fee of this dossier is taken when there is a result.',
  'fee-nothing-asked': 'There is no fee to take for this dossier.',
} satisfies SameSentences<typeof vi>;
