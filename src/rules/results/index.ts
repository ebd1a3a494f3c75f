// The law of result documents: who signs in which words, which number and which day stand on them.
export * from './issue-day.ts';
export * from './number.ts';
export * from './signing-block.ts';
