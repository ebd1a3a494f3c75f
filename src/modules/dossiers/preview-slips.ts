// The letter before it is sent: made by the same hands as the issued one, kept nowhere.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Refusal, type Result, refuse } from '../../rules/kernel/index.ts';
import { type SupplementRequest, slip02 } from './ask-for-supplement.ts';
import type { Books } from './books.ts';
import type { Dossier } from './dossier.ts';
import { unfitToPrint } from './fit-to-print.ts';
import { renderSlip02, renderSlip03 } from './papers/index.ts';
import { type IntakeRefusal, slip03 } from './refuse-intake.ts';

type By = Pick<Ctx, 'actor' | 'now'>;

/** Mẫu 02 as it would be issued now, as a PDF; refused when a character cannot be printed. */
export async function previewSupplement(
  by: By,
  dossier: Dossier,
  request: Pick<SupplementRequest, 'items' | 'reason' | 'answerPlace'>,
  books: Books,
): Promise<Result<Buffer, Refusal>> {
  const unfit = unfitToPrint(
    'reason',
    request.reason,
    ...request.items.flatMap(({ wrong, todo }) => [wrong, todo]),
  );
  return unfit ? refuse(unfit) : ok(await renderSlip02(slip02(request, dossier, books, by)));
}

/** Mẫu 03 as it would be issued now, as a PDF; refused when a character cannot be printed. */
export async function previewRefusal(
  by: By,
  dossier: Dossier,
  request: Pick<IntakeRefusal, 'reason' | 'legalBasis' | 'advice'>,
  books: Books,
): Promise<Result<Buffer, Refusal>> {
  const unfit = unfitToPrint('reason', request.reason, request.legalBasis, request.advice);
  return unfit ? refuse(unfit) : ok(await renderSlip03(slip03(request, dossier, books, by)));
}
