// The code that proves a phone at sign-up (§7.2): one use, three minutes, five tries, and every wait told.
import { describe, expect, it } from 'vitest';
import { databaseOfFile } from '../../../tests/support/database.ts';
import { codeTo, otherThan, startedSignUp, textsTo } from '../../../tests/support/identity.ts';
import { said } from '../../../tests/support/said.ts';
import { findSignUp, provePhone, resendSignUpCode } from './index.ts';

const test = databaseOfFile();
const started = () => startedSignUp(test.db);
type Started = Awaited<ReturnType<typeof started>>;

describe('the code of a sign-up', () => {
  it('opens the password step, with spaces or without', async () => {
    const { identity, id, phone, moment, clock } = await started();
    const code = await codeTo(test.db, phone);
    const done = await provePhone(identity, id, ` ${code.slice(0, 3)} ${code.slice(3)} `, moment());
    expect(done.ok).toBe(true);
    expect(await findSignUp(identity.db, id, clock.now())).toMatchObject({ state: 'proved' });
  });

  it('opens once, and leads both of two clicks on', async () => {
    const { identity, id, phone, moment } = await started();
    const code = await codeTo(test.db, phone);
    const both = await Promise.all([
      provePhone(identity, id, code, moment()),
      provePhone(identity, id, code, moment()),
    ]);
    expect(both.map((result) => result.ok)).toEqual([true, true]);
    const proofs = await test.db
      .selectFrom('journal.fact')
      .select('name')
      .where('stream', '=', `sign-up:${id}`)
      .where('name', 'like', '%proved')
      .execute();
    expect(proofs).toHaveLength(1);
  });

  it('does not count what is not six digits', async () => {
    const { identity, id, moment, phone } = await started();
    for (const typed of ['', '12345', 'abcdef']) {
      expect(await provePhone(identity, id, typed, moment())).toMatchObject({
        refusal: { code: 'otp-shape' },
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
    expect(await provePhone(identity, id, otherThan(code), moment())).toMatchObject({
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
      messages.push(result.ok ? 'opened' : said(result));
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
    expect(said(early)).toContain('15 giây');
    kit.clock.set('2026-11-23T09:01');
    expect((await resendSignUpCode(kit.identity, kit.id, kit.moment())).ok).toBe(true);
    const voided = await test.db
      .selectFrom('identity.challenge')
      .select('voided_at')
      .where('phone', '=', kit.phone)
      .orderBy('created_at')
      .execute();
    expect(voided.map((row) => row.voided_at !== null)).toEqual([true, false]);
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
