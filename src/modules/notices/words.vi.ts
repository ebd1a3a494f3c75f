// What an SMS says at each legal step: unaccented, one GSM-7 part, no links (bank rules forbid them and people are right to
// distrust them); masked name, number, what happened, until when, where. `where` is last: it alone may be shortened.

import type { Template } from './template.ts';

const dueIf = (due: string) => (due === '' ? '' : ` Hen tra: ${due}.`);

/** By the name of the fact; a fact that is not here is not told. */
export const vi = {
  'dossier.submitted': ({ name, number }) => ({
    says: `Ho so ${number} cua ${name} da gui.`,
    at: ' Cho tiep nhan tai ',
  }),
  'dossier.submitted-visit': ({ name, number, visit }) => ({
    says: `Ho so ${number} cua ${name} da gui. Hen den ${visit}, mang ban chinh.`,
    at: ' Tai ',
  }),
  'dossier.accepted': ({ name, number, due }) => ({
    says: `Ho so ${number} cua ${name} da duoc tiep nhan.${dueIf(due)}`,
    at: ' Noi nhan: ',
  }),
  'dossier.supplement-asked': ({ name, number }) => ({
    says: `Ho so ${number} cua ${name} can bo sung. Xem muc Ho so cua toi.`,
    at: ' Hoi: ',
  }),
  'dossier.supplement-answered': ({ name, number, due }) => ({
    says: `Da nhan bo sung ho so ${number} cua ${name}.${dueIf(due)}`,
    at: ' Noi nhan: ',
  }),
  'dossier.refused': ({ name, number }) => ({
    says: `Ho so ${number} cua ${name} khong duoc tiep nhan. Xem ly do o muc Ho so cua toi.`,
    at: ' Hoi: ',
  }),
  'dossier.finished': ({ name, number }) => ({
    says: `Ho so ${number} cua ${name} da co ket qua.`,
    at: ' Nhan tai ',
  }),
  'dossier.finished-electronic': ({ name, number }) => ({
    says: `Ho so ${number} cua ${name} da co ket qua. Xem va tai ve trong muc Ho so cua toi.`,
    at: ' Co quan: ',
  }),
  'dossier.finished-post': ({ name, number }) => ({
    says: `Ho so ${number} cua ${name} da co ket qua, se gui qua buu dien.`,
    at: ' Co quan: ',
  }),
  'dossier.delivered': ({ name, number }) => ({
    says: `Ket qua ho so ${number} cua ${name} da duoc tra. Neu ban chua nhan, hay bao ngay.`,
    at: ' Noi tra: ',
  }),
  'dossier.withdrawn': ({ name, number }) => ({
    says: `Ho so ${number} cua ${name} da duoc rut theo yeu cau.`,
    at: ' Noi nhan: ',
  }),
  'bill.created': ({ name, number, amount }) => ({
    says: `Ho so ${number} cua ${name} can nop ${amount}. Nop trong muc Ho so cua toi.`,
    at: ' Noi thu: ',
  }),
  'bill.part-paid': ({ name, number, received, left }) => ({
    says: `Ho so ${number} cua ${name} con phai nop ${left} (da nhan ${received}).`,
    at: ' Noi thu: ',
  }),
  'bill.paid': ({ name, number, amount }) => ({
    says: `Da nhan du ${amount} cua ho so ${number} (${name}).`,
    at: ' Noi thu: ',
  }),
  'bill.paid-over': ({ name, number, amount, beyond }) => ({
    says: `Da nhan du ${amount} cua ho so ${number} (${name}), thua ${beyond}. Nhan lai tai quay.`,
    at: ' Noi thu: ',
  }),
  'bill.transfer-suspended': ({ name, number, beyond }) => ({
    says: `Ho so ${number} cua ${name}: nhan ${beyond} ngoai so phai nop. Nhan lai tai quay.`,
    at: ' Noi thu: ',
  }),
  'bill.exempted': ({ name, number }) => ({
    says: `Ho so ${number} cua ${name} duoc mien phi, le phi con lai.`,
    at: ' Noi ghi nhan: ',
  }),
  'other-act': ({ name, number, what }) => ({ says: `Ho so ${number} cua ${name}: ${what}.`, at: ' Hoi: ' }),
} satisfies Record<string, Template>;

/** Ends a message that speaks for other dossiers too; they may lie at other offices, so that it names none. */
export const others = ' Va {n} ho so khac: xem Ho so cua toi.';
