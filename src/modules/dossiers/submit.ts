// The applicant sends the draft: one dossier, whatever is pressed twice. Two round trips in all: the draft is read and the filing counted, then everything is written.
import type { Ctx } from '../../platform/act.ts';
import { newId, spokenCode } from '../../platform/crypto.ts';
import { appointmentOf, checkAll, seal } from '../../rules/forms/index.ts';
import {
  type DossierId,
  dateOf,
  type Language,
  ok,
  type PersonId,
  type Refusal,
  type Result,
  refuse,
} from '../../rules/kernel/index.ts';
import { mayActFor, State } from '../../rules/lifecycle/index.ts';
import type { AgencyTerms, Books } from './books.ts';
import { type DraftToSend, lockToSend } from './drafts-store.ts';
import { DossierFact, streamOf } from './facts.ts';
import { type FeeQuote, NO_FEE } from './fee.ts';
import { citizenWho } from './judged.ts';
import { giveFilingBack, takeFiling } from './quotas.ts';
import { DRAFT_NOT_FOUND, type Incomplete, incomplete } from './refusals.ts';
import { addFromDraft } from './store.ts';

/** What is sent, by whom ctx says. */
export interface Sending {
  readonly draftId: string;
  /** What the sender reads: kept with the dossier, its owner is told in it. */
  readonly language: Language;
}

export interface Submitted {
  readonly dossierId: DossierId;
  /** It had been sent before; nothing was written now. */
  readonly again: boolean;
  readonly fee: FeeQuote;
  readonly agencyId: string;
  readonly submitChannel: string;
}

/** National code of the way it came. */
const ONLINE = 2;

/** What a draft that lacks nothing has. */
type Complete = Record<'agencyId' | 'submitChannel' | 'returnChannel', string>;

/**
 * Sends a draft. Sending again (double click, second tab, a lost answer) leads to the same dossier.
 * Refused with the step to go back to while something is missing, and with `quota-filings` (429) to whoever sends more in an hour than
 * anybody needs.
 */
export async function submitDraft(
  ctx: Ctx,
  { draftId, language }: Sending,
  books: Books,
): Promise<Result<Submitted, Refusal | Incomplete>> {
  const personId = ctx.actor.personId as PersonId | null;
  if (personId === null) return refuse(DRAFT_NOT_FOUND);
  // They travel together; whatever is refused below is not counted.
  const taken = await takeFiling(ctx.tx, personId, ctx.now);
  const draft = await lockToSend(ctx.tx, personId, draftId);
  if (!draft) return refuse(DRAFT_NOT_FOUND);
  const today = dateOf(ctx.now);
  if (draft.dossierId) {
    await giveFilingBack(ctx.tx, personId);
    return ok({
      dossierId: draft.dossierId as DossierId,
      again: true,
      fee: NO_FEE,
      agencyId: draft.agencyId ?? '',
      submitChannel: draft.submitChannel ?? '',
    });
  }
  const who = await citizenWho(ctx.tx, personId, { ...draft, submitterId: '', payerId: '' }, today);
  if (!mayActFor(who, draft.ownerId, null, 'file', today))
    return refuse({ code: 'not-for-this-person', status: 403 });
  const missing = firstMissing(draft, books, today);
  if (missing) return refuse(missing);
  const counted = await taken();
  if (!counted.ok) return counted;

  const { agencyId, submitChannel, returnChannel } = draft as Complete;
  const context = books.formContext(agencyId, draft.procedureId, today);
  const form = draft.formHash ? books.form(draft.formHash) : null;
  const answers = form ? seal(form, draft.answers, context) : draft.answers;
  const fee = books.fee(draft.procedureId, answers, agencyId, today);
  const id = newId<DossierId>();
  const code = spokenCode(10);
  const papers = books
    .components(draft.procedureId, draft.formHash, answers, today)
    .filter((paper) => !paper.presentOnly && !paper.fromForm)
    .map((paper) => paper.key);
  await addFromDraft(ctx.tx, draftId, papers, {
    id,
    requestCode: `YC-${code.slice(0, 5)}-${code.slice(5)}`,
    secret: spokenCode(6),
    procedureId: draft.procedureId,
    formHash: draft.formHash,
    answers,
    ownerId: draft.ownerId as PersonId,
    submitterId: personId,
    submitterName: draft.senderName,
    payerId: draft.ownerId as PersonId,
    ownerName: draft.ownerName,
    ownerPhone: draft.ownerPhone,
    agencyId,
    channel: ONLINE,
    submitChannel,
    returnChannel,
    returnAddress: draft.returnAddress,
    appointment: form && appointmentOf(form, answers),
    language,
    state: State.New,
    fee,
    moneyState: fee.total > 0 ? 'due' : 'none',
    submittedAt: ctx.now,
  });
  ctx.announce({
    stream: streamOf(id),
    name: DossierFact.Submitted,
    data: {
      procedureId: draft.procedureId,
      agencyId,
      formHash: draft.formHash,
      fee: fee.total,
      ownerId: draft.ownerId,
    },
  });
  return ok({ dossierId: id, again: false, fee, agencyId, submitChannel });
}

/** The first thing an unsent draft lacks, with the step where it is mended; null when it can be sent. */
export function firstMissing(
  draft: Pick<
    DraftToSend,
    'procedureId' | 'formHash' | 'agencyId' | 'answers' | 'submitChannel' | 'returnChannel' | 'components'
  >,
  books: Books,
  today: Temporal.PlainDate,
): Incomplete | null {
  if (!draft.agencyId) return incomplete('noi-nop', { code: 'agency-missing' });
  if (!books.agencyInForce(draft.agencyId, today))
    return incomplete('noi-nop', {
      code: 'agency-gone',
      params: { name: formerName(books.agency(draft.agencyId, today)) },
    });
  if (draft.formHash) {
    const context = books.formContext(draft.agencyId, draft.procedureId, today);
    const wrong = checkAll(books.form(draft.formHash), draft.answers, context)[0];
    if (wrong) return incomplete(`thong-tin/${wrong.pageId}`, { code: wrong.code, params: wrong.params });
  }
  const has = new Set(draft.components ?? []);
  const lacking = books
    .components(draft.procedureId, draft.formHash, draft.answers, today)
    .find((paper) => paper.required && !paper.presentOnly && !paper.fromForm && !has.has(paper.key));
  if (lacking) return incomplete('giay-to', { code: 'paper-missing', params: { name: lacking.name } });
  const terms = books.procedure(draft.procedureId);
  if (!draft.submitChannel || !terms.submitChannels.includes(draft.submitChannel))
    return incomplete('hinh-thuc', { code: 'submit-channel-missing' });
  if (!draft.returnChannel || !terms.returnChannels.includes(draft.returnChannel))
    return incomplete('hinh-thuc', { code: 'return-channel-missing' });
  return null;
}

/** Of the agency that was chosen, not of the one that took its place. */
function formerName({ formerly, name }: AgencyTerms): string {
  return formerly === '' ? name : formerly;
}
