// The one-stop slips that a dossier gives out; the module's door re-exports what sites need.
export { type PaperSet, paperSetAt, type SlipKind } from './paper-set.ts';
export { printSlip } from './print.ts';
export type { SlipApplicant, SlipCommon, SlipDossier, SlipHead, SlipSubmitter } from './slip.ts';
export { type FeeState, type ReceivedComponent, renderSlip01, type Slip01Data } from './slip-01-receipt.ts';
export { renderSlip02, type Slip02Data, type SupplementItem } from './slip-02-supplement.ts';
export { renderSlip03, type Slip03Data } from './slip-03-refusal.ts';
