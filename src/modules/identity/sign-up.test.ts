// A citizen's way to an account (S-03 to S-07, S-11), and every way it may end instead.
import { describe, expect, it } from 'vitest';
import { databaseOfFile } from '../../../tests/support/database.ts';
import {
  codeTo,
  e164,
  provedSignUp,
  someone,
  startedSignUp,
  testIdentity,
  textsTo,
} from '../../../tests/support/identity.ts';
import { said } from '../../../tests/support/said.ts';
import { findSignUp, provePhone, setFirstPassword, startSignUp } from './index.ts';
import { verifyPassword } from './password-hash.ts';

const test = databaseOfFile();

const GOOD = { password: 'Cau-7-mua-he', confirmation: 'Cau-7-mua-he' };
const started = () => startedSignUp(test.db);
const proved = () => provedSignUp(test.db);
const rows = (table: 'identity.sign_up' | 'identity.challenge' | 'notices.message' | 'identity.account') =>
  test.db
    .selectFrom(table)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
    .then((row) => row.n);
const everything = () =>
  Promise.all([rows('identity.sign_up'), rows('identity.challenge'), rows('notices.message')]);

describe('starting a sign-up', () => {
  it('keeps the sign-up and sends one SMS, unaccented, in one part, naming the masked account', async () => {
    const { identity, id, phone, fields, clock } = await started();
    const texts = await textsTo(test.db, phone);
    expect(texts).toHaveLength(1);
    const masked = `024****${fields.idNumber.slice(-3)}`;
    expect(texts[0]).toMatch(/^\d{6} la ma OTP dang ky tai khoan /u);
    expect(texts[0]).toContain(masked);
    expect(texts[0]).toMatch(/^[\x20-\x7e]{1,160}$/u);
    const view = await findSignUp(identity.db, id, clock.now());
    expect(view).toMatchObject({ state: 'checked', maskedPhone: `091****${fields.phone.slice(-3)}` });
  });

  it('keeps the code only as a keyed digest', async () => {
    const { phone } = await started();
    const code = await codeTo(test.db, phone);
    const row = await test.db
      .selectFrom('identity.challenge')
      .selectAll()
      .where('phone', '=', phone)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(code);
    expect(row.code_hash.length).toBeGreaterThan(40);
  });

  for (const [answer, code, sentence] of [
    ['mismatch', 'owner-mismatch', /chưa khớp/u],
    ['unknownNumber', 'phone-not-in-service', /Không nhà mạng nào/u],
    ['unavailable', 'owner-unavailable', /thử lại sau ít phút/u],
  ] as const) {
    it(`leaves nothing half-made when the telephone company answers ${answer}`, async () => {
      const kit = testIdentity(test.db);
      kit.telco.answer = answer;
      const before = await everything();
      const result = await startSignUp(kit.identity, someone(), kit.moment());
      expect(result).toMatchObject({ ok: false, refusal: { code } });
      expect(said(result)).toMatch(sentence);
      expect(await everything()).toEqual(before);
    });
  }

  it('does not trouble the telephone company with a wrong form', async () => {
    const kit = testIdentity(test.db);
    await startSignUp(kit.identity, { ...someone(), idNumber: '' }, kit.moment());
    expect(kit.telco.asked).toBe(0);
  });

  it('asks the telephone company at most five times an hour for one number, then says until when', async () => {
    const kit = testIdentity(test.db);
    kit.telco.answer = 'mismatch';
    const fields = someone();
    for (let i = 0; i < 5; i++) await startSignUp(kit.identity, fields, kit.moment());
    const sixth = await startSignUp(kit.identity, fields, kit.moment());
    expect(sixth).toMatchObject({ ok: false, refusal: { code: 'too-many', status: 429 } });
    expect(said(sixth)).toContain('60 phút (lúc 10:00)');
    expect(kit.telco.asked).toBe(5);
    kit.clock.set('2026-11-23T10:00');
    expect(await startSignUp(kit.identity, fields, kit.moment())).toMatchObject({
      refusal: { code: 'owner-mismatch' },
    });
  });

  it('asks the telephone company at most so often from one address', async () => {
    const kit = testIdentity(test.db, { ownerChecksPerAddress: 1 });
    const there = { now: kit.clock.now(), address: '203.0.113.9', language: 'vi' } as const;
    expect((await startSignUp(kit.identity, someone(), there)).ok).toBe(true);
    expect(await startSignUp(kit.identity, someone(), there)).toMatchObject({
      refusal: { code: 'too-many' },
    });
  });

  it('sends at most five unanswered codes an hour to one phone, whoever asks', async () => {
    const kit = testIdentity(test.db);
    const { phone } = someone();
    for (let i = 0; i < 5; i++) {
      expect((await startSignUp(kit.identity, { ...someone(), phone }, kit.moment())).ok).toBe(true);
    }
    const before = await everything();
    const sixth = await startSignUp(kit.identity, { ...someone(), phone }, kit.moment());
    expect(sixth).toMatchObject({ ok: false, refusal: { code: 'too-many' } });
    expect(await everything()).toEqual(before);
  });
});

describe('the password and the account', () => {
  it('makes person, account and phone in one act, and says so in the journal without a number', async () => {
    const kit = await proved();
    const made = await setFirstPassword(kit.identity, kit.id, GOOD, kit.moment());
    if (!made.ok) throw new Error(said(made));
    const account = await test.db
      .selectFrom('identity.account')
      .selectAll()
      .where('id', '=', made.value.accountId)
      .executeTakeFirstOrThrow();
    expect(account).toMatchObject({
      kind: 'citizen',
      username: kit.fields.idNumber,
      method: 'phone',
      state: 'active',
    });
    expect(account.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
    expect(await verifyPassword(GOOD.password, account.password_hash)).toBe(true);
    const facts = await test.db
      .selectFrom('journal.fact')
      .select(['name', 'body'])
      .where('stream', '=', `account:${account.id}`)
      .execute();
    expect(facts.map((fact) => fact.name)).toEqual(['account.created']);
    expect(facts[0]?.body).not.toContain(kit.fields.idNumber);
  });

  it('is refused before the phone is proved', async () => {
    const kit = await started();
    expect(await setFirstPassword(kit.identity, kit.id, GOOD, kit.moment())).toMatchObject({
      refusal: { code: 'sign-up-gone' },
    });
  });

  it('is made once when the form is sent twice', async () => {
    const kit = await proved();
    const both = await Promise.all(
      [1, 2].map(() => setFirstPassword(kit.identity, kit.id, GOOD, kit.moment())),
    );
    expect(both.filter((result) => result.ok)).toHaveLength(1);
  });

  it('lets two sign-ups of one number end with one account', async () => {
    const one = await proved();
    const kit = testIdentity(test.db);
    const again = { ...one.fields, phone: someone().phone };
    const second = await startSignUp(kit.identity, again, kit.moment());
    if (!second.ok) throw new Error(said(second));
    const id = second.value.signUpId;
    await provePhone(kit.identity, id, await codeTo(test.db, e164(again.phone)), kit.moment());
    const both = await Promise.all([
      setFirstPassword(one.identity, one.id, GOOD, one.moment()),
      setFirstPassword(kit.identity, id, GOOD, kit.moment()),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both.filter((result) => !result.ok && result.refusal.code === 'account-exists')).toHaveLength(1);
  });

  it('points somebody who has an account to sign-in and reveals no phone', async () => {
    const one = await proved();
    await setFirstPassword(one.identity, one.id, GOOD, one.moment());
    const again = await startSignUp(one.identity, { ...one.fields, phone: someone().phone }, one.moment());
    expect(again).toMatchObject({ ok: false, refusal: { code: 'account-exists', field: 'idNumber' } });
    expect(said(again)).toMatch(/đăng nhập/u);
    expect(said(again)).not.toMatch(/\d{3}/u);
  });

  it('tells nobody that a number has an account unless the telephone company knows them under it', async () => {
    const one = await proved();
    await setFirstPassword(one.identity, one.id, GOOD, one.moment());
    one.telco.answer = 'mismatch';
    expect(await startSignUp(one.identity, one.fields, one.moment())).toMatchObject({
      refusal: { code: 'owner-mismatch' },
    });
  });

  it('lets one phone serve two accounts (S-11)', async () => {
    const one = await proved();
    expect((await setFirstPassword(one.identity, one.id, GOOD, one.moment())).ok).toBe(true);
    const kit = testIdentity(test.db);
    const child = { ...someone(), phone: one.fields.phone };
    const second = await startSignUp(kit.identity, child, kit.moment());
    if (!second.ok) throw new Error(said(second));
    await provePhone(kit.identity, second.value.signUpId, await codeTo(test.db, one.phone), kit.moment());
    expect((await setFirstPassword(kit.identity, second.value.signUpId, GOOD, kit.moment())).ok).toBe(true);
  });

  it('runs out after half an hour', async () => {
    const kit = await proved();
    kit.clock.set('2026-11-23T09:30');
    expect(await setFirstPassword(kit.identity, kit.id, GOOD, kit.moment())).toMatchObject({
      refusal: { code: 'sign-up-gone' },
    });
  });
});
