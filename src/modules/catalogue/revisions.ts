// Makes dated revisions out of the reference list: who does it, how long it takes and how it is filed, before and since 01/07/2025. Pure.
import { z } from 'zod';
import { shapes } from '../../platform/data/index.ts';
import { feeRuleFor } from '../../rules/fees/index.ts';
import { fold } from '../../rules/kernel/index.ts';
import { LEVELS, levelsOn, TWO_TIERS_SINCE } from '../../rules/terms/search-procedures.ts';
import type { Revision } from './procedure.ts';

const { aside, anyText, day, dong, flag, is, list, members, oneOf, shaped, text, whole } = shapes;

/** For whom a procedure is; the find page filters by it. */
export const AUDIENCES = ['citizen', 'business', 'agency'] as const;

const PROCESSING = members({
  value: z.number(is('số')).min(0, 'phải là số từ 0.'),
  unit: oneOf(['immediate', 'workingHour', 'workingDay', 'calendarDay', 'month']),
  text: text.optional(),
});

/** A procedure as a data file lists it. */
export const LISTED_PROCEDURE = members({
  code: shaped(
    /^\d\.\d{6}$/u,
    'mã thủ tục viết như 1.001193 (một chữ số, dấu chấm, sáu chữ số), hoặc null khi chưa có mã',
  ).nullable(),
  name: text,
  officialName2026: text.optional(),
  field: text,
  field2026: aside,
  agencyLevel: oneOf(LEVELS),
  agencyLevelSince20250701: list(oneOf(LEVELS)).nullable(),
  serviceLevel: z.literal([1, 2, 3, 4], is('mức độ 1, 2, 3 hoặc 4')),
  audience: list(oneOf(AUDIENCES)),
  processing: PROCESSING,
  processing2026: PROCESSING.nullish(),
  channels2026: list(oneOf(['online', 'post', 'counter'])).optional(),
  fees: list(members({ name: text, amountVnd: dong.nullable(), unit: text, note: anyText.nullish() })),
  components: list(
    members({
      name: text,
      required: flag,
      originals: whole,
      copies: whole,
      formCode: text.nullable(),
      presentOnly: flag,
    }),
  ),
  resultDocument: anyText.nullish(),
  resultInPersonRequired: flag,
  legalBasis: list(text),
  keywords: list(text).optional(),
  formerCodes: list(text).optional(),
  essential06: flag,
  note: anyText.nullish(),
  /** First day on which this holds. A row that holds across 01/07/2025 makes one revision for each division of powers. */
  validFrom: day,
  /** First day on which it no longer holds. */
  validTo: day.optional(),
  provenance: z.record(z.string(), z.unknown()).default({}),
  decreeSet: aside,
  resultCodes2026: aside,
  legalBasisCrawl2026: aside,
  essential06Item: aside,
  relatedCodes: aside,
});
export type ListedProcedure = z.infer<typeof LISTED_PROCEDURE>;

/**
 * The revisions that a listed procedure stands for: one, or two when it holds across the day on which the districts ended.
 * @param until first day on which another row of the same procedure holds, or null
 * @param idOf makes the same id for the same revision at every load
 */
export function revisionsOf(
  one: ListedProcedure,
  until: string | null,
  idOf: (slug: string, from: string) => string,
): Revision[] {
  const { validFrom: from, validTo: to = null } = one;
  const reaches = (end: string | null) => end === null || end > TWO_TIERS_SINCE;
  if (from >= TWO_TIERS_SINCE || !reaches(to) || !reaches(until)) return [revision(one, from, to, idOf)];
  return [revision(one, from, TWO_TIERS_SINCE, idOf), revision(one, TWO_TIERS_SINCE, to, idOf)];
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
  from: string,
  to: string | null,
  idOf: (slug: string, from: string) => string,
): Revision {
  const slug = slugOf(one);
  const twoTiers = from >= TWO_TIERS_SINCE;
  const inPerson = one.resultInPersonRequired;
  return {
    id: idOf(slug, from),
    slug,
    code: one.code,
    name: one.name,
    officialName: one.officialName2026 ?? '',
    field: one.field,
    levels: levelsOn({ before: one.agencyLevel, since: one.agencyLevelSince20250701 }, from),
    serviceLevel: one.serviceLevel,
    audience: one.audience,
    processing: processingOf((twoTiers ? one.processing2026 : null) ?? one.processing),
    fees: one.fees,
    feeRule: feeRuleFor(one.code ?? '', one.fees),
    components: one.components.map((component, at) => ({ key: `c${at + 1}`, ...component })),
    resultDocument: one.resultDocument ?? '',
    inPerson,
    presenceNote: inPerson ? presenceNote(one.note ?? '') : '',
    legalBasis: one.legalBasis,
    channels: (twoTiers ? one.channels2026 : undefined) ?? usualChannels(one.serviceLevel),
    keywords: [...(one.keywords ?? []), ...(one.formerCodes ?? [])],
    essential: one.essential06,
    provenance: one.provenance,
    from,
    to,
  };
}

function processingOf({ value, unit, text }: ListedProcedure['processing']): Revision['processing'] {
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
