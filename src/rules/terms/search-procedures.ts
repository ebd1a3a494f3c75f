// Procedures as things to be found: their codes, old and new, and how likely it is that someone comes for them.
import type { SearchDoc } from './search-index.ts';

/** What the catalogue knows of a procedure that matters for finding it. */
export interface FindableProcedure {
  /** The code, or a made id where none is known. */
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly officialName?: string | undefined;
  readonly formerCodes?: readonly string[] | undefined;
  readonly keywords?: readonly string[] | undefined;
  /** One of the 25 essential services of Đề án 06. */
  readonly essential?: boolean | undefined;
  readonly atCommune?: boolean | undefined;
}

const FIRST_ACT =
  /^(?:đăng ký|cấp|chứng thực|công nhận|giải quyết)(?! (?:lại|đổi|thay đổi|chấm dứt|giải thể|bổ sung|điều chỉnh|cập nhật))/iu;
const SPECIAL_CASE = /yếu tố nước ngoài|khu vực biên giới|lưu động|cấp trung ương|gốc Việt Nam/iu;

/**
 * A procedure as a document of the index. Among equals the first act stands before its changes and special cases, what the
 * commune does before what is done farther away.
 */
export function procedureDoc<P extends FindableProcedure>(
  procedure: P,
): SearchDoc & { readonly procedure: P } {
  const { id, code, name, formerCodes = [], keywords = [], officialName } = procedure;
  const codes =
    code === null ? [] : [code, ...formerCodes.flatMap((former) => former.match(/\d\.\d{6}/u) ?? [])];
  const extra = officialName !== undefined && officialName !== '' ? [officialName] : [];
  return { id, name, codes, keywords: [...keywords, ...extra], popularity: popularity(procedure), procedure };
}

function popularity({ name, essential, atCommune }: FindableProcedure): number {
  const points =
    (essential ? 3 : 0) +
    (atCommune ? 2 : 0) +
    (FIRST_ACT.test(name) ? 3 : 0) +
    (SPECIAL_CASE.test(name) ? 0 : 2);
  return points / 10;
}

export const LEVELS = ['commune', 'district', 'province', 'ministry'] as const;
export type Level = (typeof LEVELS)[number];

/** The day on which the districts ended (Luật Tổ chức chính quyền địa phương 2025). */
export const TWO_TIERS_SINCE = '2025-07-01';

export interface LevelsByDate {
  /** Who did it until 30/6/2025. */
  readonly before: Level;
  /** Who does it since; null where not known. */
  readonly since: readonly Level[] | null;
}

/** The levels that do a procedure on a day (ISO). Where the new division is not known, the old level stands. */
export function levelsOn({ before, since }: LevelsByDate, day: string): readonly Level[] {
  return day < TWO_TIERS_SINCE ? [before] : (since ?? [before]);
}

/** Does asking for a level on a day mean this procedure? Asking for the district always means the division of before 1/7/2025. */
export function isAtLevel(levels: LevelsByDate, level: Level, day: string): boolean {
  return level === 'district' ? levels.before === 'district' : levelsOn(levels, day).includes(level);
}
