// A paper frozen as data before it is made: template and values as they were when its number was taken, so that whoever makes
// it, whenever, makes the same bytes.
import { z } from 'zod';
import type { ResultPaperData } from './result-paper.ts';
import { parseResultTemplate, type ResultTemplate } from './template.ts';

export interface FrozenPaper {
  readonly template: ResultTemplate;
  readonly data: ResultPaperData;
}

const Row = z.record(z.string(), z.string());
const Json = z.strictObject({
  template: z.unknown(),
  data: z.strictObject({
    head: z.strictObject({
      parentBody: z.string().optional(),
      issuingBody: z.string(),
      place: z.string(),
      serial: z.string(),
    }),
    signedAt: z.string().transform((text) => Temporal.Instant.from(text)),
    dossierNumber: z.string(),
    values: z.record(z.string(), z.string().or(z.array(Row))),
    signer: z.strictObject({ title: z.array(z.string()).optional(), name: z.string() }),
    verify: z.strictObject({ url: z.string(), place: z.string(), code: z.string() }),
  }),
});

/** As the column keeps it. */
export function frozenJson(paper: FrozenPaper): string {
  return JSON.stringify(paper);
}

/** Back from the column. @throws for anything `frozenJson` did not write */
export function readFrozen(json: unknown): FrozenPaper {
  const { template, data } = Json.parse(json);
  return { template: parseResultTemplate(template), data };
}
