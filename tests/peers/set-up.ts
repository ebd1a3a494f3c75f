// Starts the real components of a run once, and hands their addresses to the tests.
import type { TestProject } from 'vitest/node';
import { type Swift, startSwift } from './swift.ts';

declare module 'vitest' {
  interface ProvidedContext {
    swift: Omit<Swift, 'stop'>;
  }
}

export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...swift } = await startSwift();
  project.provide('swift', swift);
  return stop;
}
