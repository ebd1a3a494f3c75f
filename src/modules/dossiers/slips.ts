// The data of the papers a dossier gives out, frozen when they are issued; the PDF is made from it whenever it is asked for.

import type { Db } from '../../platform/db.ts';
import { ok, type Refusal, type Result, refuse } from '../../rules/kernel/index.ts';
import type { AgencyTerms, Books, ProcedureTerms } from './books.ts';
import type { Dossier } from './dossier.ts';
import { printSlip, type SlipCommon, type SlipSubmitter } from './papers/index.ts';
import { findPaper } from './parts-store.ts';
import { NOT_FOUND } from './refusals.ts';

/** What every slip says first. `number` is the request code while no number has been issued. */
export function slipCommon(
  dossier: Pick<Dossier, 'number' | 'requestCode' | 'ownerName' | 'ownerPhone'>,
  procedure: ProcedureTerms,
  agency: AgencyTerms,
  books: Books,
  at: Temporal.Instant,
  number = dossier.number ?? dossier.requestCode,
): SlipCommon {
  return {
    head: { parentBody: agency.name, desk: agency.desk, place: agency.place },
    dossier: {
      number,
      trackUrl: books.trackUrl(number),
      request: procedure.name,
      applicant: { name: dossier.ownerName, phone: dossier.ownerPhone.replace(/^\+84/u, '0') },
    },
    at,
  };
}

/** Who handed it in, and in what way, where a slip has room for the signature. */
export function submitterOn(
  dossier: Pick<Dossier, 'submitterName' | 'submittedAt' | 'submitChannel'>,
): SlipSubmitter {
  return {
    name: dossier.submitterName,
    ...(dossier.submitChannel === 'online' && { filedOnlineAt: dossier.submittedAt }),
    ...(dossier.submitChannel === 'post' && { byPost: true }),
  };
}

const MOMENTS = new Set(['at', 'receivedAt', 'dueAt', 'answerBy', 'filedOnlineAt']);

// JSON keeps moments as text; these keys hold moments.
function revive(key: string, value: unknown): unknown {
  return MOMENTS.has(key) && typeof value === 'string' ? Temporal.Instant.from(value) : value;
}

export interface PaperFile {
  readonly kind: '01' | '02' | '03';
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Makes the PDF of an issued paper again: same data, same bytes. The caller has checked who asks. */
export async function paperFile(
  db: Db,
  dossierId: string,
  paperId: string,
): Promise<Result<PaperFile, Refusal>> {
  const row = await findPaper(db, dossierId, paperId);
  if (!row) return refuse(NOT_FOUND);
  const data = JSON.parse(JSON.stringify(row.data), revive) as never;
  const kind = row.kind as PaperFile['kind'];
  const names = { '01': 'giay-tiep-nhan', '02': 'phieu-yeu-cau-bo-sung', '03': 'phieu-tu-choi' };
  return ok({ kind, fileName: `${names[kind]}.pdf`, bytes: await printSlip(kind, data) });
}
