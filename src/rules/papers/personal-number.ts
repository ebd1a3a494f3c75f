// Numbers of people: personal number (CCCD), the old identity card (CMND), social insurance (BHXH).
import {
  accepted,
  type CheckContext,
  doubted,
  isDigits,
  type PaperCheck,
  refused,
  ungrouped,
} from './cleaning.ts';
import { type Disagreement, vi } from './words.vi.ts';

/** The exact sentence of an empty identity number field. */
export const EMPTY_ID_SENTENCE = vi['id-empty'];

/** Since this day an old identity card is no longer a valid paper (Luật Căn cước 2023, Điều 46). */
export const CMND_VALID_BEFORE = '2025-01-01';

// Province codes of Thông tư 07/2016/TT-BCA, annex 1. Births registered abroad carry a country code, so this list only warns.
const PROVINCES = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 ' +
    '040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 ' +
    '083 084 086 087 089 091 092 093 094 095 096'
  ).split(' '),
);

/** What a personal number says about its holder. */
export interface PersonalNumberFacts {
  readonly place: string;
  readonly sex: 'nam' | 'nữ';
  readonly birthYear: number;
}

/** Facts within a 12-digit personal number. @returns null when it is not 12 digits */
export function readPersonalNumber(number: string): PersonalNumberFacts | null {
  if (!/^\d{12}$/u.test(number)) return null;
  const centurySex = Number(number[3]);
  return {
    place: number.slice(0, 3),
    sex: centurySex % 2 === 0 ? 'nam' : 'nữ',
    birthYear: 1900 + Math.floor(centurySex / 2) * 100 + Number(number.slice(4, 6)),
  };
}

function declaredSex(sex: string | undefined): 'nam' | 'nữ' | null {
  const word = sex?.normalize('NFC').trim().toLowerCase();
  if (word === 'nam' || word === 'male' || word === 'm') return 'nam';
  if (word === 'nữ' || word === 'nu' || word === 'female' || word === 'f') return 'nữ';
  return null;
}

function disagreement(facts: PersonalNumberFacts, { sex, birthYear, today }: CheckContext): Disagreement {
  const declared = declaredSex(sex);
  return {
    ...(declared && declared !== facts.sex && { sex: facts.sex }),
    ...(birthYear !== undefined && birthYear !== facts.birthYear && { year: facts.birthYear }),
    ...(today && facts.birthYear > Temporal.PlainDate.from(today).year && { futureYear: facts.birthYear }),
    ...(!PROVINCES.has(facts.place) && { place: facts.place }),
  };
}

/** Số định danh cá nhân / CCCD: 12 digits; a disagreement with what is declared is a warning, for the officer to decide. */
export function checkCccd(text: string, context: CheckContext = {}): PaperCheck {
  const number = ungrouped(text);
  if (number === '') return refused('id-empty');
  if (!isDigits(number)) return refused('cccd-not-digits');
  if (number.length === 9) return refused('cccd-old-number');
  const facts = readPersonalNumber(number);
  if (!facts) return refused('cccd-length', { typed: number.length });
  const found = disagreement(facts, context);
  return Object.keys(found).length > 0
    ? doubted(number, 'cccd-disagrees', found)
    : accepted(number, 'cccd-right');
}

/** Số CMND: 9 digits; accepted in history and as an alias, with a warning since it is no longer a valid paper. */
export function checkCmnd(text: string, context: CheckContext = {}): PaperCheck {
  const number = ungrouped(text);
  if (number === '') return refused('id-empty');
  if (!isDigits(number)) return refused('cmnd-not-digits');
  if (number.length === 12) return refused('cmnd-new-number');
  if (number.length !== 9) return refused('cmnd-length', { typed: number.length });
  if (context.today && Temporal.PlainDate.compare(context.today, CMND_VALID_BEFORE) < 0) {
    return accepted(number, 'cmnd-right');
  }
  return doubted(number, 'cmnd-out-of-use');
}

/** Mã số BHXH: 10 digits, or the 12-digit personal number that takes its place. */
export function checkBhxh(text: string, context: CheckContext = {}): PaperCheck {
  const number = ungrouped(text);
  if (number === '') return refused('bhxh-empty');
  if (!isDigits(number)) return refused('bhxh-not-digits');
  if (number.length === 12) return checkCccd(number, context);
  if (number.length === 10) return accepted(number, 'bhxh-right');
  return refused('bhxh-length', { typed: number.length });
}
