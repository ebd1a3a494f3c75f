// The pay page's words in English.
import type { Words } from '../../../ui/index.ts';
import type { vi } from './words.vi.ts';

export const en = {
  title: 'Pay the fee',
  paidTitle: 'Paid in full',
  procedure: 'Procedure',
  number: 'Dossier number',
  requestCode: 'Request code',
  fees: 'What is to be paid',
  fee: 'Fee and its legal basis',
  sum: 'Amount',
  quantity: (quantity: number, unit: string) => `${quantity} × ${unit}`,
  basis: 'Legal basis:',
  total: 'Total',
  part: (received: string, left: string) =>
    `${received} has arrived. Only ${left} is left to pay; the QR code below already asks for the rest.`,
  left: 'Still to pay:',
  onePhone:
    'Only this one phone? Save the QR picture, then let your banking app read the code from the saved picture.',
  saveQr: 'Save the QR picture',
  scan: 'Way 1: scan the QR code',
  scanHint:
    'Open your banking app, choose to scan a QR code and scan this one. Amount, account and content are filled in.',
  qrLabel: (amount: string, reference: string) =>
    `VietQR code for a transfer of ${amount} with the content ${reference}. The same is written below.`,
  type: 'Way 2: type the transfer yourself',
  bank: 'Bank',
  account: 'Account number',
  holder: 'Account holder',
  content: 'Transfer content',
  keepContent:
    'You must write exactly this content, or the system cannot know which dossier the money is for.',
  waiting: 'Waiting for confirmation',
  waitingHint:
    'After your transfer the bank tells this portal, usually within a minute. You may close this page: the dossier is updated and you get an SMS.',
  notYet:
    'The bank has not confirmed yet. If you have sent the money, wait a few minutes and check again. You need not pay again.',
  check: 'Check again',
  openSandbox: 'Open the trial bank',
  sandboxHint: 'Trial version: no real money. Open the trial bank to play the payer.',
  otherWay:
    'Cannot transfer? You can pay at the one-stop desk, or call the help line at the foot of this page.',
  given: 'Paid',
  paidAt: 'Recorded at',
  held: (amount: string) =>
    `You sent ${amount} too much. The money does not come back to you by itself: bring an identity paper and the dossier number to the payee; refunds are settled at the desk.`,
  toDossier: 'See the dossier',
} satisfies Words<typeof vi>;
