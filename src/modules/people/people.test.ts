// One row per person, whichever of their numbers is asked for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { act, SYSTEM } from '../../platform/act.ts';
import { ok } from '../../rules/kernel/index.ts';
import { findOrCreatePerson, findPersonByNumber, updateContact } from './index.ts';

const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => test.drop());

const someone = { fullName: ' Hoàng   Thị Em ', birthDate: '1991-03-04', phone: '+84912000001', email: '' };
const make = (number: string) =>
  act({ db: test.db, actor: SYSTEM, now }, async (ctx) =>
    ok(await findOrCreatePerson(ctx, { ...someone, number })),
  );

describe('people', () => {
  it('keeps a new person with a tidy name and the sex the number tells', async () => {
    await make('024191000101');
    expect(await findPersonByNumber(test.db, '024191000101')).toMatchObject({
      fullName: 'Hoàng Thị Em',
      sex: 'nữ',
      personalId: '024191000101',
      cmnd: null,
    });
  });

  it('finds a person by CMND as well', async () => {
    await make('121456789');
    expect(await findPersonByNumber(test.db, '121456789')).toMatchObject({
      cmnd: '121456789',
      personalId: null,
    });
  });

  it('makes one row when two ask at once', async () => {
    const both = await Promise.all([make('024091000102'), make('024091000102')]);
    const ids = both.map((result) => (result.ok ? result.value.id : 'refused'));
    expect(ids[0]).toBe(ids[1]);
  });

  it('changes a contact without writing it into the journal', async () => {
    const made = await make('024091000103');
    if (!made.ok) throw new Error('refused');
    const { id } = made.value;
    await act({ db: test.db, actor: SYSTEM, now }, (ctx) =>
      updateContact(ctx, id, { phone: '+84987654321' }),
    );
    expect((await findPersonByNumber(test.db, '024091000103'))?.phone).toBe('+84987654321');
    const facts = await test.db
      .selectFrom('journal.fact')
      .select(['name', 'body'])
      .where('stream', '=', `person:${id}`)
      .execute();
    expect(facts.map((fact) => fact.name)).toEqual(['person.registered', 'person.contact-changed']);
    expect(facts.map((fact) => fact.body).join()).not.toContain('987654321');
  });

  it('says so when there is no such person', async () => {
    const done = await act({ db: test.db, actor: SYSTEM, now }, (ctx) =>
      updateContact(ctx, '00000000-0000-7000-8000-000000000000', { email: 'x@y.vn' }),
    );
    expect(done).toMatchObject({ ok: false, refusal: { status: 404 } });
  });
});
