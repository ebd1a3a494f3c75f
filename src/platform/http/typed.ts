// What a browser posts or asks, as people typed it: read in one way at the edge, for every box of every site.
import { parse } from 'node:querystring';
import { z } from 'zod';
import { asTyped, LONGEST_KEPT } from '../../rules/kernel/index.ts';

/**
 * The fields of an urlencoded body or of a query: nothing invisible, one kind of space, plain digits, composed letters. What is longer
 * than any box has room for is cut, for its box to tell, before anything is searched, kept or shown again.
 */
export function readFields(text: string): Record<string, unknown> {
  const read = (value: string) => asTyped(value.slice(0, LONGEST_KEPT + 1));
  const fields = Object.entries(parse(text));
  return Object.fromEntries(
    fields.map(([name, value]) => [name, Array.isArray(value) ? value.map(read) : read(value ?? '')]),
  );
}

/** One box: its last text when it was sent twice, cut at `most` characters, empty when it was not sent. */
export function boxOf(most: number) {
  return z.preprocess(
    (sent) => (Array.isArray(sent) ? sent.at(-1) : sent),
    z
      .string()
      .catch('')
      .transform((text) => text.slice(0, most)),
  );
}
