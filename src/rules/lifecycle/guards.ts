// What may stand against an act just now, each guard with the law or the rule behind it.
import { feeAsked, holdsAcceptance, holdsDelivery, payableAt } from '../fees/fee-asked.ts';
import type { RefusalOf } from '../kernel/index.ts';
import type { vi } from './refusals.vi.ts';
import type { DossierView } from './view.ts';

export type LifecycleRefusal = RefusalOf<typeof vi>;
/** Why not now; null when nothing stands against it. */
export type Guard = (view: DossierView, personId: string) => LifecycleRefusal | null;

const blocked = <C extends LifecycleRefusal>(refusal: C): C => refusal;

export const holdsIt: Guard = (view, personId) =>
  view.holderId === personId ? null : blocked({ code: 'held-by-another', status: 409 });

export const noProposal: Guard = (view) =>
  view.proposerId === null ? null : blocked({ code: 'proposal-waits', status: 409 });

export const hasProposal: Guard = (view) =>
  view.proposerId === null ? blocked({ code: 'no-proposal', status: 409 }) : null;

/** Four eyes: the person who proposes a result is never the person who signs it. */
export const notByProposer: Guard = (view, personId) =>
  view.proposerId === personId ? blocked({ code: 'own-proposal', status: 409 }) : null;

/** Once, complete and in writing; a second request needs the leader's approval (NĐ 61/2018 Điều 17, scored by QĐ 766). */
export const onceOnly: Guard = (view) =>
  view.supplements > 0 ? blocked({ code: 'second-supplement', status: 409 }) : null;

export const paidAtReception: Guard = (view) =>
  holdsAcceptance(view) ? blocked({ code: 'fee-due-at-reception', status: 409 }) : null;

/** A result goes out once its fee has been paid or waived; being late holds nothing back. */
export const paidBeforeResult: Guard = (view) =>
  holdsDelivery(view) ? blocked({ code: 'fee-due-before-result', status: 409 }) : null;

/** Cash is taken when the fee is asked, not before. */
export const askedAtCounter: Guard = (view) => {
  if (payableAt('counter', view)) return null;
  return feeAsked(view).asked === 'later'
    ? blocked({ code: 'fee-asked-later', status: 409 })
    : feeOpen(view, '');
};

/** Something is asked, now or later, that may still be waived. */
export const feeOpen: Guard = (view) => {
  const fee = feeAsked(view);
  if (fee.asked !== 'no') return null;
  return fee.why === 'paid' || fee.why === 'exempt'
    ? blocked({ code: 'fee-settled', status: 409 })
    : blocked({ code: 'fee-nothing-asked', status: 409 });
};

/** The first guard that stands against it speaks. */
export function inOrder(...guards: readonly Guard[]): Guard {
  return (view, personId) => {
    for (const guard of guards) {
      const refusal = guard(view, personId);
      if (refusal) return refusal;
    }
    return null;
  };
}

/** The act that takes away what stands against another, where there is one. */
export function liftedBy({ code }: { readonly code: string }): 'takeFee' | null {
  return code === 'fee-due-at-reception' || code === 'fee-due-before-result' ? 'takeFee' : null;
}
