// One door to every paper check, by the kind's name.
import type { CheckContext, PaperCheck } from './cleaning.ts';
import { checkAgencyCode, checkProcedureCode } from './codes.ts';
import { checkEmail } from './email.ts';
import { checkName } from './name.ts';
import { checkPartialDate } from './partial-date.ts';
import { checkBhxh, checkCccd, checkCmnd } from './personal-number.ts';
import { checkPhone } from './phone.ts';
import { checkTaxCode } from './tax-code.ts';
import { checkDossierNumber } from './told-number.ts';

const CHECKS = {
  cccd: checkCccd,
  cmnd: checkCmnd,
  taxCode: checkTaxCode,
  phone: checkPhone,
  email: checkEmail,
  bhxh: checkBhxh,
  name: checkName,
  partialDate: checkPartialDate,
  dossierNumber: checkDossierNumber,
  agencyCode: checkAgencyCode,
  procedureCode: checkProcedureCode,
} satisfies Record<string, (text: string, context: CheckContext) => PaperCheck>;

export type PaperKind = keyof typeof CHECKS;

export const PAPER_KINDS = Object.keys(CHECKS) as readonly PaperKind[];

export function isPaperKind(kind: string): kind is PaperKind {
  return Object.hasOwn(CHECKS, kind);
}

/**
 * Checks one value of a paper and normalises it.
 * @param context what is known beside it: declared sex and birth year, today's date (yyyy-mm-dd)
 * @throws RangeError when `context.today` is not a date
 */
export function check(kind: PaperKind, text: string, context: CheckContext = {}): PaperCheck {
  if (context.today !== undefined) Temporal.PlainDate.from(context.today);
  return CHECKS[kind](text, context);
}
