// The words after sending, in English.
import type { Words } from '../../../ui/index.ts';
import type { vi } from './words.vi.ts';

export const en = {
  title: 'Your dossier was submitted',
  code: 'Your request code',
  keep: 'Write the codes down or take a screenshot. We also send the request code to you by text message.',
  secret: 'Look-up code:',
  secretUse:
    'Whoever has both the request code and the look-up code can see how far the dossier is under “Track a dossier”, without signing in. The look-up code is not in the text message; give it only to somebody who follows the dossier for you.',
  office: 'The office that takes your dossier',
  officeAddress: 'Address:',
  officePhone: 'Telephone:',
  payFirst: 'Pay the fee so that your dossier is settled',
  payHow: (amount) => `Amount: ${amount}. Pay with a VietQR code or by bank transfer.`,
  pay: (amount) => `Pay ${amount}`,
  paid: (amount) => `You paid ${amount}.`,
  payLater: (amount, when) => `Fees: ${amount}. ${when}`,
  feeUndecided: 'The amount is not settled here; the agency tells it to you:',
  next: 'What comes next',
  steps: {
    visit: (when: string, desk: string, address: string) =>
      `Come to ${desk}, ${address}, on the half-day you chose: ${when}. Bring the originals and your identity paper.`,
    post: (desk, address) =>
      `Send the papers by public post to “${desk}”, “${address}”; write the request code on the envelope.`,
    counter: (desk, address) =>
      `Bring the papers to “${desk}”, “${address}”; tell the staff your request code.`,
    check: (desk, by) =>
      `“${desk}” checks the dossier and answers you by ${by} at the latest (8 working hours). If something is missing you get a text message; the request that names each point is in your dossier.`,
    settle:
      'When the dossier is accepted you get a receipt with the dossier number and the due date. Time limit:',
    deliver: 'The result:',
  },
  moved: (state) => `State now: ${state}.`,
  bring: 'When you come for the result, bring',
  bringIfAsked: 'If you have to come to the agency, bring',
  bringIdentity: 'an identity paper;',
  bringOriginals:
    'the originals or copies of the papers whose pictures you sent, to hand in or compare, except those sent as electronic originals.',
  follow: 'Follow the dossier',
  list: 'See all my dossiers',
  copy: 'Download what you declared (PDF, in Vietnamese)',
  help: 'Need help?',
  helpPhone: (phone, hours, desk) =>
    `Call ${phone} (${hours}) or ask “${desk}”; when you call, read out the request code above.`,
} satisfies Words<typeof vi>;
