// The words of one's own dossiers, in English.
import type { Words } from '../../../ui/index.ts';
import type { vi } from './words.vi.ts';

export const en = {
  title: 'My dossiers',
  drafts: 'Drafts not submitted yet',
  draftSaved: (when) => `Saved at ${when}`,
  resume: 'Go on',
  discard: 'Delete the draft',
  discarded: 'The draft was deleted.',
  supplemented: 'The supplement was sent to the agency.',
  sent: 'Dossiers you submitted',
  none: 'You have not submitted a dossier yet.',
  noneHint: 'Find the procedure you need and press “File online”.',
  find: 'Find a procedure',
  older: 'See older dossiers',
  number: 'Dossier number',
  requestCode: 'Request code',
  secret: 'Look-up code (for somebody who follows the dossier for you)',
  toSign: {
    holder: 'With the leader, to be signed',
    next: 'The leader looks through the result and signs it.',
  },
  refusedBecause: 'Why it was not accepted:',
  agency: 'Agency',
  submitted: 'Submitted at',
  accepted: 'Accepted at',
  dueBefore: 'Due at first',
  state: 'State of the dossier',
  since: (holder, when) => `${holder}, since ${when}`,
  phone: (phone) => `phone ${phone}`,
  papers: 'Papers the agency sent you',
  paperNames: {
    '01': 'Receipt with the due date',
    '02': 'Request for a supplement',
    '03': 'Refusal to accept the dossier',
  },
  inVietnamese: 'PDF, in Vietnamese',
  result: 'Result',
  resultName: (title, number) => `“${title}” number ${number}`,
  signed: (signer, when) => `, signed by “${signer}” at ${when}. Check code:`,
  files: 'Papers you handed in',
  answers: 'What you declared',
  history: 'What happened',
  sentLine: 'You submitted the dossier',
  fee: 'Fees',
  pay: 'Pay the fee online',
  paid: 'Paid',
  exempt: 'Waived',
  receipts: 'Paid or waived',
  slip: 'Receipt',
  free: 'Nothing to pay',
  feeUndecided: 'The amount is not settled here; the agency tells it to you:',
  visit: 'Come on',
  withdraw: 'Withdraw the dossier',
  withdrawAsk:
    'Do you want to withdraw this dossier? It is not accepted yet, so it is withdrawn at once; after that you can submit a new one.',
  held: (amount, agency, desk) =>
    `“${agency}” holds ${amount} that you paid for this dossier. The money does not come back to you by itself. Contact “${desk}” with an identity paper and the dossier number; refunds are settled at the desk.`,
  beyond: (amount, agency, desk) =>
    `“${agency}” holds ${amount} that you sent beyond the fee of this dossier. The money does not come back to you by itself. Contact “${desk}” with an identity paper and the dossier number; refunds are settled at the desk.`,
  withdrawPaid: (amount, desk) =>
    `You paid ${amount} for this dossier. If you withdraw it, the money does not come back to you by itself: refunds are settled at the desk of “${desk}”.`,
  withdrawYes: 'Yes, withdraw it',
  answer: 'Add what is missing',
  states: {
    1: {
      holder: 'One-stop desk, to be checked',
      next: 'The desk checks the dossier and answers within 8 working hours. You get a text message.',
    },
    2: {
      holder: 'One-stop desk, to be handed to the official in charge',
      next: 'The official in charge takes the dossier and examines it.',
    },
    3: {
      next: 'The dossier was not accepted. Read the refusal to learn why; you can submit a new dossier.',
    },
    4: {
      holder: 'Official in charge',
      next: 'The dossier is examined, and the result goes to the leader to be signed.',
    },
    5: {
      next: 'You have to add what the request asks for. The time limit stands still until you do.',
    },
    7: { next: 'The dossier was withdrawn as you wished.' },
    9: { holder: 'One-stop desk', next: 'The result is there and waits for you.' },
    10: { next: 'The result was handed over. The dossier is closed.' },
  },
} satisfies Words<typeof vi>;
