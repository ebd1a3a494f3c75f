// The desk accepts: the number is issued once, here, with Mẫu 01 and the legal due date (NĐ 118/2025; TT 03/2025/TT-VPCP).
import type { Ctx } from '../../platform/act.ts';
import { deadline } from '../../rules/calendar/index.ts';
import { feeAsked } from '../../rules/fees/index.ts';
import { civil, dateOf, instantOf, ok, type Result } from '../../rules/kernel/index.ts';
import type { AgencyTerms, Books, ProcedureTerms } from './books.ts';
import { deliveryWords } from './delivery.ts';
import type { Dossier } from './dossier.ts';
import type { ActRequest } from './judged.ts';
import type { Slip01Data } from './papers/index.ts';
import { fileCounts } from './parts-store.ts';
import { perform } from './perform.ts';
import { slipCommon, submitterOn } from './slips.ts';
import { nextNumber } from './store.ts';

export interface Accepted {
  readonly number: string;
  readonly due: Temporal.Instant;
  readonly why: string;
  readonly paperId: string;
}

/**
 * Issues the number, Mẫu 01 and the due date.
 * @returns refusals of `perform`; `fee-due-at-reception` (409) while a fee that is paid online at reception is open
 */
export async function accept(ctx: Ctx, request: ActRequest, books: Books): Promise<Result<Accepted>> {
  const done = await perform(ctx, 'accept', request, async (dossier) => {
    const procedure = books.procedure(dossier.procedureId);
    const agency = books.agency(dossier.agencyId, dateOf(ctx.now));
    const count = deadline({
      acceptedAt: civil(ctx.now),
      period: procedure.period,
      pauses: [],
      calendar: agency.calendar,
      policy: agency.policy,
    });
    const due = instantOf(count.due);
    const number = await nextNumber(ctx.tx, agency.code, dateOf(ctx.now));
    const promise = { number, due, why: count.why };
    return ok({
      value: promise,
      change: { number, acceptedAt: ctx.now, dueOriginal: due, dueCurrent: due, dueWhy: count.why },
      slip: await slip01({ ctx, dossier, procedure, agency, books, ...promise }),
      data: { number, due: due.toString() },
    });
  });
  return done.ok ? ok({ ...done.value.value, paperId: done.value.paperId ?? '' }) : done;
}

interface SlipInput {
  ctx: Ctx;
  dossier: Dossier;
  procedure: ProcedureTerms;
  agency: AgencyTerms;
  books: Books;
  number: string;
  due: Temporal.Instant;
  why: string;
}

async function slip01({
  ctx,
  dossier,
  procedure,
  agency,
  books,
  number,
  due,
  why,
}: SlipInput): Promise<Slip01Data> {
  const counted = await fileCounts(ctx.tx, dossier.id);
  const papers = books.components(dossier.procedureId, dossier.formHash, dossier.answers, dateOf(ctx.now));
  const { fee } = dossier;
  return {
    ...slipCommon(dossier, procedure, agency, books, ctx.now, number),
    components: papers
      .filter((paper) => paper.fromForm || counted.has(paper.key))
      .map((paper) => ({
        name: paper.name,
        originals: 0,
        copies: 0,
        files: paper.fromForm ? 1 : (counted.get(paper.key) ?? 0),
      })),
    sets: 1,
    period: procedure.periodText,
    receivedAt: ctx.now,
    dueAt: due,
    dueWhy: [why],
    deliverAt: deliveryWords(dossier, agency),
    fee: {
      lines: fee.lines.map(({ name, amount }) => ({ name, amount })),
      state: feeState(dossier, ctx.now),
    },
    secretCode: dossier.secret,
    trackPlace: books.trackUrl('').replace(/\?.*$/u, ''),
    submitter: submitterOn(dossier),
    receiver: { name: ctx.actor.name },
  };
}

function feeState(dossier: Dossier, now: Temporal.Instant): Slip01Data['fee']['state'] {
  const fee = feeAsked(dossier);
  if (fee.asked !== 'no')
    return { kind: 'due', when: fee.before === 'result' ? 'khi nhận kết quả' : 'khi tiếp nhận' };
  if (fee.why === 'paid' || fee.why === 'exempt') return { kind: fee.why, at: dossier.moneyPaidAt ?? now };
  return { kind: 'free' };
}
