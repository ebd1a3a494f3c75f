// Makes dated revisions out of the reference list: who does it, how long it takes and how it is filed, before and since 01/07/2025. Pure.
import { z } from 'zod';
import { type FeeRule, feeRuleFor } from '../../rules/fees/index.ts';
import { fold } from '../../rules/kernel/index.ts';
import { LEVELS, levelsOn, TWO_TIERS_SINCE } from '../../rules/terms/search-procedures.ts';

/** The reference list speaks of 2021 at the earliest (QĐ 645/QĐ-UBND). */
export const CATALOGUE_SINCE = '2021-01-01';

const UNIT = z.enum(['immediate', 'workingHour', 'workingDay', 'calendarDay', 'month']);

export const LISTED_PROCEDURE = z.object({
  code: z.string().nullable(),
  name: z.string(),
  officialName2026: z.string().optional(),
  field: z.string(),
  agencyLevel: z.enum(LEVELS),
  agencyLevelSince20250701: z.array(z.enum(LEVELS)).nullable(),
  serviceLevel: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  audience: z.array(z.string()),
  processing: z.object({ value: z.number(), unit: UNIT, text: z.string().optional() }),
  processing2026: z.object({ value: z.number(), unit: UNIT, text: z.string().optional() }).nullish(),
  channels2026: z.array(z.string()).optional(),
  fees: z.array(
    z.object({
      name: z.string(),
      amountVnd: z.number().nullable(),
      unit: z.string(),
      note: z.string().nullish(),
    }),
  ),
  components: z.array(
    z.object({
      name: z.string(),
      required: z.boolean(),
      originals: z.number(),
      copies: z.number(),
      formCode: z.string().nullable(),
      presentOnly: z.boolean(),
    }),
  ),
  resultDocument: z.string().nullish(),
  resultInPersonRequired: z.boolean(),
  legalBasis: z.array(z.string()),
  keywords: z.array(z.string()).optional(),
  formerCodes: z.array(z.string()).optional(),
  essential06: z.boolean(),
  note: z.string().nullish(),
  provenance: z.record(z.string(), z.unknown()),
});
export type ListedProcedure = z.infer<typeof LISTED_PROCEDURE>;

export interface ListedForm {
  readonly hash: string;
  readonly code: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

export interface ProcedureRow {
  readonly id: string;
  readonly slug: string;
  readonly code: string | null;
  readonly name: string;
  readonly official_name: string;
  readonly field: string;
  readonly levels: readonly string[];
  readonly service_level: number;
  readonly audience: readonly string[];
  readonly processing: object;
  readonly fees: object;
  readonly fee_rule: FeeRule;
  readonly components: object;
  readonly result_document: string;
  readonly in_person: boolean;
  readonly presence_note: string;
  readonly legal_basis: readonly string[];
  readonly channels: readonly string[];
  readonly keywords: readonly string[];
  readonly essential: boolean;
  readonly form_hash: string | null;
  readonly provenance: object;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

/** @param idOf makes the same id for the same revision at every set-up */
export function procedureRows(
  listed: readonly ListedProcedure[],
  forms: readonly ListedForm[],
  idOf: (slug: string, from: string) => string,
): ProcedureRow[] {
  return listed.flatMap((one) => {
    const since = startOf(one.note ?? '');
    const spans: [string, string | null][] = since < TWO_TIERS_SINCE ? [[since, TWO_TIERS_SINCE]] : [];
    spans.push([[since, TWO_TIERS_SINCE].sort()[1] as string, null]);
    return spans.map(([from, to]) => revision(one, forms, from, to, idOf));
  });
}

/** "từ 01/7/2025 …", "ban hành 2022 …" in the note tell when it began. */
function startOf(note: string): string {
  const day = /^từ (\d{1,2})\/(\d{1,2})\/(\d{4})/u.exec(note);
  if (day) return `${day[3]}-${day[2]?.padStart(2, '0')}-${day[1]?.padStart(2, '0')}`;
  const year = /^(?:từ|ban hành) (\d{4})/u.exec(note)?.[1];
  return year === undefined ? CATALOGUE_SINCE : `${year}-01-01`;
}

export function slugOf({ code, name }: Pick<ListedProcedure, 'code' | 'name'>): string {
  return (
    code ??
    fold(name)
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-|-$/gu, '')
      .slice(0, 80)
  );
}

function revision(
  one: ListedProcedure,
  forms: readonly ListedForm[],
  from: string,
  to: string | null,
  idOf: (slug: string, from: string) => string,
): ProcedureRow {
  const slug = slugOf(one);
  const twoTiers = from >= TWO_TIERS_SINCE;
  const inPerson = one.resultInPersonRequired;
  return {
    id: idOf(slug, from),
    slug,
    code: one.code,
    name: one.name,
    official_name: one.officialName2026 ?? '',
    field: one.field,
    levels: levelsOn({ before: one.agencyLevel, since: one.agencyLevelSince20250701 }, from),
    service_level: one.serviceLevel,
    audience: one.audience,
    processing: processingOf((twoTiers ? one.processing2026 : null) ?? one.processing),
    fees: one.fees,
    fee_rule: feeRuleFor(one.code ?? '', one.fees),
    components: one.components.map((component, at) => ({ key: `c${at + 1}`, ...component })),
    result_document: one.resultDocument ?? '',
    in_person: inPerson,
    presence_note: inPerson ? presenceNote(one.note ?? '') : '',
    legal_basis: one.legalBasis,
    channels: (twoTiers ? one.channels2026 : undefined) ?? usualChannels(one.serviceLevel),
    keywords: [...(one.keywords ?? []), ...(one.formerCodes ?? [])],
    essential: one.essential06,
    form_hash: one.serviceLevel >= 3 ? formOn(forms, one.code, from) : null,
    provenance: one.provenance,
    valid_from: from,
    valid_to: to,
  };
}

function processingOf({ value, unit, text }: ListedProcedure['processing']): object {
  return unit === 'immediate'
    ? { value: 0, unit: 'sameDay', text: text ?? 'trong ngày' }
    : { value, unit, text: text ?? `${value} ${UNIT_WORDS[unit]}` };
}

const UNIT_WORDS = {
  workingHour: 'giờ làm việc',
  workingDay: 'ngày làm việc',
  calendarDay: 'ngày',
  month: 'tháng',
} as const;

function presenceNote(note: string): string {
  // What follows the semicolon speaks to the compilers of the list.
  const first = note.split(';')[0] ?? '';
  if (/phải|có mặt/u.test(first)) return `${first.charAt(0).toUpperCase()}${first.slice(1)}.`;
  return 'Người yêu cầu phải có mặt tại cơ quan giải quyết, xuất trình giấy tờ tùy thân để nhận kết quả.';
}

function usualChannels(level: number): string[] {
  return level >= 3 ? ['online', 'post', 'counter'] : ['post', 'counter'];
}

function formOn(forms: readonly ListedForm[], code: string | null, day: string): string | null {
  const holds = (form: ListedForm) =>
    form.valid_from <= day && (form.valid_to === null || day < form.valid_to);
  const own = forms.find((form) => form.code === code && holds(form));
  return (own ?? forms.find((form) => form.code === 'generic' && holds(form)))?.hash ?? null;
}
