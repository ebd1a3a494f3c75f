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
