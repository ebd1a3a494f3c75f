// The catalogue in memory: read on every page, changed a few times a year.
import type { Db } from '../../platform/db.ts';
import type { DecidedAmount } from '../../rules/fees/index.ts';
import type { FormDefinition } from '../../rules/forms/index.ts';
import { inForce, validOn } from '../../rules/kernel/index.ts';
import { EVERY_PROCEDURE } from './data/forms.ts';
import { type FindQuestion, type Found, finderOf } from './find-procedures.ts';
import type { Procedure, Revision } from './procedure.ts';
import { returnChannels } from './service-level.ts';
import {
  type Assignment,
  assignmentsInTable,
  type DecidedFee,
  decidedFeesInTable,
  formDefinitions,
  revisionsInTable,
} from './store.ts';

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
  const [revisions, definitions, assigned, decided] = await Promise.all([
    revisionsInTable(db),
    formDefinitions(db),
    assignmentsInTable(db),
    decidedFeesInTable(db),
  ]);
  return catalogueOf(revisions.map(procedureOf), { definitions, assigned, decided });
}

/** The source draws an arrow; people read words, and no paper can print it. */
function inWords(period: string): string {
  return period.replace(/ → /gu, ' thì trả vào ');
}

/** From this level on a procedure is filed online. */
const ONLINE_LEVEL = 3;

function procedureOf({ processing, channels, provenance: _, from, to, ...same }: Revision): Procedure {
  const { serviceLevel: level, inPerson } = same;
  return {
    ...same,
    period: { value: processing.value, unit: processing.unit },
    periodText: inWords(processing.text),
    submitChannels:
      level >= ONLINE_LEVEL && !channels.includes('online') ? ['online', ...channels] : channels,
    returnChannels: returnChannels(level, inPerson, from),
    validFrom: from,
    validTo: to,
  };
}

interface Beside {
  readonly definitions: ReadonlyMap<string, FormDefinition>;
  readonly assigned: readonly Assignment[];
  readonly decided: readonly DecidedFee[];
}

/** The reads over revisions in memory. */
export function catalogueOf(
  procedures: readonly Procedure[],
  { definitions, assigned, decided }: Beside,
): Catalogue {
  const byId = new Map(procedures.map((procedure) => [procedure.id, procedure]));
  const bySlug = Map.groupBy(procedures, (procedure) => procedure.slug);
  const forms = Map.groupBy(assigned, (one) => one.procedure);
  const amounts = Map.groupBy(decided, (one) => one.fee);
  const amountOf = ({ resolution, ...one }: DecidedFee): DecidedAmount => ({ ...one, basis: resolution });
  const assignedOn = (slug: string, day: string) =>
    forms.get(slug)?.find((one) => inForce(one, day))?.formHash;
  const on: Catalogue['on'] = (date) => procedures.filter((procedure) => validOn(procedure, date.toString()));
  return {
    get(id) {
      const procedure = byId.get(id);
      if (procedure === undefined) throw new Error(`no procedure ${id}`);
      return procedure;
    },
    bySlug: (slug, date) => bySlug.get(slug)?.find((procedure) => validOn(procedure, date.toString())),
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
    decidedAmounts: (fee) => (amounts.get(fee) ?? []).map(amountOf),
    form(hash) {
      const form = definitions.get(hash);
      if (form === undefined) throw new Error(`no form ${hash}`);
      return form;
    },
  };
}
