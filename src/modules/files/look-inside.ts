// Looks inside a PDF before it is kept: what it would do on an official's machine, and how large it would become there.
import { type AsideEnd, aside, threadProgram } from '../../platform/aside.ts';
import type { Verdict } from './pdf/inspect.ts';
import type { Arrived } from './ports.ts';
import { acts, carries, damaged, locked, overpacked, pageless, tooManyPixels, twoKinds } from './refusals.ts';

const PROGRAM = threadProgram(
  import.meta.url,
  './look-inside.thread.ts',
  'modules/files/look-inside.thread.js',
);
/** A full ten megabytes take about a second. */
const BOUNDS = { seconds: 15, megabytes: 512, stays: true };

/** @returns undefined when nothing speaks against it; otherwise the refusal */
export async function faultInside(file: Arrived, name: string) {
  const bytes = await file.read(0, file.size);
  const end: AsideEnd<Verdict> = await aside(PROGRAM, { bytes }, BOUNDS);
  if (end.kind === 'gaveUp') return overpacked(name, end.reason);
  const verdict = end.value;
  switch (verdict.kind) {
    case 'fit':
      return undefined;
    case 'locked':
      return locked(name);
    case 'overpacked':
      return overpacked(name, 'layers or size');
    case 'pixels':
      return tooManyPixels(name, verdict.pixels);
    case 'acts':
      return acts(name, verdict.what);
    case 'carries':
      return carries(name, verdict.what);
    case 'pageless':
      return pageless(name);
    case 'two':
      return twoKinds(name, verdict.what);
    case 'unreadable':
      return damaged(name, verdict.what);
  }
}
