export * from './brand.ts';
export * from './format.ts';
export * from './in-force.ts';
export * from './result.ts';
export * from './sentences.ts';
export * from './text.ts';
export * from './time.ts';
