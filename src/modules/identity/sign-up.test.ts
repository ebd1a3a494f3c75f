// A citizen's way to an account (S-03 to S-07, S-11), and every way it may end instead.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import {
  checkSignUpFields,
  findSignUp,
  provePhone,
  resendSignUpCode,
  setFirstPassword,
  startSignUp,
} from './index.ts';
import { verifyPassword } from './password-hash.ts';
import { codeTo, otherThan, testIdentity, textsTo } from './test-identity.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => test.drop());

let serial = 100;
const someone = () => {
  serial += 1;
  return {
    idNumber: `024091000${serial}`,
    fullName: 'Hoàng Văn Thử',
    birthDate: '03/04/1991',
    phone: `0912000${serial}`,
    email: '',
  };
};
const e164 = (phone: string) => `+84${phone.slice(1)}`;
const GOOD = { password: 'Cau-7-mua-he', confirmation: 'Cau-7-mua-he' };

async function started(limits = {}) {
  const kit = testIdentity(test.db, limits);
  const fields = someone();
  const result = await startSignUp(kit.identity, fields, kit.moment());
  if (!result.ok) throw new Error(result.refusal.message);
  return { ...kit, fields, id: result.value.signUpId, phone: e164(fields.phone) };
}
type Started = Awaited<ReturnType<typeof started>>;
const rows = (table: 'identity.sign_up' | 'identity.challenge' | 'notices.message' | 'identity.account') =>
  test.db
    .selectFrom(table)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
    .then((row) => row.n);
const everything = () =>
  Promise.all([rows('identity.sign_up'), rows('identity.challenge'), rows('notices.message')]);

async function proved() {
  const kit = await started();
  const done = await provePhone(kit.identity, kit.id, await codeTo(test.db, kit.phone), kit.moment());
  if (!done.ok) throw new Error(done.refusal.message);
  return kit;
}

describe('the fields of the sign-up form', () => {
  const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
  const wrong = (change: Partial<ReturnType<typeof someone>>) => {
    const checked = checkSignUpFields({ ...someone(), ...change }, now);
    return checked.ok ? [] : checked.refusals.map((refusal) => [refusal.field, refusal.message]);
  };

  for (const [what, change, field, message] of [
    [
      'an empty number says the sentence of the guide (S-04)',
      { idNumber: ' ' },
      'idNumber',
      'Bạn phải nhập cmt/cccd.',
    ],
    [
      'eleven digits are neither CMT nor CCCD',
      { idNumber: '02409100001' },
      'idNumber',
      /9 chữ số.*12 chữ số.*11/u,
    ],
    ['no name', { fullName: '' }, 'fullName', 'Bạn phải nhập họ tên.'],
    ['no birth date', { birthDate: '' }, 'birthDate', 'Bạn phải nhập ngày sinh.'],
    ['31 April does not exist', { birthDate: '31/04/1991' }, 'birthDate', /tháng 4/iu],
    ['a birth date to come', { birthDate: '01/01/2030' }, 'birthDate', /sau hôm nay/u],
    ['no phone', { phone: '' }, 'phone', 'Bạn phải nhập số điện thoại.'],
    ['a landline takes no code', { phone: '0204 3872 999' }, 'phone', /Số cố định không nhận được mã OTP/u],
    ['half an e-mail', { email: 'an@' }, 'email', /Email chưa đúng dạng/u],
  ] as const) {
    it(what, () => {
      const found = wrong(change);
      expect(found).toHaveLength(1);
      expect(found[0]?.[0]).toBe(field);
      if (typeof message === 'string') expect(found[0]?.[1]).toBe(message);
      else expect(found[0]?.[1]).toMatch(message);
    });
  }

  it('shows every mistake at once, in the order of the form', () => {
    const found = wrong({ idNumber: '', fullName: '', birthDate: '', phone: '' });
    expect(found.map(([field]) => field)).toEqual(['idNumber', 'fullName', 'birthDate', 'phone']);
  });

  it('accepts groups, +84, decomposed letters and a year alone', () => {
    const checked = checkSignUpFields(
      {
        idNumber: '024 091 000 234',
        fullName: 'Nguyễn Văn An'.normalize('NFD'),
        birthDate: '1950',
        phone: '+84 912.345.678',
        email: '',
      },
      now,
    );
    expect(checked).toEqual({
      ok: true,
      value: {
        idNumber: '024091000234',
        fullName: 'Nguyễn Văn An',
        birthDate: '1950',
        phone: '+84912345678',
        email: '',
      },
    });
  });
});

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
      expect(result.ok || result.refusal.message).toMatch(sentence);
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
    expect(sixth.ok || sixth.refusal.message).toContain('60 phút (lúc 10:00)');
    expect(kit.telco.asked).toBe(5);
    kit.clock.set('2026-11-23T10:00');
    expect(await startSignUp(kit.identity, fields, kit.moment())).toMatchObject({
      refusal: { code: 'owner-mismatch' },
    });
  });

  it('asks the telephone company at most so often from one address', async () => {
    const kit = testIdentity(test.db, { ownerChecksPerAddress: 1 });
    const there = { now: kit.clock.now(), address: '203.0.113.9' };
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

describe('the code of a sign-up', () => {
  it('opens the password step, with spaces or without', async () => {
    const { identity, id, phone, moment, clock } = await started();
    const code = await codeTo(test.db, phone);
    const done = await provePhone(identity, id, ` ${code.slice(0, 3)} ${code.slice(3)} `, moment());
    expect(done.ok).toBe(true);
    expect(await findSignUp(identity.db, id, clock.now())).toMatchObject({ state: 'proved' });
  });

  it('opens once: of two at the same moment one wins', async () => {
    const { identity, id, phone, moment } = await started();
    const code = await codeTo(test.db, phone);
    const both = await Promise.all([
      provePhone(identity, id, code, moment()),
      provePhone(identity, id, code, moment()),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
  });

  it('does not count what is not six digits', async () => {
    const { identity, id, moment, phone } = await started();
    for (const typed of ['', '12345', 'abcdef']) {
      expect(await provePhone(identity, id, typed, moment())).toMatchObject({
        refusal: { code: 'otp-wrong' },
      });
    }
    const row = await test.db
      .selectFrom('identity.challenge')
      .select('tries')
      .where('phone', '=', phone)
      .executeTakeFirst();
    expect(row?.tries).toBe(0);
  });

  it('lives three minutes', async () => {
    const { identity, id, phone, clock, moment } = await started();
    const code = await codeTo(test.db, phone);
    clock.set('2026-11-23T09:03:00');
    expect(await provePhone(identity, id, code, moment())).toMatchObject({
      refusal: { code: 'otp-expired' },
    });
    clock.set('2026-11-23T09:02:59');
    expect((await provePhone(identity, id, code, moment())).ok).toBe(true);
  });

  it('of another sign-up is a wrong code', async () => {
    const one = await started();
    const other = await started();
    const code = await codeTo(test.db, other.phone);
    if (code === (await codeTo(test.db, one.phone))) return;
    expect(await provePhone(one.identity, one.id, code, one.moment())).toMatchObject({
      refusal: { code: 'otp-wrong' },
    });
  });

  const fail = async (kit: Started, times: number) => {
    const bad = otherThan(await codeTo(test.db, kit.phone));
    const messages: string[] = [];
    for (let i = 0; i < times; i++) {
      const result = await provePhone(kit.identity, kit.id, bad, kit.moment());
      messages.push(result.ok ? 'opened' : result.refusal.message);
    }
    return messages;
  };

  it('says how many tries are left, and after the fifth is void, even typed rightly', async () => {
    const kit = await started();
    const code = await codeTo(test.db, kit.phone);
    const messages = await fail(kit, 5);
    expect(messages.slice(0, 4).map((text) => /còn (\d) lần thử/u.exec(text)?.[1])).toEqual([
      '4',
      '3',
      '2',
      '1',
    ]);
    expect(messages[4]).toContain('5 phút (lúc 09:05)');
    const late = await provePhone(kit.identity, kit.id, code, kit.moment());
    expect(late).toMatchObject({ ok: false, refusal: { code: 'otp-locked' } });
  });

  it('makes one wait five minutes for a new one after five wrong tries', async () => {
    const kit = await started();
    await fail(kit, 5);
    kit.clock.set('2026-11-23T09:04:59');
    expect(await resendSignUpCode(kit.identity, kit.id, kit.moment())).toMatchObject({
      refusal: { code: 'otp-locked' },
    });
    kit.clock.set('2026-11-23T09:05');
    expect((await resendSignUpCode(kit.identity, kit.id, kit.moment())).ok).toBe(true);
    expect((await provePhone(kit.identity, kit.id, await codeTo(test.db, kit.phone), kit.moment())).ok).toBe(
      true,
    );
  });

  it('counts tries that come at once, too', async () => {
    const kit = await started();
    const bad = otherThan(await codeTo(test.db, kit.phone));
    await Promise.all(Array.from({ length: 12 }, () => provePhone(kit.identity, kit.id, bad, kit.moment())));
    const row = await test.db
      .selectFrom('identity.challenge')
      .selectAll()
      .where('phone', '=', kit.phone)
      .executeTakeFirstOrThrow();
    expect(row.tries).toBe(5);
    expect(row.voided_at).not.toBeNull();
  });

  it('may be sent again after 60 seconds, and then the one before it is void', async () => {
    const kit = await started();
    const first = await codeTo(test.db, kit.phone);
    kit.clock.set('2026-11-23T09:00:45');
    const early = await resendSignUpCode(kit.identity, kit.id, kit.moment());
    expect(early).toMatchObject({ ok: false, refusal: { code: 'otp-wait' } });
    expect(early.ok || early.refusal.message).toContain('15 giây');
    kit.clock.set('2026-11-23T09:01');
    expect((await resendSignUpCode(kit.identity, kit.id, kit.moment())).ok).toBe(true);
    const second = await codeTo(test.db, kit.phone);
    if (second !== first) {
      expect((await provePhone(kit.identity, kit.id, first, kit.moment())).ok).toBe(false);
    }
    expect((await provePhone(kit.identity, kit.id, second, kit.moment())).ok).toBe(true);
  });

  it('is sent once when "Gửi lại OTP" is pressed twice at once', async () => {
    const kit = await started();
    kit.clock.set('2026-11-23T09:01');
    const both = await Promise.all([1, 2].map(() => resendSignUpCode(kit.identity, kit.id, kit.moment())));
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(await textsTo(test.db, kit.phone)).toHaveLength(2);
  });
});

describe('the password and the account', () => {
  it('makes person, account and phone in one act, and says so in the journal without a number', async () => {
    const kit = await proved();
    const made = await setFirstPassword(kit.identity, kit.id, GOOD, kit.moment());
    if (!made.ok) throw new Error(made.refusal.message);
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
    if (!second.ok) throw new Error(second.refusal.message);
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
    expect(again.ok || again.refusal.message).toMatch(/đăng nhập/u);
    expect(again.ok || again.refusal.message).not.toMatch(/\d{3}/u);
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
    if (!second.ok) throw new Error(second.refusal.message);
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
