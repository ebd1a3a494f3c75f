// On whose behalf: who may do what in whose matter. Owner (whose matter), submitter (who sent it) and payer are three people who
// may differ; guardians, delegates of an organisation and helpers act by a mandate, a dated row that names its acts.
import { inForce } from '../kernel/index.ts';

/** What the applicant's side does with a matter. */
export const CITIZEN_ACTS = ['file', 'read', 'pay', 'answerSupplement', 'withdraw'] as const;
export type CitizenAct = (typeof CITIZEN_ACTS)[number];

/** What a mandate makes of its holder (Bộ luật Dân sự 2015, Điều 136, 138: guardian by law, delegate by authorisation). */
export const MANDATE_KINDS = ['guardian', 'delegate', 'helper'] as const;
export type MandateKind = (typeof MANDATE_KINDS)[number];

/** That one person may act for another, from a day to a day. */
export interface Mandate {
  readonly personId: string;
  readonly subjectId: string;
  readonly kind: MandateKind;
  /** Narrower than its kind; null = all that the kind may. */
  readonly acts: readonly CitizenAct[] | null;
  /** First day, ISO. */
  readonly from: string;
  /** First day no longer, ISO; null = open. */
  readonly to: string | null;
}

/** The people of a dossier. */
export interface Parties {
  readonly ownerId: string;
  readonly submitterId: string;
  readonly payerId: string;
}

export interface ActingPerson {
  readonly personId: string;
  readonly mandates: readonly Mandate[];
}

const MAY: Readonly<Record<'owner' | 'submitter' | 'payer' | MandateKind, readonly CitizenAct[]>> = {
  owner: CITIZEN_ACTS,
  // Whoever sent it for another goes on to the end with it, in the other's name.
  submitter: CITIZEN_ACTS,
  payer: ['pay'],
  guardian: CITIZEN_ACTS,
  delegate: CITIZEN_ACTS,
  // A helper types for a neighbour; taking the matter back is the neighbour's own word.
  helper: ['file', 'read', 'pay', 'answerSupplement'],
};

/**
 * May this person do this in this subject's matter on this day? The only comparison of persons in the product.
 * @param subjectId whose matter it is
 * @param dossier the people of the dossier; null while there is only a draft
 * @param at the day in Vietnam
 */
export function mayActFor(
  person: ActingPerson,
  subjectId: string,
  dossier: Parties | null,
  act: CitizenAct,
  at: Temporal.PlainDate,
): boolean {
  if (dossier && dossier.ownerId !== subjectId) return false;
  const { personId } = person;
  if (personId === '') return false;
  if (personId === subjectId && MAY.owner.includes(act)) return true;
  if (dossier?.submitterId === personId && MAY.submitter.includes(act)) return true;
  if (dossier?.payerId === personId && MAY.payer.includes(act)) return true;
  return person.mandates.some((one) => covers(one, person.personId, subjectId, act, at.toString()));
}

function covers(
  mandate: Mandate,
  personId: string,
  subjectId: string,
  act: CitizenAct,
  day: string,
): boolean {
  return (
    mandate.personId === personId &&
    mandate.subjectId === subjectId &&
    MAY[mandate.kind].includes(act) &&
    (mandate.acts === null || mandate.acts.includes(act)) &&
    inForce(mandate, day)
  );
}
