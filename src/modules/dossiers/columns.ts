// From columns to objects, once: JSON is checked here, and nothing above the store sees how a row looks.
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { DossiersDossier } from '../../../db/schema.ts';
import { type Answers, isAnswers } from '../../rules/forms/index.ts';
import { type DossierId, LANGUAGES, type PersonId } from '../../rules/kernel/index.ts';
import { ACT_NAMES, stateOf } from '../../rules/lifecycle/index.ts';
import type { Dossier, WholeDossier } from './dossier.ts';
import { type FeeQuote, NO_FEE } from './fee.ts';

const answers = z.custom<Answers>(isAnswers, 'not answers of a form');

const fee = z.object({
  lines: z
    .array(
      z.object({
        name: z.string(),
        quantity: z.number(),
        unitAmount: z.number(),
        amount: z.number(),
        basis: z.string(),
      }),
    )
    .default([]),
  total: z.number().int().default(0),
  when: z.enum(['free', 'reception', 'return']).default('free'),
  online: z.boolean().default(false),
  undecided: z.string().optional(),
});

const moneyState = z.enum(['none', 'due', 'paid', 'exempt']);
const deliveryState = z.enum(['none', 'ready', 'delivered']);

const language = z.enum(LANGUAGES);

const moment = z.string().transform((text) => Temporal.Instant.from(text));
const state = z.number().transform(stateOf);

const file = z.object({
  id: z.string(),
  component: z.string(),
  sha256: z.string(),
  name: z.string(),
  mime: z.string(),
  size: z.number(),
});

const result = z.object({
  template: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.array(z.record(z.string(), z.string()))])),
});

const proposal = z
  .object({
    id: z.string(),
    at: moment,
    by_id: z.string(),
    by_name: z.string(),
    note: z.string(),
    result,
    returned_at: moment.nullable(),
    returned_why: z.string(),
  })
  .transform(({ by_id, by_name, returned_at, returned_why, ...rest }) => ({
    ...rest,
    byId: by_id,
    byName: by_name,
    returnedAt: returned_at,
    returnedWhy: returned_why,
  }));

const supplement = z
  .object({
    id: z.string(),
    seq: z.number(),
    from_state: state,
    from_holder: z.string().nullable(),
    asked_at: moment,
    reason: z.string(),
    answered_at: moment.nullable(),
    note: z.string(),
    answers: answers.nullable(),
    due_before: moment.nullable(),
    due_after: moment.nullable(),
    items: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['component', 'field']),
        subject: z.string(),
        name: z.string(),
        wrong: z.string(),
        todo: z.string(),
      }),
    ),
    files: z.array(file),
  })
  .transform(({ from_state, from_holder, asked_at, answered_at, due_before, due_after, ...rest }) => ({
    ...rest,
    fromState: from_state,
    fromHolder: from_holder,
    askedAt: asked_at,
    answeredAt: answered_at,
    dueBefore: due_before,
    dueAfter: due_after,
  }));

const parts = z.object({
  files: z.array(
    file
      .extend({ supplement_id: z.string().nullable() })
      .transform(({ supplement_id, ...rest }) => ({ ...rest, supplementId: supplement_id })),
  ),
  papers: z.array(
    z
      .object({ id: z.string(), kind: z.enum(['01', '02', '03']), issued_at: moment })
      .transform(({ id, kind, issued_at }) => ({ id, kind, issuedAt: issued_at })),
  ),
  hops: z.array(
    z
      .object({
        seq: z.number(),
        at: moment,
        act: z.enum(ACT_NAMES),
        from_name: z.string(),
        to_name: z.string(),
        note: z.string(),
      })
      .transform(({ from_name, to_name, ...rest }) => ({ ...rest, from: from_name, to: to_name })),
  ),
  proposals: z.array(proposal),
  supplements: z.array(supplement),
});

/** Answers from their column. @throws ZodError when the column holds something else */
export const answersOf = (column: unknown): Answers => answers.parse(column);
/** The language from its column. @throws ZodError when the column holds something else */
export const languageOf = (column: string) => language.parse(column);
/** The frozen quote from its column. @throws ZodError when the column holds something else */
export const feeOf = (column: unknown): FeeQuote => ({ ...NO_FEE, ...fee.parse(column) });
/** The open proposal of a row that carries it as JSON, or null. */
export const proposalOf = (column: unknown) => proposal.nullable().parse(column);
/** A supplement of a row that carries it as JSON, or null. */
export const supplementOf = (column: unknown) => supplement.nullable().parse(column);
/** Files of a row that carries them as JSON. */
export const filesOf = (column: unknown) => z.array(file).parse(column);

/** A dossier from its row. @throws ZodError or RangeError when a column holds what it cannot */
export function dossierOf(row: Selectable<DossiersDossier>): Dossier {
  return {
    id: row.id as DossierId,
    version: row.version,
    requestCode: row.request_code,
    number: row.number,
    secret: row.secret,
    procedureId: row.procedure_id,
    formHash: row.form_hash,
    answers: answersOf(row.answers),
    ownerId: row.owner_id as PersonId,
    submitterId: row.submitter_id as PersonId,
    submitterName: row.submitter_name,
    payerId: row.payer_id as PersonId,
    ownerName: row.owner_name,
    ownerPhone: row.owner_phone,
    agencyId: row.agency_id,
    submitChannel: row.submit_channel,
    returnChannel: row.return_channel,
    returnAddress: row.return_address,
    appointment: row.appointment,
    language: languageOf(row.language),
    state: stateOf(row.state),
    fee: feeOf(row.fee),
    moneyState: moneyState.parse(row.money_state),
    moneyPaidAt: row.money_paid_at,
    deliveryState: deliveryState.parse(row.delivery_state),
    holderId: row.holder_id,
    heldSince: row.held_since,
    submittedAt: row.submitted_at,
    acceptedAt: row.accepted_at,
    dueOriginal: row.due_original,
    dueCurrent: row.due_current,
    dueWhy: row.due_why,
    finishedAt: row.finished_at,
    deliveredAt: row.delivered_at,
  };
}

/** A dossier with its lists, from a row that carries them as JSON. */
export function wholeOf(
  row: Selectable<DossiersDossier> & Record<keyof z.input<typeof parts>, unknown>,
): WholeDossier {
  return { ...dossierOf(row), ...parts.parse(row) };
}
