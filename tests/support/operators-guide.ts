// What docs/operate/data.md tells of the members of a kind, to be held against the schema that reads them.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const GUIDE = readFileSync(new URL('../../docs/operate/data.md', import.meta.url), 'utf8');

/** The text under a heading, up to the next one. */
export function partOf(heading: string): string {
  const at = GUIDE.indexOf(`\n${heading}\n`);
  if (at < 0) throw new Error(`docs/operate/data.md has no ${heading}`);
  const text = GUIDE.slice(at + heading.length + 2);
  return text.slice(0, /^##/mu.exec(text)?.index);
}

/** Members that a table names, each with whether it must stand. */
export function tableOf(heading: string): Record<string, boolean> {
  const rows = [...partOf(heading).matchAll(/^\| `(\w+)` \| (yes|–) \|/gmu)];
  return Object.fromEntries(rows.map(([, name, must]) => [name, must === 'yes']));
}

/** Members of a schema, each with whether it must stand; what is for people alone is left out. */
export function membersOf(schema: z.ZodObject): Record<string, boolean> {
  return Object.fromEntries(
    Object.entries(schema.shape)
      .filter(([, member]) => !isAside(member))
      .map(([name, member]) => [name, !z.safeParse(member as z.ZodType, undefined).success]),
  );
}

function isAside(member: z.core.$ZodType): boolean {
  return member instanceof z.ZodOptional && member.unwrap() instanceof z.ZodUnknown;
}

/** Every member's name within members, and every word out of which one has to be chosen. */
export function wordsWithin(schema: z.core.$ZodType): Set<string> {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return wordsWithin(schema.unwrap());
  if (schema instanceof z.ZodArray) return wordsWithin(schema.element);
  if (schema instanceof z.ZodUnion) return new Set(schema.options.flatMap((one) => [...wordsWithin(one)]));
  if (schema instanceof z.ZodPipe) return wordsWithin(schema.in);
  if (schema instanceof z.ZodEnum) return new Set(schema.options.map(String));
  if (schema instanceof z.ZodLiteral) return new Set([...schema.values].map(String));
  if (!(schema instanceof z.ZodObject)) return new Set();
  return new Set(
    Object.entries(schema.shape)
      .filter(([, member]) => !isAside(member))
      .flatMap(([name, member]) => [name, ...wordsWithin(member)]),
  );
}

/** Words of a schema that the part under a heading does not show as code. */
export function untold(heading: string, schema: z.core.$ZodType): string[] {
  const told = new Set(
    [...partOf(heading).matchAll(/`([^`]*)`/gu)].flatMap(([, code = '']) => code.split(/[^\w-]+/u)),
  );
  return [...wordsWithin(schema)].filter((word) => !told.has(word));
}
