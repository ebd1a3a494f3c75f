// Sending a draft: the dossier and, where its fee is asked at once and can be paid on the portal, its bill; both or neither.
import {
  type Books,
  type Incomplete,
  type Sending,
  type Submitted,
  submitDraft,
} from '../modules/dossiers/index.ts';
import { type ActInput, act, type Ctx } from '../platform/act.ts';
import { payableAt } from '../rules/fees/index.ts';
import type { Refusal, Result } from '../rules/kernel/index.ts';
import { State } from '../rules/lifecycle/index.ts';
import { billOnPortal, type PayeeOf } from './dossier-bill.ts';

export interface SubmitDeps {
  /** What the acts look up, as in force. */
  readonly books: Books;
  /** The account that takes an agency's fees. */
  readonly payeeOf: PayeeOf;
}

/**
 * Sends a draft in an act of its own. Sending again leads to the same dossier.
 * @returns refusals of `submitDraft`; an `Incomplete` one names the step where it is mended
 */
export function submit(
  by: ActInput,
  sending: Sending,
  deps: SubmitDeps,
): Promise<Result<Submitted, Refusal | Incomplete>> {
  return act(by, (ctx) => submitIn(ctx, sending, deps));
}

async function submitIn(
  ctx: Ctx,
  sending: Sending,
  { books, payeeOf }: SubmitDeps,
): Promise<Result<Submitted>> {
  const sent = await submitDraft(ctx, sending, books);
  if (!sent.ok || sent.value.again) return sent;
  const { dossierId: id, agencyId, fee, submitChannel } = sent.value;
  const dossier = { id, agencyId, fee, submitChannel, moneyState: 'due', state: State.New } as const;
  if (!payableAt('portal', dossier)) return sent;
  const billed = await billOnPortal(ctx, dossier, payeeOf);
  // Without an account the fee is paid at the desk: that must not keep anybody from filing.
  return billed.ok || billed.refusal.code === 'bill-no-account' ? sent : billed;
}
