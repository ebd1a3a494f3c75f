// The facts a dossier leaves in the journal: those of the acts stand in their records; here are the others.

export const DossierFact = {
  Submitted: 'dossier.submitted',
  FeePaid: 'dossier.fee-paid',
  Read: 'dossier.read',
} as const;

/** The stream on which a dossier's facts are chained. */
export function streamOf(dossierId: string): string {
  return `dossier:${dossierId}`;
}
