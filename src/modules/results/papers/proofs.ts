// What whoever checks a paper may hold against it.
import { z } from 'zod';
import { maskDay, maskName } from '../../../rules/kernel/index.ts';
import type { FrozenPaper } from './frozen.ts';

/** Facts of a paper, masked, each under the label its template gives it; as the column keeps them. */
export const ProofsJson = z.array(z.strictObject({ label: z.string(), value: z.string() }));
export type Proof = z.infer<typeof ProofsJson>[number];

const MASK = { name: maskName, date: maskDay, text: (text: string) => text } as const;

/** The facts that a paper's template lets be shown to anyone who holds the paper's number and code. */
export function proofsOf({ template, data }: FrozenPaper): Proof[] {
  return template.inputs.flatMap(({ name, label, proof }) => {
    const value = data.values[name];
    if (!proof || typeof value !== 'string' || value.trim() === '') return [];
    return [{ label, value: MASK[proof](value) }];
  });
}
