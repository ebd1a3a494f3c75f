// What payments refuse with, in English.
import { formatMoney, type SameSentences } from '../../rules/kernel/index.ts';
import type { vi } from './refusals.vi.ts';

export const en = {
  'bill-free': 'There is nothing to pay here.',
  'bill-settled': 'This has been paid in full or exempted. Nothing more is to be paid; see its receipts.',
  'bill-cancelled': 'This is no longer to be paid.',
  'cash-amount-differs': ({ left }: { left: number }) =>
    `What is left to pay is ${formatMoney(left)}. Take exactly that and enter it here.`,
  'cash-amount-unreadable': 'Enter the amount you received in digits, for example 15.000.',
  'payer-missing': 'Enter the name of the payer.',
  'payer-no-name': 'This box is for the name of the payer, in letters, for example Nguyen Van An.',
  'payer-too-long': ({ longest }: { longest: number }) =>
    `The payer's name is longer than ${longest} characters; write it shorter.`,
  'exemption-reason-missing':
    'Say why the fee is waived, for example: the payer belongs to a poor household and has shown the certificate.',
  'exemption-basis-missing':
    'Name the legal basis of the waiver, for example: Clause 1, Article 10 of the Law on Fees and Charges 97/2015/QH13.',
  'exemption-unfinished':
    'This sentence is not finished: write what comes after the colon, or replace what stands in square brackets [ ].',
  'exemption-too-long': ({ longest }: { longest: number }) =>
    `This is longer than ${longest} characters; write it shorter.`,
} satisfies SameSentences<typeof vi>;
