// The letter before it is sent: made by the same hands as the issued one, kept nowhere. What is not written yet is shown as a gap.
import type { Ctx } from '../../platform/act.ts';
import { ok, type Refusal, type Result, refuse, tidyLines } from '../../rules/kernel/index.ts';
import { type AskedItem, type SupplementRequest, slip02 } from './ask-for-supplement.ts';
import type { Books } from './books.ts';
import type { Dossier } from './dossier.ts';
import { unfitToPrint } from './fit-to-print.ts';
import { printSlip } from './papers/index.ts';
import { type IntakeRefusal, slip03 } from './refuse-intake.ts';

/** What must stand on the letter and is not written yet. */
const GAP = '………………………';
const orGap = (text: string) => tidyLines(text) || GAP;

/** Stands in the list while nothing is asked for. */
const NOT_CHOSEN: AskedItem = { kind: 'component', subject: '', name: GAP, wrong: '', todo: '' };

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
  if (unfit) return refuse(unfit);
  const items = request.items.length > 0 ? request.items : [NOT_CHOSEN];
  const shown = items.map((item) => ({ ...item, wrong: orGap(item.wrong), todo: orGap(item.todo) }));
  return ok(await printSlip('02', slip02({ ...request, items: shown }, dossier, books, by)));
}

/** Mẫu 03 as it would be issued now, as a PDF; refused when a character cannot be printed. */
export async function previewRefusal(
  by: By,
  dossier: Dossier,
  request: Pick<IntakeRefusal, 'reason' | 'legalBasis' | 'advice'>,
  books: Books,
): Promise<Result<Buffer, Refusal>> {
  const unfit = unfitToPrint('reason', request.reason, request.legalBasis, request.advice);
  if (unfit) return refuse(unfit);
  const { reason, legalBasis, advice } = request;
  const shown = { reason: orGap(reason), legalBasis: orGap(legalBasis), advice };
  return ok(await printSlip('03', slip03(shown, dossier, books, by)));
}
