// Which account takes an agency's fees, in the words a bill keeps.

import type { PayeeOf } from '../flows/dossier-bill.ts';
import type { Agencies } from '../modules/agencies/index.ts';

/** Accounts of the trial begin so; no bank has them, and outside the sandbox no bill may name one. */
const TRIAL = /^SANDBOX/u;

/** The account of the agency, or of the body that took its place, on that day; an office of the one-stop desk uses its agency's. */
export function payeesOf(agencies: Agencies, mode: 'sandbox' | 'production'): PayeeOf {
  return (agencyId, date) => {
    const asked = agencies.find(agencyId);
    const agency = asked && (agencies.todayOf(asked, date) ?? asked);
    const holder = agency?.kind === 'centre' && agency.parentId ? agency.parentId : (agency?.id ?? agencyId);
    const payee = agencies.payee(holder, date);
    if (!payee || (mode === 'production' && TRIAL.test(payee.account))) return undefined;
    const authority = `Tài khoản thu phí, lệ phí của ${agency?.name ?? payee.holder}`;
    const bank = agencies.banks().find((one) => one.bin === payee.bin);
    return { ...payee, bankName: bank?.shortName ?? `Ngân hàng ${payee.bin}`, authority };
  };
}
