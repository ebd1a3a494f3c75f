// From a fact to the words of its SMS.
import { readHalfDay } from '../../rules/calendar/index.ts';
import { civil, formatDate, type Language } from '../../rules/kernel/index.ts';
import { ACT_NAMES, ACT_WORDS, recordOf } from '../../rules/lifecycle/index.ts';
import { oneSmsPart, smsParts } from '../../rules/terms/sms.ts';
import { maskName, plain } from './mask-name.ts';
import { SHORT_NAMES } from './short-names.ts';
import type { Template } from './template.ts';
import { en, others as othersEn } from './words.en.ts';
import { others as othersVi, vi } from './words.vi.ts';

type TemplateName = keyof typeof vi;
const TEMPLATES: Readonly<Record<Language, Record<TemplateName, Template>>> = { vi, en };
const OTHERS: Readonly<Record<Language, string>> = { vi: othersVi, en: othersEn };

/** What a notice about a dossier needs to know of it. */
export interface DossierNotice {
  readonly number: string | null;
  readonly requestCode: string;
  readonly ownerName: string;
  /** The body that answers now. */
  readonly agencyName: string;
  /** The body whose place it took, where the dossier was filed; empty when it is the same. */
  readonly formerAgency: string;
  readonly due: Temporal.Instant | null;
  /** When the owner is to come (`halfDayText`); null when not. */
  readonly appointment: string | null;
  /** `electronic`, `post` or `counter`. */
  readonly returnChannel: string;
  /** The message's. */
  readonly language: Language;
}

export interface BillNotice extends DossierNotice {
  /** Whole đồng: what is asked, and what has come of it. */
  readonly amount: number;
  readonly received: number;
  /** Whole đồng that came beyond it now, to be given back. */
  readonly beyond: number;
}

const PART = 160;
const MINUTES = { smallestUnit: 'minute' } as const;

/** An SMS, one GSM-7 part. */
export interface ShortNotice {
  readonly text: string;
  /** The same when it speaks for others too: `{n}` is how many. */
  readonly withOthers: string;
}

/** The SMS for a fact of a dossier; null for a fact that people are not told. */
export function noticeOfDossier(fact: string, dossier: DossierNotice): ShortNotice | null {
  const name = templateOf(fact, dossier);
  if (name !== null) return write(TEMPLATES[dossier.language][name], dossier);
  const told = ACT_NAMES.find((act) => recordOf(act).fact === fact && recordOf(act).tells);
  if (!told) return null;
  const { language } = dossier;
  return write(TEMPLATES[language]['other-act'], dossier, { what: ACT_WORDS[language][told].seen });
}

/** The SMS for a fact of a dossier's bill; null for a fact that people are not told. */
export function noticeOfBill(fact: string, bill: BillNotice): ShortNotice | null {
  const { amount, received, beyond, language } = bill;
  const name = billTemplateOf(fact, bill);
  if (name === null) return null;
  return write(TEMPLATES[language][name], bill, { amount, received, beyond, left: amount - received });
}

/** The sentence for a fact of a bill: money that is to be given back has one of its own, and no money no sentence. */
export function billTemplateOf(fact: string, { beyond }: Pick<BillNotice, 'beyond'>): TemplateName | null {
  if (fact === 'bill.paid' && beyond > 0) return 'bill.paid-over';
  if (fact === 'bill.transfer-suspended' && beyond === 0) return null;
  return isTemplate(fact) ? fact : null;
}

function templateOf(fact: string, { returnChannel, appointment }: DossierNotice): TemplateName | null {
  const specials = [...(appointment === null ? [] : [`${fact}-visit`]), `${fact}-${returnChannel}`];
  const special = specials.find(isTemplate);
  if (special) return special;
  return isTemplate(fact) ? fact : null;
}

function isTemplate(name: string): name is TemplateName {
  return Object.hasOwn(vi, name);
}

function write(
  template: Template,
  dossier: DossierNotice,
  more: { amount?: number; received?: number; beyond?: number; left?: number; what?: string } = {},
): ShortNotice {
  const { says, at } = template({
    name: maskName(dossier.ownerName),
    number: plain(dossier.number ?? dossier.requestCode),
    due: dossier.due ? dueWords(dossier.due) : '',
    visit: visitWords(dossier.appointment),
    amount: money(more.amount),
    received: money(more.received),
    left: money(more.left),
    beyond: money(more.beyond),
    what: plain(more.what ?? ''),
  });
  const where = placeWords(dossier, PART - says.length - at.length - 1);
  const text = oneSmsPart(where === '' ? says : `${says}${at}${where}.`);
  const forOthers = `${says}${OTHERS[dossier.language]}`;
  return { text, withOthers: smsParts(forOthers).parts === 1 ? forOthers : text };
}

function money(amount = 0): string {
  return `${String(amount).replace(/\B(?=(\d{3})+(?!\d))/gu, '.')}d`;
}

function dueWords(due: Temporal.Instant): string {
  const at = civil(due);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(at.hour)}:${two(at.minute)} ${formatDate(at)}`;
}

function visitWords(appointment: string | null): string {
  const halfDay = readHalfDay(appointment);
  if (!halfDay) return '';
  const { opens, closes, date } = halfDay;
  return `${opens.toString(MINUTES)}-${closes.toString(MINUTES)} ${formatDate(date)}`;
}

/** The body of today, the former one in brackets where there is room for it whole. */
function placeWords({ agencyName, formerAgency }: DossierNotice, room: number): string {
  const now = shorten(agencyName, room);
  const former = formerAgency === '' ? '' : ` (truoc la ${shorten(formerAgency, PART)})`;
  return now.length + former.length > room ? now : now + former;
}

/** An office in few letters; when they are still too many, whole words are left out at the end. */
function shorten(agency: string, room: number): string {
  let name = plain(agency);
  for (const [long, short] of SHORT_NAMES) name = name.replace(new RegExp(long, 'giu'), short);
  while (name.length > room && name.includes(' ')) name = name.slice(0, name.lastIndexOf(' '));
  return name.length > room ? '' : name;
}
