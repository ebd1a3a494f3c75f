// Codes of the one-stop system: agencies, dossiers, procedures, in their old and new writings.
import { accepted, codeText, type PaperCheck, refused } from './cleaning.ts';

// QCVN 102:2016, level-1 code last, and Quyết định 20/2020/QĐ-TTg, level-1 code first.
const OLD_AGENCY = /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/u;
const NEW_AGENCY = /^[A-Z]\d{2}(\.[A-Z0-9]{2,3}){0,5}$/u;

/** Whether a text is an agency identifier in the old or the new writing. */
export function isAgencyCode(code: string): boolean {
  return OLD_AGENCY.test(code) || NEW_AGENCY.test(code);
}

/** Mã định danh cơ quan: `000.00.01.H22` or `H55.242`. */
export function checkAgencyCode(text: string): PaperCheck {
  const code = codeText(text);
  if (code === '') return refused('agency-code-empty');
  if (isAgencyCode(code)) return accepted(code, 'agency-code-right');
  return refused('agency-code-form');
}

/** The parts of a dossier number. */
export interface DossierNumberParts {
  readonly agency: string;
  /** Day of reception. */
  readonly date: Temporal.PlainDate;
  /** Order of the day, with its zeros. */
  readonly sequence: string;
}

/** The three parts of a number in capitals, whatever they say. */
export const DOSSIER = /^(?<agency>[A-Z0-9.]{3,35})-(?<date>\d{6}|\d{8})-(?<seq>\d{4,9})$/u;
// Online one-stop systems are younger than this; an earlier year is a slip.
const EARLIEST_DOSSIER = 2000;

function dossierDate(digits: string): Temporal.PlainDate | null {
  const full = digits.length === 6 ? `20${digits}` : digits;
  const [year, month, day] = [full.slice(0, 4), full.slice(4, 6), full.slice(6)].map(Number) as [
    number,
    number,
    number,
  ];
  if (year < EARLIEST_DOSSIER || month < 1 || month > 12 || day < 1) return null;
  if (day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth) return null;
  return Temporal.PlainDate.from({ year, month, day });
}

/** Parts of a dossier number of either writing (Thông tư 01/2018/TT-VPCP, Điều 19, and the short form). @returns null when it is neither */
export function parseDossierNumber(text: string): DossierNumberParts | null {
  const groups = DOSSIER.exec(codeText(text))?.groups;
  if (!groups) return null;
  const { agency = '', date: digits = '', seq: sequence = '' } = groups;
  const date = dossierDate(digits);
  return date && isAgencyCode(agency) ? { agency, date, sequence } : null;
}

const NATIONAL_PROCEDURE = /^\d\.\d{6}$/u;
const LOCAL_PROCEDURE = /^\d\.\d{6}\.(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}$/u;

/** Mã thủ tục: national `1.001193`, or a local copy `1.000948.H38`, `2.000815.000.00.00.H55`. */
export function checkProcedureCode(text: string): PaperCheck {
  const code = codeText(text);
  if (code === '') return refused('procedure-code-empty');
  if (NATIONAL_PROCEDURE.test(code)) return accepted(code, 'procedure-code-national');
  if (LOCAL_PROCEDURE.test(code)) return accepted(code, 'procedure-code-local');
  const withoutService = code.replace(/\.\d{2}$/u, '');
  if (NATIONAL_PROCEDURE.test(withoutService) || LOCAL_PROCEDURE.test(withoutService)) {
    return refused('procedure-code-service');
  }
  return refused('procedure-code-form');
}
