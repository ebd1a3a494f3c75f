// A dossier as if it had been sent and worked on, for tests of pages that only read it.
import { newId } from '../../src/platform/crypto.ts';
import type { Db } from '../../src/platform/db.ts';

export interface SentDossier {
  id: string;
  requestCode: string;
  secret: string;
}

/** Puts a dossier of a person at a procedure and an agency; `over` sets single columns. */
export async function sentDossier(
  db: Db,
  input: {
    personId: string;
    procedureId: string;
    agencyId: string;
    at: string;
    over?: Record<string, unknown>;
  },
): Promise<SentDossier> {
  const id = newId();
  const requestCode = `YC-${id.slice(0, 5).toUpperCase()}-${id.slice(-5).toUpperCase()}`;
  const at = Temporal.Instant.from(input.at);
  const row = {
    id,
    request_code: requestCode,
    secret: 'ABC234',
    procedure_id: input.procedureId,
    answers: '{}',
    owner_id: input.personId,
    submitter_id: input.personId,
    payer_id: input.personId,
    submitter_name: 'Nguyễn Văn An',
    owner_name: 'Nguyễn Văn An',
    owner_phone: '+84912345678',
    agency_id: input.agencyId,
    channel: 2,
    submit_channel: 'online',
    return_channel: 'electronic',
    state: 1,
    held_since: at,
    submitted_at: at,
    ...input.over,
  };
  await db.insertInto('dossiers.dossier').values(row).execute();
  return { id, requestCode, secret: 'ABC234' };
}
