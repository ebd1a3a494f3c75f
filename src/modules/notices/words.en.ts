// The same in English, for those who filed in it; names of offices stay Vietnamese.
import type { Template } from './template.ts';
import type { vi } from './words.vi.ts';

const dueIf = (due: string) => (due === '' ? '' : ` Due: ${due}.`);

export const en = {
  'dossier.submitted': ({ name, number }) => ({
    says: `Dossier ${number} of ${name} was sent.`,
    at: ' Waiting to be accepted at ',
  }),
  'dossier.submitted-visit': ({ name, number, visit }) => ({
    says: `Dossier ${number} of ${name} was sent. Come ${visit} with the originals.`,
    at: ' To ',
  }),
  'dossier.accepted': ({ name, number, due }) => ({
    says: `Dossier ${number} of ${name} was accepted.${dueIf(due)}`,
    at: ' Office: ',
  }),
  'dossier.supplement-asked': ({ name, number }) => ({
    says: `Dossier ${number} of ${name} needs a supplement. See My dossiers.`,
    at: ' Ask: ',
  }),
  'dossier.supplement-answered': ({ name, number, due }) => ({
    says: `The supplement to dossier ${number} of ${name} has arrived.${dueIf(due)}`,
    at: ' Office: ',
  }),
  'dossier.refused': ({ name, number }) => ({
    says: `Dossier ${number} of ${name} was not accepted. See why in My dossiers.`,
    at: ' Ask: ',
  }),
  'dossier.finished': ({ name, number }) => ({
    says: `Dossier ${number} of ${name} has its result.`,
    at: ' Collect it at ',
  }),
  'dossier.finished-electronic': ({ name, number }) => ({
    says: `Dossier ${number} of ${name} has its result. View and download it in My dossiers.`,
    at: ' Office: ',
  }),
  'dossier.finished-post': ({ name, number }) => ({
    says: `Dossier ${number} of ${name} has its result, which will come by post.`,
    at: ' Office: ',
  }),
  'dossier.delivered': ({ name, number }) => ({
    says: `The result of dossier ${number} of ${name} was handed over. If you do not have it, tell us now.`,
    at: ' Office: ',
  }),
  'dossier.withdrawn': ({ name, number }) => ({
    says: `Dossier ${number} of ${name} was withdrawn as asked.`,
    at: ' Office: ',
  }),
  'bill.created': ({ name, number, amount }) => ({
    says: `Dossier ${number} of ${name}: please pay ${amount}. Pay in My dossiers.`,
    at: ' Payee: ',
  }),
  'bill.part-paid': ({ name, number, received, left }) => ({
    says: `Dossier ${number} of ${name}: ${left} still to pay (${received} received).`,
    at: ' Payee: ',
  }),
  'bill.paid': ({ name, number, amount }) => ({
    says: `${amount} received in full for dossier ${number} (${name}).`,
    at: ' Payee: ',
  }),
  'bill.paid-over': ({ name, number, amount, beyond }) => ({
    says: `${amount} received for dossier ${number} (${name}), ${beyond} too much. Refund at the desk.`,
    at: ' Payee: ',
  }),
  'bill.transfer-suspended': ({ name, number, beyond }) => ({
    says: `Dossier ${number} of ${name}: ${beyond} came beyond the fee. Refund at the desk.`,
    at: ' Payee: ',
  }),
  'bill.exempted': ({ name, number }) => ({
    says: `What was left to pay for dossier ${number} (${name}) is waived.`,
    at: ' Office: ',
  }),
  'other-act': ({ name, number, what }) => ({ says: `Dossier ${number} of ${name}: ${what}.`, at: ' Ask: ' }),
} satisfies Record<keyof typeof vi, Template>;

export const others = ' Also {n} more: see My dossiers.';
