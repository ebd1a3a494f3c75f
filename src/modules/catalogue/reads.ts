// The catalogue in memory: read on every page, changed a few times a year.
import type { Db } from '../../platform/db.ts';
import type { Period } from '../../rules/calendar/index.ts';
import type { CatalogueFee, DecidedAmount, FeeRule } from '../../rules/fees/index.ts';
import type { FormDefinition } from '../../rules/forms/index.ts';
import { EVERY_PROCEDURE } from './data/forms.ts';
import { type FindQuestion, type Found, finderOf } from './find-procedures.ts';
import type { Procedure, ProcedureComponent } from './procedure.ts';
import { returnChannels, type ServiceLevel } from './service-level.ts';
import { allAssignments, allDecidedFees, allForms, allProcedures } from './store.ts';

export interface FieldCount {
  readonly name: string;
  readonly count: number;
}

export interface Catalogue {
  /** A revision by its id. @throws Error when there is none */
  get(id: string): Procedure;
  /** The revision in force on a day, by code or made slug. */
  bySlug(slug: string, date: Temporal.PlainDate): Procedure | undefined;
  /** All in force on a day. */
  on(date: Temporal.PlainDate): readonly Procedure[];
  /** Words and filters of the find page. */
  find(question: FindQuestion): Found;
  /** Fields that have procedures on a day, the fullest first. */
  fields(date: Temporal.PlainDate): readonly FieldCount[];
  /** The form a procedure is filed with on a day, by its hash: its own, else the general one; null where none is filled in online. */
  formFor(procedure: Pick<Procedure, 'slug' | 'serviceLevel'>, date: Temporal.PlainDate): string | null;
  /** What the province's council decided for a fee, by day. */
  decidedAmounts(fee: string): readonly DecidedAmount[];
  /** @throws Error when there is none */
  form(hash: string): FormDefinition;
}

/** Reads all revisions, forms and decided amounts; an installation that has loaded none yet has an empty catalogue. */
export async function openCatalogue(db: Db): Promise<Catalogue> {
  const [rows, forms, assigned, decided] = await Promise.all([
    allProcedures(db),
    allForms(db),
    allAssignments(db),
    allDecidedFees(db),
  ]);
  const definitions = new Map(forms.map((form) => [form.hash, form.definition as unknown as FormDefinition]));
  return catalogueOf(rows.map(procedureOf), { definitions, assigned, decided });
}

type Row = Awaited<ReturnType<typeof allProcedures>>[number];

/** The source draws an arrow; people read words, and no paper can print it. */
function inWords(period: string): string {
  return period.replace(/ → /gu, ' thì trả vào ');
}

function procedureOf(row: Row): Procedure {
  const processing = row.processing as unknown as Period & { text: string };
  const level = row.service_level as ServiceLevel;
  return {
    id: row.id,
    slug: row.slug,
    code: row.code,
    name: row.name,
    officialName: row.official_name,
    field: row.field,
    levels: row.levels as Procedure['levels'],
    serviceLevel: level,
    audience: row.audience,
    period: { value: processing.value, unit: processing.unit },
    periodText: inWords(processing.text),
    fees: row.fees as unknown as CatalogueFee[],
    feeRule: row.fee_rule as unknown as FeeRule,
    components: row.components as unknown as ProcedureComponent[],
    resultDocument: row.result_document,
    inPerson: row.in_person,
    presenceNote: row.presence_note,
    legalBasis: row.legal_basis,
    submitChannels:
      level >= 3 && !row.channels.includes('online') ? ['online', ...row.channels] : row.channels,
    returnChannels: returnChannels(level, row.in_person, row.valid_from),
    keywords: row.keywords,
    essential: row.essential,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

interface Interval {
  readonly validFrom: string;
  readonly validTo: string | null;
}

interface Beside {
  readonly definitions: ReadonlyMap<string, FormDefinition>;
  readonly assigned: readonly (Interval & { readonly slug: string; readonly formHash: string })[];
  readonly decided: readonly (DecidedAmount & { readonly fee: string })[];
}

function holds({ validFrom, validTo }: Interval, day: string): boolean {
  return validFrom <= day && (validTo === null || day < validTo);
}

/** From this level on a procedure is filed online. */
const ONLINE_LEVEL = 3;

/** The reads over revisions in memory. */
export function catalogueOf(
  procedures: readonly Procedure[],
  { definitions, assigned, decided }: Beside,
): Catalogue {
  const byId = new Map(procedures.map((procedure) => [procedure.id, procedure]));
  const bySlug = Map.groupBy(procedures, (procedure) => procedure.slug);
  const forms = Map.groupBy(assigned, (one) => one.slug);
  const amounts = Map.groupBy(decided, (one) => one.fee);
  const assignedOn = (slug: string, day: string) => forms.get(slug)?.find((one) => holds(one, day))?.formHash;
  const on: Catalogue['on'] = (date) => procedures.filter((procedure) => holds(procedure, date.toString()));
  return {
    get(id) {
      const procedure = byId.get(id);
      if (procedure === undefined) throw new Error(`no procedure ${id}`);
      return procedure;
    },
    bySlug: (slug, date) => bySlug.get(slug)?.find((procedure) => holds(procedure, date.toString())),
    on,
    find: finderOf(on),
    fields: (date) =>
      [...Map.groupBy(on(date), (procedure) => procedure.field)]
        .map(([name, list]) => ({ name, count: list.length }))
        .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'vi')),
    formFor({ slug, serviceLevel }, date) {
      if (serviceLevel < ONLINE_LEVEL) return null;
      const day = date.toString();
      return assignedOn(slug, day) ?? assignedOn(EVERY_PROCEDURE, day) ?? null;
    },
    decidedAmounts: (fee) => amounts.get(fee) ?? [],
    form(hash) {
      const form = definitions.get(hash);
      if (form === undefined) throw new Error(`no form ${hash}`);
      return form;
    },
  };
}
