// The first of two short transactions of a signing: the number is taken, and with it the mark that a signing is under way.
import type { Ctx } from '../../platform/act.ts';
import { newId, spokenCode } from '../../platform/crypto.ts';
import { unprintable } from '../../platform/pdf/index.ts';
import { dateOf, ok, type Result, type ResultId, refuse } from '../../rules/kernel/index.ts';
import { documentNumber, mayStillIssue } from '../../rules/results/index.ts';
import { ResultFact, resultStream } from './facts.ts';
import { type GivenNumber, type Ground, isHeld } from './given-number.ts';
import { type FrozenPaper, missingValues, type ResultTemplate, type ResultValues } from './papers/index.ts';
import { incomplete, underWay, unprintableResult } from './refusals.ts';
import { insertNumber, lockNumberUnderWay, nextSerial, takeUp } from './store.ts';
import { voidNumber } from './void-number.ts';

/** What a result is made from, all but its number, its day and its check code. */
export interface ResultOrder {
  readonly dossierId: string;
  readonly dossierNumber: string;
  readonly agency: {
    readonly id: string;
    readonly name: string;
    readonly parentBody: string;
    readonly place: string;
  };
  readonly template: ResultTemplate;
  readonly values: ResultValues;
  /** The lines above the signature. */
  readonly signerTitle: readonly string[];
  /** Where anyone checks the paper, for a dossier number and a check code. */
  verifyUrl(dossierNumber: string, code: string): string;
  readonly verifyPlace: string;
}

/** The length of a check code, in letters that can be read aloud. */
const CODE_LENGTH = 8;

export interface TakenNumber {
  readonly given: GivenNumber;
  /** False when the same person is signing this very paper already, in another window or by a press whose answer was lost. */
  readonly ours: boolean;
}

/**
 * Takes a number of the agency's book for a dossier, to be signed by whoever acts; everything the paper will be made from is
 * frozen with it. A number that the same person left behind for the same paper is taken up again; one that nobody has in hand
 * and that no longer fits becomes void. The caller holds the dossier's lock.
 * @param ground what the leader saw; the number is used only while that stands
 * @returns the number; refusals `signing-under-way` (409), `result-incomplete` and `result-unprintable` (422)
 */
export async function takeNumber(ctx: Ctx, order: ResultOrder, ground: Ground): Promise<Result<TakenNumber>> {
  const open = await lockNumberUnderWay(ctx.tx, order.dossierId);
  if (open) {
    const same = open.signer.personId === ctx.actor.personId && open.ground?.proposalId === ground.proposalId;
    if (isHeld(open, ctx.now)) return same ? ok({ given: open, ours: false }) : refuse(underWay(open));
    const today = mayStillIssue(open.reservedAt, ctx.now);
    if (same && today && (await takeUp(ctx.tx, open.id, ctx.now, false)))
      return ok({ given: open, ours: true });
    await voidNumber(ctx, open.id, today ? 'replaced' : 'late');
  }
  return reserve(ctx, order, ground);
}

async function reserve(ctx: Ctx, order: ResultOrder, ground: Ground): Promise<Result<TakenNumber>> {
  const { template, values, agency } = order;
  const missing = new Set(missingValues(template, values));
  const labels = template.inputs.filter((input) => missing.has(input.name)).map((input) => input.label);
  if (labels.length > 0) return refuse(incomplete(labels));
  const strange = unprintable(JSON.stringify(values));
  if (strange.length > 0) return refuse(unprintableResult(strange));
  const { year } = dateOf(ctx.now);
  const serial = await nextSerial(ctx.tx, agency.id, year);
  const given: GivenNumber = {
    id: newId<ResultId>(),
    agencyId: agency.id,
    year,
    serial,
    number: documentNumber(serial, year, template.numberSuffix),
    state: 'reserved',
    dossierId: order.dossierId,
    ground,
    signer: { personId: ctx.actor.personId as string, name: ctx.actor.name },
    reservedAt: ctx.now,
    takenAt: ctx.now,
    tries: 0,
    sha256: null,
    endedAt: null,
    voidWhy: null,
  };
  await insertNumber(ctx.tx, given, frozen(ctx, order, given));
  ctx.announce({
    stream: resultStream(given.id),
    name: ResultFact.NumberReserved,
    data: { dossierId: given.dossierId, agencyId: given.agencyId, number: given.number },
  });
  return ok({ given, ours: true });
}

function frozen(ctx: Ctx, order: ResultOrder, given: GivenNumber): FrozenPaper {
  const code = spokenCode(CODE_LENGTH);
  const { agency, template, values, dossierNumber } = order;
  return {
    template,
    data: {
      head: {
        parentBody: agency.parentBody,
        issuingBody: agency.name,
        place: agency.place,
        serial: documentNumber(given.serial, given.year, ''),
      },
      signedAt: ctx.now,
      dossierNumber,
      values,
      signer: { title: order.signerTitle, name: ctx.actor.name },
      verify: { url: order.verifyUrl(dossierNumber, code), place: order.verifyPlace, code },
    },
  };
}
