// What a dossier costs, line by line with the legal basis; the rule is data, so a new circular or council resolution is a new row.
import { type Answers, type Condition, compileCondition, rowsOf, type Value } from '../forms/index.ts';
import { formatMoney, inForce, type Money, money } from '../kernel/index.ts';

/** How the dossier is filed; some fees are lower online. */
export type FeeChannel = 'online' | 'counter' | 'post';

interface ItemBase {
  readonly name: string;
  /** The instrument that sets the amount. */
  readonly basis: string;
  readonly when?: Condition;
  readonly channels?: readonly FeeChannel[];
  /** First day in force (ISO), inclusive. */
  readonly validFrom?: string;
  /** First day no longer in force (ISO), exclusive. */
  readonly validTo?: string;
}

/** One amount per dossier; null while the province's council decides and the agency has not said. */
export interface FixedItem extends ItemBase {
  readonly kind: 'fixed';
  readonly amount: number | null;
  /** The sentence for the person while the amount is open. */
  readonly openBecause?: string;
}

/** An amount for each of a number that the form asks ("8.000 đ/bản"). */
export interface PerUnitItem extends ItemBase {
  readonly kind: 'perUnit';
  readonly amount: number | null;
  /** Key of the number in the answers. */
  readonly count: string;
}

/** Pages in tiers, under a cap for each copy, times the copies, for each row of a repeated field. */
export interface PagesItem extends ItemBase {
  readonly kind: 'pages';
  readonly rows: string;
  readonly title: string;
  readonly pages: string;
  readonly copies: string;
  /** Price of a page up to and including page `upTo`; the last tier has none. */
  readonly tiers: readonly { readonly upTo?: number; readonly amount: number }[];
  readonly capPerCopy: number;
}

export type FeeItem = FixedItem | PerUnitItem | PagesItem;

export interface FeeRule {
  /** When it is collected if it is not zero. */
  readonly when: 'reception' | 'return';
  readonly items: readonly FeeItem[];
}

export interface FeeLine {
  readonly name: string;
  readonly quantity: number;
  readonly unitAmount: Money;
  readonly amount: Money;
  readonly basis: string;
}

export interface Quote {
  readonly lines: readonly FeeLine[];
  /** Sum of the lines that are decided. */
  readonly total: Money;
  /** `free`: nothing to pay and nothing undecided, so no payment page. */
  readonly when: 'reception' | 'return' | 'free';
  /** Why a part of the fee is not known yet. */
  readonly undecided?: string;
}

export interface QuoteContext {
  readonly channel: FeeChannel;
  /** The day whose tariff holds: the day of filing. */
  readonly date: Temporal.PlainDate;
}

/** Number of rows, copies or pages that no form of ours exceeds; a larger answer is a fault, not a bill. */
const LARGEST_COUNT = 100_000;

/** The fee of these answers under a rule. Unanswered counts cost nothing yet. Amounts in đồng. */
export function quote(rule: FeeRule, answers: Answers, { channel, date }: QuoteContext): Quote {
  const today = date.toString();
  const items = rule.items.filter((item) => applies(item, answers, channel, today));
  const lines = items.flatMap((item) => linesOf(item, answers)).filter((line) => line.quantity > 0);
  const open = items.filter(
    (item) => item.kind !== 'pages' && item.amount === null && countOf(item, answers) > 0,
  );
  const total = money(lines.reduce((sum, line) => sum + line.amount, 0));
  const when = total === 0 && open.length === 0 ? 'free' : rule.when;
  if (open.length === 0) return { lines, total, when };
  return { lines, total, when, undecided: open.map(undecidedReason).join(' ') };
}

/** The quote in a few words: "24.000 đ", "Không mất phí", or what is still open. */
export function quoteText({ total, when, undecided }: Quote): string {
  if (when === 'free') return 'Không mất phí';
  if (!undecided) return formatMoney(total);
  return total > 0 ? `${formatMoney(total)}. ${undecided}` : undecided;
}

/** An amount that a province's council decided for a fee left to it, and while it holds. */
export interface DecidedAmount {
  /** Whole đồng. */
  readonly amount: number;
  /** The resolution. */
  readonly basis: string;
  /** First day in force (ISO), inclusive. */
  readonly from: string;
  /** First day no longer in force (ISO), exclusive; null: none. */
  readonly to: string | null;
}

/**
 * The rule with amounts that the province's council decided, by the item's name; each holds on its own days, between them the
 * amount is open. Items that a circular already fixed keep their amount.
 */
export function withDecidedAmounts(
  rule: FeeRule,
  decided: (fee: string) => readonly DecidedAmount[],
): FeeRule {
  return { ...rule, items: rule.items.flatMap((item) => decidedItems(item, decided)) };
}

/** The decided amount in force on a day (ISO), if there is one. */
export function amountOn(decided: readonly DecidedAmount[], day: string): DecidedAmount | undefined {
  return decided.find((one) => inForce(one, day));
}

/** Whether the amount of a fee is left to the province's council. */
export function isLeftToCouncil(item: FeeItem): boolean {
  return item.kind !== 'pages' && item.amount === null && !(item.kind === 'fixed' && item.openBecause);
}

const NEVER = '9999-12-31';

function decidedItems(item: FeeItem, decided: (fee: string) => readonly DecidedAmount[]): FeeItem[] {
  if (!isLeftToCouncil(item)) return [item];
  const own = [...decided(item.name)].sort((a, b) => (a.from < b.from ? -1 : 1));
  const last = item.validTo ?? NEVER;
  const items: FeeItem[] = [];
  let open = item.validFrom ?? '';
  for (const { amount, basis, from, to } of own) {
    const [first, end] = [from > open ? from : open, (to ?? NEVER) < last ? (to ?? NEVER) : last];
    if (first >= end) continue;
    if (open < first) items.push(during(item, open, first));
    items.push(during({ ...item, amount, basis } as FeeItem, first, end));
    open = end;
  }
  return open < last ? [...items, during(item, open, last)] : items;
}

function during(item: FeeItem, from: string, to: string): FeeItem {
  const { validFrom: _from, validTo: _to, ...rest } = item;
  return { ...rest, ...(from && { validFrom: from }), ...(to < NEVER && { validTo: to }) };
}

function applies(item: FeeItem, answers: Answers, channel: FeeChannel, today: string): boolean {
  if (item.channels && !item.channels.includes(channel)) return false;
  if (item.validFrom && today < item.validFrom) return false;
  if (item.validTo && today >= item.validTo) return false;
  return !item.when || compileCondition(item.when, () => 'whole')({ whole: answers, today });
}

function linesOf(item: FeeItem, answers: Answers): FeeLine[] {
  if (item.kind === 'pages') return rowsOf(answers, item.rows).map((row) => pagesLine(item, row.answers));
  if (item.amount === null) return [];
  return [line(item, item.name, countOf(item, answers), item.amount)];
}

function countOf(item: FixedItem | PerUnitItem, answers: Answers): number {
  return item.kind === 'fixed' ? 1 : whole(answers[item.count]);
}

function pagesLine(item: PagesItem, row: Answers): FeeLine {
  const pages = whole(row[item.pages]);
  const perCopy = Math.min(item.capPerCopy, tiered(item.tiers, pages));
  const title = row[item.title];
  const name = typeof title === 'string' ? `${item.name}: ${title} (${pages} trang)` : item.name;
  return line(item, name, pages === 0 ? 0 : whole(row[item.copies]), perCopy);
}

function tiered(tiers: PagesItem['tiers'], pages: number): number {
  let priced = 0;
  let sum = 0;
  for (const { upTo = Number.POSITIVE_INFINITY, amount } of tiers) {
    const here = Math.max(0, Math.min(pages, upTo) - priced);
    sum += here * amount;
    priced += here;
  }
  return sum;
}

function line(item: FeeItem, name: string, quantity: number, unitAmount: number): FeeLine {
  return {
    name,
    quantity,
    unitAmount: money(unitAmount),
    amount: money(quantity * unitAmount),
    basis: item.basis,
  };
}

function whole(value: Value | undefined): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
    ? Math.min(value, LARGEST_COUNT)
    : 0;
}

function undecidedReason(item: FeeItem): string {
  if (item.kind === 'fixed' && item.openBecause) return item.openBecause;
  return `${item.name}: mức thu do Hội đồng nhân dân tỉnh quy định, cơ quan giải quyết sẽ thông báo.`;
}
