// The demo people are there once, can sign in, and write nothing twice.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';
import { createIdentity, startSignIn } from '../modules/identity/index.ts';
import { checkNewPassword } from '../modules/identity/password-rule.ts';
import { check } from '../rules/papers/index.ts';
import { loadDemo } from './demo.ts';

const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => test.drop());

it('loads five people, and again changes nothing', async () => {
  const people = await loadDemo(test.db, now);
  expect(people.map((person) => person.name.split(' ').at(-1))).toEqual(['An', 'Bình', 'Chi', 'Dũng', 'Em']);
  const count = () =>
    test.db
      .selectFrom('journal.fact')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
  const before = await count();
  expect(await loadDemo(test.db, now)).toEqual(people);
  expect(await count()).toEqual(before);
});

it('gives everyone a valid number, phone and a password the rule accepts, and lets them in', async () => {
  const identity = createIdentity({ db: test.db, secret: 's', phoneOwner: { check: async () => 'match' } });
  for (const person of await loadDemo(test.db, now)) {
    const official = person.username.includes('.');
    if (!official) expect(check('cccd', person.username, { birthYear: 1990, sex: 'nam' }).ok).toBe(true);
    expect(check('phone', person.phone).ok).toBe(true);
    expect(
      checkNewPassword(person.password, person.password, { username: person.username, birthDate: '' }).ok,
    ).toBe(true);
    const typed = { binding: person.username, kind: official ? 'official' : 'citizen', ...person } as const;
    expect((await startSignIn(identity, typed, { now, address: '127.0.0.1', language: 'vi' })).ok).toBe(true);
  }
});
