// When and where the fee of a dossier is paid, in English.
import type { Words } from '../../ui/index.ts';
import type { vi } from './fee-words.vi.ts';

export const en = {
  'at-reception': {
    portal: 'You pay online or at the one-stop desk; the dossier is accepted once you have paid.',
    counter: 'You pay at the one-stop desk when the dossier is received.',
  },
  'filed-from-afar': {
    portal: 'You pay online or at the one-stop desk, at the latest when you take the result.',
    counter: 'You pay at the one-stop desk, at the latest when you take the result.',
  },
  'reception-passed': {
    portal: 'You pay online or at the one-stop desk before you take the result.',
    counter: 'You pay at the one-stop desk before you take the result.',
  },
  'at-return': {
    portal: 'You pay when there is a result, online or where it is handed out.',
    counter: 'You pay where the result is handed out, when you take it.',
  },
} satisfies Words<typeof vi>;
