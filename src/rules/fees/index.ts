// Fees: what a dossier costs, with lines and legal basis, and how it is asked for by transfer.
export * from './amount-in-words.ts';
export * from './fee-asked.ts';
export * from './payment-reference.ts';
export * from './quote.ts';
export * from './tariff.ts';
export * from './vietqr.ts';
