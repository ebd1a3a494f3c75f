// Fees: what a dossier costs, with lines and legal basis.
export * from './quote.ts';
export * from './tariff.ts';
