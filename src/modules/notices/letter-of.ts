// From a fact to the words of a notice that has room: e-mail, post. What happened is said by the act's line in the owner's history.
import { halfDayInWords, readHalfDay } from '../../rules/calendar/index.ts';
import { formatInstant, formatMoney, type Language } from '../../rules/kernel/index.ts';
import { ACT_NAMES, ACT_WORDS, recordOf } from '../../rules/lifecycle/index.ts';
import { en } from './letter.en.ts';
import { vi } from './letter.vi.ts';
import { type BillNotice, billTemplateOf, type DossierNotice, noticeOfDossier } from './notice-of.ts';

export interface Letter {
  readonly subject: string;
  /** Paragraphs, with an empty line between. */
  readonly text: string;
  /** The same when it speaks for others too: `{n}` is how many. */
  readonly withOthers: string;
}

const WORDS = { vi, en } as const satisfies Record<Language, typeof vi>;

/** The letter for a fact of a dossier; null for a fact that people are not told. */
export function letterOfDossier(fact: string, dossier: DossierNotice): Letter | null {
  if (noticeOfDossier(fact, dossier) === null) return null;
  const { language } = dossier;
  const act = ACT_NAMES.find((one) => recordOf(one).fact === fact);
  return write(dossier, act ? ACT_WORDS[language][act].seen : WORDS[language].sent, fact);
}

/** The letter for a fact of a dossier's bill; null for a fact that people are not told. */
export function letterOfBill(fact: string, bill: BillNotice): Letter | null {
  const name = billTemplateOf(fact, bill);
  const { bills } = WORDS[bill.language];
  const say = name && Object.hasOwn(bills, name) ? bills[name as keyof typeof bills] : undefined;
  const amount = name === 'bill.part-paid' ? bill.amount - bill.received : bill.amount;
  return say ? write(bill, say(formatMoney(amount), formatMoney(bill.beyond))) : null;
}

function write(dossier: DossierNotice, what: string, fact = ''): Letter {
  const visit = readHalfDay(dossier.appointment);
  const words = WORDS[dossier.language];
  const number = dossier.number ?? dossier.requestCode;
  const due = dossier.due && words.due(formatInstant(dossier.due, dossier.language));
  const lines = [
    words.greeting(dossier.ownerName),
    words.happened(number, what),
    due,
    fact === 'dossier.submitted' && visit ? words.visit(halfDayInWords(visit, dossier.language)) : null,
    words.agency(dossier.agencyName, dossier.formerAgency),
    words.where,
  ];
  const paragraphs = (all: readonly (string | null)[]) => all.filter((line) => line !== null).join('\n\n');
  return {
    subject: words.subject(number),
    text: paragraphs(lines),
    withOthers: paragraphs([...lines.slice(0, -1), words.others, words.where]),
  };
}
