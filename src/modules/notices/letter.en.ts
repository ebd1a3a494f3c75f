// What a letter about a dossier says, in English; Vietnamese names stand in quotes.
import type { vi } from './letter.vi.ts';

export const en: typeof vi = {
  subject: (number) => `Dossier ${number}`,
  greeting: (name) => `Dear “${name}”,`,
  happened: (number, what) => `Dossier ${number}: ${what}.`,
  visit: (when: string) => `You are to come ${when}. Bring the originals.`,
  due: (due) => `The result is due at ${due}.`,
  agency: (agency, former) => `Agency: “${agency}”${former === '' ? '' : ` (before: “${former}”)`}.`,
  others: 'This letter also speaks for {n} more of your dossiers.',
  where: 'See “My dossiers” on the public services portal for more.',
  sent: 'You submitted the dossier',
  bills: {
    'bill.created': (amount) => `The fee to pay is ${amount}`,
    'bill.part-paid': (left) => `What is still to pay is ${left}`,
    'bill.paid': (amount) => `${amount} received in full`,
    'bill.paid-over': (amount, beyond) =>
      `${amount} received in full, ${beyond} too much; refunds are settled at the desk`,
    'bill.transfer-suspended': (_amount, beyond) =>
      `${beyond} came beyond the fee; refunds are settled at the desk`,
    'bill.exempted': () => 'What was left to pay is waived',
  },
};
