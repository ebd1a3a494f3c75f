// The facts a dossier leaves in the journal; `main/subscriptions.ts` wakes others by these names.

export const DossierFact = {
  Submitted: 'dossier.submitted',
  Withdrawn: 'dossier.withdrawn',
  Accepted: 'dossier.accepted',
  Refused: 'dossier.refused',
  SupplementAsked: 'dossier.supplement-asked',
  SupplementAnswered: 'dossier.supplement-answered',
  Taken: 'dossier.taken',
  Proposed: 'dossier.proposed',
  Returned: 'dossier.returned-to-examiner',
  Finished: 'dossier.finished',
  Delivered: 'dossier.delivered',
  FeePaid: 'dossier.fee-paid',
  Read: 'dossier.read',
} as const;

/** The stream on which a dossier's facts are chained. */
export function streamOf(dossierId: string): string {
  return `dossier:${dossierId}`;
}
