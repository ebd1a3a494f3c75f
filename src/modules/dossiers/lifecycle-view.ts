// What the lifecycle table needs to know of a dossier.
import { type DossierView, State } from '../../rules/lifecycle/index.ts';
import { type LockedDossier, openProposalOf, type WholeDossier } from './dossier.ts';

/** The view of a locked dossier. */
export function viewOf(dossier: LockedDossier): DossierView {
  const { state, ownerId, submitterId, payerId, holderId, moneyState, fee, submitChannel } = dossier;
  return {
    state,
    ownerId,
    submitterId,
    payerId,
    holderId,
    proposerId: state === State.InProgress && dossier.proposal ? dossier.proposal.byId : null,
    supplements: dossier.supplementsAsked,
    fee,
    moneyState,
    submitChannel,
  };
}

/** The view of a dossier read with its lists. */
export function viewOfWhole(dossier: WholeDossier): DossierView {
  const asked = dossier.supplements.filter((one) => one.fromState === State.InProgress);
  return viewOf({ ...dossier, proposal: openProposalOf(dossier), supplementsAsked: asked.length });
}
