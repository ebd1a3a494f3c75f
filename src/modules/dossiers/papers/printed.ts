// The slips, as the threads load them.
import { renderSlip01 } from './slip-01-receipt.ts';
import { renderSlip02 } from './slip-02-supplement.ts';
import { renderSlip03 } from './slip-03-refusal.ts';

export const PAPERS = { '01': renderSlip01, '02': renderSlip02, '03': renderSlip03 };
