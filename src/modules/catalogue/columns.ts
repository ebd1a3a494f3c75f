// From columns to objects, once: JSON is checked here, and nothing above the stores sees how a row looks.
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { CatalogueProcedure } from '../../../db/schema.ts';
import type { FeeRule } from '../../rules/fees/index.ts';
import type { FormDefinition } from '../../rules/forms/index.ts';
import { LEVELS } from '../../rules/terms/search-procedures.ts';
import type { Revision } from './procedure.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const level = z.enum(LEVELS);
const serviceLevel = z.literal([1, 2, 3, 4]);

const period = z.object({
  value: z.number(),
  unit: z.enum(['sameDay', 'workingHour', 'workingDay', 'calendarDay', 'month']),
  text: z.string(),
});

const fees = z.array(
  z.object({
    name: z.string(),
    amountVnd: z.int().min(0).nullable(),
    unit: z.string(),
    note: z.string().nullish(),
  }),
);

const components = z.array(
  z.object({
    key: z.string(),
    name: z.string(),
    required: z.boolean(),
    originals: z.number(),
    copies: z.number(),
    formCode: z.string().nullable(),
    presentOnly: z.boolean(),
  }),
);

// Made by rules/fees itself when the procedure was loaded.
const feeRule = z.custom<FeeRule>(
  (value) => isObject(value) && Array.isArray(value.items),
  'no rule of fees',
);

// Checked whole when it was loaded, by the rules of that day; it is kept as it was asked then.
const definition = z.custom<FormDefinition>(
  (value) => isObject(value) && Array.isArray(value.pages),
  'no form',
);

/** @throws ZodError when a column holds what is none of it */
export function revisionOf(row: Selectable<CatalogueProcedure>): Revision {
  return {
    id: row.id,
    slug: row.slug,
    code: row.code,
    name: row.name,
    officialName: row.official_name,
    field: row.field,
    levels: row.levels.map((one) => level.parse(one)),
    serviceLevel: serviceLevel.parse(row.service_level),
    audience: row.audience,
    processing: period.parse(row.processing),
    fees: fees.parse(row.fees),
    feeRule: feeRule.parse(row.fee_rule),
    components: components.parse(row.components),
    resultDocument: row.result_document,
    inPerson: row.in_person,
    presenceNote: row.presence_note,
    legalBasis: row.legal_basis,
    channels: row.channels,
    keywords: row.keywords,
    essential: row.essential,
    provenance: isObject(row.provenance) ? row.provenance : {},
    from: row.valid_from,
    to: row.valid_to,
  };
}

/** @throws ZodError for what is no form */
export function definitionOf(json: unknown): FormDefinition {
  return definition.parse(json);
}
