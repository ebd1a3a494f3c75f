// A result's row in one digest: the fact of its issue carries it, so that whoever changes the row afterwards is found.
import { sha256 } from '../../platform/crypto.ts';
import type { Proof } from './papers/index.ts';

/** Everything that is shown of a result, to its owner or to whoever checks it. */
export interface Sealed {
  readonly dossierNumber: string;
  readonly number: string;
  readonly title: string;
  readonly agencyName: string;
  readonly signerName: string;
  readonly signedAt: Temporal.Instant;
  readonly checkCode: string;
  readonly proofs: readonly Proof[];
  readonly sha256: string;
}

/** The digest of what is shown of a result. */
export function sealOf(row: Sealed): string {
  return sha256(
    JSON.stringify([
      row.dossierNumber,
      row.number,
      row.title,
      row.agencyName,
      row.signerName,
      // As exactly as the column keeps it.
      row.signedAt.toString({ smallestUnit: 'microsecond' }),
      row.checkCode,
      row.proofs.map(({ label, value }) => [label, value]),
      row.sha256,
    ]),
  );
}
