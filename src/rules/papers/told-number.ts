// The number of a dossier as people tell it: read out on the telephone, copied from a message, typed without its dashes.
import { accepted, codeText, type PaperCheck, plain, refused } from './cleaning.ts';
import { DOSSIER, isAgencyCode, parseDossierNumber } from './codes.ts';

/** Letters and digits of a code that is read aloud: none looks like another (no 0/O, 1/I/L). */
const SPOKEN = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** With its two letters before it, whatever its signs; without them only signs that it can have. */
const REQUEST = new RegExp(`^(?:YC(?=[A-Z0-9]{10}$)|(?=[${SPOKEN}]{10}$))(.{5})(.{5})$`, 'u');
/** What people write before a number, and the stop of the sentence it stood in. */
const AROUND = /^["“(]*(?:(?:MÃ|SỐ)(?:SỐ)?(?:HỒSƠ|YÊUCẦU)?:?)?(.*?)[.,;:!?)"”]*$/su;
/** A number in the midst of a message that was pasted whole. */
const WITHIN = /(?<![A-Z0-9])(?:YC-[A-Z0-9]{5}-[A-Z0-9]{5}|[A-Z0-9.]{3,35}-\d{6,8}-\d{4,9})(?![A-Z0-9])/u;
/** Longer, a text is no number. In characters. */
const LONGEST = 60;
/** How many digits the order of the day and the day itself have, where no dash tells. */
const ORDERS = [4, 5, 6, 7, 8, 9] as const;
const DAYS = [6, 8] as const;
/** Groups of an agency's code behind its first: two or three signs each. */
const GROUPS = [3, 2] as const;

/** Only the letters and digits of a spoken code (a look-up secret, the check code of a result), in capitals. */
export function spokenText(text: string): string {
  return codeText(text).replace(/[^A-Z0-9]/gu, '');
}

/**
 * Every number that a person may mean, as it is written on paper: without its dashes and dots, with spaces, with O for 0, with words
 * before or a full stop behind. Usually one; more where the dots of an agency's code can stand in several places; none when it is no
 * number of a dossier.
 */
export function toldNumbers(text: string): readonly string[] {
  const whole = codeText(text);
  const within = () => WITHIN.exec(plain(text).toUpperCase())?.[0];
  const bare = parseDossierNumber(whole) ? whole : (within() ?? whole.replace(AROUND, '$1'));
  if (bare.length > LONGEST) return [];
  const request = REQUEST.exec(bare.replace(/[-.]/gu, ''));
  if (request) return [`YC-${request[1]}-${request[2]}`];
  if (parseDossierNumber(bare)) return [bare];
  const meant = readings(bare)
    .flatMap(([agency, date, order]) => agencies(agency).map((one) => `${one}-${date}-${order}`))
    .filter((one) => parseDossierNumber(one) !== null);
  // A number of another writing is looked for as it stands.
  return [...new Set([...(DOSSIER.test(bare) ? [bare] : []), ...meant])];
}

/** The parts of a number: where its dashes stand, or else where they can stand. */
function readings(bare: string): [agency: string, date: string, order: string][] {
  const parts = bare.split('-');
  if (parts.length === 3) return [[parts[0] ?? '', inDigits(parts[1] ?? ''), inDigits(parts[2] ?? '')]];
  const signs = parts.join('');
  return ORDERS.flatMap((order) =>
    DAYS.map((day): [string, string, string] => [
      signs.slice(0, -day - order),
      inDigits(signs.slice(-day - order, -order)),
      inDigits(signs.slice(-order)),
    ]),
  );
}

function inDigits(text: string): string {
  return text.replace(/O/gu, '0').replace(/[IL]/gu, '1');
}

/** An agency's code with its dots where they stand, or wherever they can stand; its first letter is one, what follows are digits first. */
function agencies(told: string): string[] {
  const tail = told.slice(1);
  const readings = [
    told,
    told.slice(0, 1) + inDigits(tail.slice(0, 2)) + tail.slice(2),
    told.slice(0, 1) + inDigits(tail),
  ];
  return readings.flatMap((one) =>
    one.includes('.') ? [one] : dotted(one.slice(3)).map((rest) => one.slice(0, 3) + rest),
  );
}

function dotted(rest: string, most = 5): string[] {
  if (rest === '') return [''];
  if (most === 0) return [];
  return GROUPS.flatMap((size) =>
    dotted(rest.slice(size), most - 1).map((behind) => `.${rest.slice(0, size)}${behind}`),
  );
}

/** Mã hồ sơ: `000.45.23.H02-230615-0007` or `G09.20-20260609-0092637`, with a real date. */
export function checkDossierNumber(text: string): PaperCheck {
  const code = codeText(text);
  if (code === '') return refused('dossier-number-empty');
  const [told, ...others] = toldNumbers(text).filter((one) => parseDossierNumber(one) !== null);
  if (told && others.length === 0) return accepted(told, 'dossier-number-right');
  const groups = DOSSIER.exec(code)?.groups;
  if (!groups) return refused('dossier-number-form');
  return refused(isAgencyCode(groups.agency ?? '') ? 'dossier-number-date' : 'dossier-number-agency');
}
