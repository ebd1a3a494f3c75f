// The find page's question and its answer: words and filters together, and what each filter would still give.
import type { Language } from '../../rules/kernel/index.ts';
import {
  buildIndex,
  CITIZEN_SYNONYMS,
  type SearchDoc,
  type SearchIndex,
  search,
} from '../../rules/terms/search.ts';
import { type Level, procedureDoc } from '../../rules/terms/search-procedures.ts';
import type { Procedure } from './procedure.ts';

export interface FindQuestion {
  readonly q?: string;
  readonly level?: Level;
  readonly field?: string;
  readonly audience?: string;
  readonly serviceLevel?: number;
  readonly date: Temporal.PlainDate;
  /** Of the reasons; Vietnamese when absent. */
  readonly language?: Language;
  /** 20 when absent. */
  readonly limit?: number;
  readonly offset?: number;
}

export interface FoundProcedure {
  readonly procedure: Procedure;
  /** Why it was found; empty when no words were asked. */
  readonly why: string;
}

export interface Found {
  readonly total: number;
  readonly hits: readonly FoundProcedure[];
}

type ProcedureDoc = SearchDoc & { readonly procedure: { readonly id: string; readonly revision: Procedure } };

interface Slice {
  readonly docs: readonly ProcedureDoc[];
  readonly index: SearchIndex<ProcedureDoc>;
}

const vietnamese = new Intl.Collator('vi', { numeric: true });

/** The find of a catalogue; an index is built once for each set of revisions in force together. */
export function finderOf(
  on: (date: Temporal.PlainDate) => readonly Procedure[],
): (question: FindQuestion) => Found {
  const slices = new Map<string, Slice>();
  const sliceOn = (date: Temporal.PlainDate): Slice => {
    const procedures = on(date);
    const key = `${procedures.length} ${procedures
      .map((one) => one.validFrom)
      .sort()
      .at(-1)}`;
    const slice = slices.get(key) ?? sliceOf(procedures);
    slices.set(key, slice);
    return slice;
  };
  return (question) => {
    const { docs, index } = sliceOn(question.date);
    const { limit = 20, offset = 0, q = '', language } = question;
    const fits = (doc: ProcedureDoc) => hasAll(doc.procedure.revision, question);
    const all =
      q.trim() === ''
        ? docs.filter(fits).map((doc) => ({ procedure: doc.procedure.revision, why: '' }))
        : search(index, q, { limit: docs.length, filter: fits, language }).map(({ doc, why }) => ({
            procedure: doc.procedure.revision,
            why,
          }));
    return { total: all.length, hits: all.slice(offset, offset + limit) };
  };
}

function hasAll(procedure: Procedure, { level, field, audience, serviceLevel }: FindQuestion): boolean {
  return (
    (level === undefined || procedure.levels.includes(level)) &&
    (field === undefined || procedure.field === field) &&
    (audience === undefined || procedure.audience.includes(audience)) &&
    (serviceLevel === undefined || procedure.serviceLevel === serviceLevel)
  );
}

/** Without words, what most people come for stands first, then the alphabet. */
function sliceOf(procedures: readonly Procedure[]): Slice {
  const docs = procedures
    .map((one) =>
      procedureDoc({
        id: one.id,
        revision: one,
        code: one.code,
        name: one.name,
        officialName: one.officialName,
        keywords: one.keywords.filter((word) => !/^\d\.\d{6}/u.test(word)),
        formerCodes: one.keywords.filter((word) => /^\d\.\d{6}/u.test(word)),
        essential: one.essential,
        atCommune: one.levels.includes('commune'),
      }),
    )
    .sort((a, b) => (b.popularity ?? 0) - (a.popularity ?? 0) || vietnamese.compare(a.name, b.name));
  return { docs, index: buildIndex(docs, CITIZEN_SYNONYMS) };
}
