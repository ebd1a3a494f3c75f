// The demo people, as the starter wrote them down for the newcomer.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Person = z.object({
  name: z.string(),
  role: z.string().default(''),
  username: z.string().default(''),
  password: z.string().default(''),
  phone: z.string().default(''),
  note: z.string().default(''),
});
export type Person = z.infer<typeof Person>;

/** Reads `demo-people.json` of the state folder; nobody when it is not there. */
export function demoPeople(varDir: string): Person[] {
  try {
    return z.array(Person).parse(JSON.parse(readFileSync(join(varDir, 'demo-people.json'), 'utf8')));
  } catch {
    return [];
  }
}

/** The person whose given name (last word) it is. */
export function personCalled(people: readonly Person[], given: string): Person | undefined {
  return people.find((person) => person.name.normalize('NFC').split(' ').at(-1) === given);
}
