// The acts in English, as applicants read them.
import type { WordsOfActs } from './words.vi.ts';

export const en: WordsOfActs = {
  withdraw: {
    say: 'Withdraw',
    hop: 'Dossier withdrawn',
    seen: 'You withdrew the dossier',
    done: 'The dossier was withdrawn.',
  },
  answerSupplement: {
    say: 'Send the supplement',
    hop: 'Supplement sent',
    seen: 'You sent the supplement',
    done: 'The supplement was sent.',
  },
  accept: { say: 'Accept', hop: 'Dossier accepted', seen: 'Accepted', done: 'The dossier was accepted.' },
  askForSupplement: {
    say: 'Ask for a supplement',
    hop: 'Supplement requested',
    seen: 'A supplement was requested',
    done: 'The request was sent (form 02). The applicant is told at once.',
  },
  refuseIntake: {
    say: 'Refuse',
    hop: 'Not accepted',
    seen: 'Not accepted',
    done: 'The dossier was refused and form 03 was sent to the applicant.',
  },
  take: {
    say: 'Take over',
    hop: 'Taken by an official',
    seen: 'An official took the dossier',
    done: 'You have taken this dossier.',
  },
  propose: {
    say: 'Propose the result',
    hop: 'Result proposed',
    seen: 'Sent to the leader to sign',
    done: 'Sent to the leader to sign.',
  },
  sign: {
    say: 'View and sign',
    hop: 'Result signed and released',
    seen: 'The result was signed',
    done: 'The result was signed and released; it now waits to be delivered.',
  },
  returnToExaminer: {
    say: 'Return to the official',
    hop: 'Proposal returned',
    seen: 'The leader asked for clarification',
    done: 'The proposal was returned with the reason.',
    why: {
      label: 'Reason',
      hint: 'The official in charge reads this line: what to change, and where.',
      missing: 'Write why it is returned, so that the official knows what to change.',
    },
  },
  takeFee: {
    say: 'Take the fee',
    hop: 'Fee taken at the counter',
    seen: 'The fee was paid at the counter',
    done: 'The fee was taken.',
  },
  exemptFee: {
    say: 'Waive the fee',
    hop: 'Fee waived',
    seen: 'The fee was waived',
    done: 'The waiver was recorded. Nothing more is to be paid.',
  },
  deliver: {
    say: 'Deliver the result',
    hop: 'Result delivered',
    seen: 'The result was delivered',
    done: 'The result was delivered.',
  },
};
