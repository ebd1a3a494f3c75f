// The code of a sign-in (S-09): it opens one account, once, in one sign-in; wrong ones hold back, right ones forgive.
import { describe, expect, it } from 'vitest';
import {
  codeTo,
  newBinding,
  otherThan,
  PASSWORD,
  signInTests,
  testIdentity,
  textsTo,
} from '../../../tests/support/identity.ts';
import { said } from '../../../tests/support/said.ts';
import { sendMessages } from '../notices/index.ts';
import { finishSignIn, resendSignInCode, startSignIn } from './index.ts';

const { test, kit, account, enter, factsOf } = signInTests();
/** The text queued last, whatever the clock said. */
const newestTo = (phone: string) =>
  test.db
    .selectFrom('notices.message')
    .select('text')
    .where('recipient', '=', phone)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
    .then(({ text }) => text.slice(0, 6));

describe('the code of a sign-in', () => {
  async function waiting() {
    const who = await account();
    const b = newBinding();
    const sent = await enter(who.username, PASSWORD, { binding: b });
    if (!sent.ok) throw new Error(said(sent));
    return { ...who, binding: b, code: await codeTo(test.db, who.phone) };
  }

  it('opens the account once', async () => {
    const w = await waiting();
    const done = await finishSignIn(kit.identity, w.binding, w.code, kit.moment());
    expect(done).toMatchObject({
      ok: true,
      value: { id: w.accountId, kind: 'citizen', personId: w.personId },
    });
    expect((await factsOf(w.accountId)).at(-1)).toBe('account.signed-in');
    kit.clock.set('2026-11-23T09:03');
    expect((await finishSignIn(kit.identity, w.binding, w.code, kit.moment())).ok).toBe(false);
  });

  it('is not sent once its three minutes are over: whoever waited has asked for another', async () => {
    const w = await waiting();
    const { id } = await test.db
      .selectFrom('notices.message')
      .select('id')
      .where('recipient', '=', w.phone)
      .executeTakeFirstOrThrow();
    const handed: unknown[] = [];
    const late = {
      name: 'sms',
      form: 'short',
      addressOf: () => null,
      send: async (message: unknown) => {
        handed.push(message);
        return { kind: 'sent', carrierId: '' } as const;
      },
    } as const;
    expect(await sendMessages(test.db, [late], [id], kit.clock.now().add({ minutes: 3 }))).toEqual([
      { status: 'fulfilled', value: 'expired' },
    ]);
    expect(handed).toEqual([]);
  });

  it('serves once: sent again for the same sign-in it opens nothing, and is in the journal once', async () => {
    const w = await waiting();
    expect((await finishSignIn(kit.identity, w.binding, w.code, kit.moment())).ok).toBe(true);
    const again = await finishSignIn(kit.identity, w.binding, w.code, kit.moment());
    expect(again).toMatchObject({ ok: false, refusal: { code: 'otp-used' } });
    expect(said(again)).toContain('Mỗi mã chỉ dùng được một lần');
    expect(await finishSignIn(kit.identity, w.binding, otherThan(w.code), kit.moment())).toMatchObject({
      refusal: { code: 'otp-wrong' },
    });
    expect((await factsOf(w.accountId)).filter((name) => name === 'account.signed-in')).toHaveLength(1);
  });

  it('opens once when two send it at the same moment', async () => {
    const w = await waiting();
    const both = await Promise.all(
      [1, 2].map(() => finishSignIn(kit.identity, w.binding, w.code, kit.moment())),
    );
    expect(both.map((result) => result.ok).sort()).toEqual([false, true]);
    expect((await factsOf(w.accountId)).filter((name) => name === 'account.signed-in')).toHaveLength(1);
  });

  it('opens nothing in another sign-in', async () => {
    const w = await waiting();
    const other = await waiting();
    const there = await finishSignIn(
      kit.identity,
      other.binding,
      w.code === other.code ? otherThan(w.code) : w.code,
      kit.moment(),
    );
    expect(there).toMatchObject({ ok: false, refusal: { code: 'otp-wrong' } });
    expect(await finishSignIn(kit.identity, newBinding(), w.code, kit.moment())).toMatchObject({
      refusal: { code: 'sign-in-gone' },
    });
  });

  it('is not sent again when the password is typed again within the minute', async () => {
    const w = await waiting();
    expect((await enter(w.username, PASSWORD, { binding: w.binding })).ok).toBe(true);
    expect(await textsTo(test.db, w.phone)).toHaveLength(1);
  });

  it('goes to the account typed last when somebody changes their mind', async () => {
    const w = await waiting();
    const other = await account();
    expect((await enter(other.username, PASSWORD, { binding: w.binding })).ok).toBe(true);
    const old = await finishSignIn(kit.identity, w.binding, w.code, kit.moment());
    const code = await codeTo(test.db, other.phone);
    if (code !== w.code) expect(old.ok).toBe(false);
    expect(await finishSignIn(kit.identity, w.binding, code, kit.moment())).toMatchObject({
      value: { id: other.accountId },
    });
  });

  it('wrong five times is void, is in the journal, and holds back new ones in other sign-ins from the same place alone', async () => {
    const w = await waiting();
    for (let i = 0; i < 5; i++) await finishSignIn(kit.identity, w.binding, otherThan(w.code), kit.moment());
    expect(await finishSignIn(kit.identity, w.binding, w.code, kit.moment())).toMatchObject({
      refusal: { code: 'otp-locked' },
    });
    expect(await enter(w.username)).toMatchObject({ refusal: { code: 'otp-locked' } });
    const elsewhere = { ...kit.moment(), address: '198.51.100.77' };
    const typed = { kind: 'citizen', username: w.username, password: PASSWORD } as const;
    expect((await startSignIn(kit.identity, { ...typed, binding: newBinding() }, elsewhere)).ok).toBe(true);
    expect((await factsOf(w.accountId)).filter((name) => name === 'account.sign-in-failed')).toHaveLength(5);
    kit.clock.set('2026-11-23T09:05');
    expect((await enter(w.username)).ok).toBe(true);
  });

  it('from before the clock was turned back opens nothing and holds no new one back', async () => {
    kit.clock.set('2030-06-01T09:00');
    const w = await waiting();
    for (let i = 0; i < 5; i++) await finishSignIn(kit.identity, w.binding, otherThan(w.code), kit.moment());
    const left = await waiting();
    kit.clock.set('2026-11-23T09:00');
    expect(await finishSignIn(kit.identity, left.binding, left.code, kit.moment())).toMatchObject({
      refusal: { code: 'otp-expired' },
    });
    for (const one of [w, left]) {
      expect((await resendSignInCode(kit.identity, one.binding, kit.moment())).ok).toBe(true);
      const code = await newestTo(one.phone);
      expect(await finishSignIn(kit.identity, one.binding, code, kit.moment())).toMatchObject({ ok: true });
    }
  });

  it('of one account on a shared phone is not held back by the other (S-11)', async () => {
    const w = await waiting();
    const other = await account({ phone: w.phone });
    for (let i = 0; i < 5; i++) await finishSignIn(kit.identity, w.binding, otherThan(w.code), kit.moment());
    expect((await enter(other.username)).ok).toBe(true);
  });

  it('may be sent five times an hour without being answered, per account', async () => {
    const w = await waiting();
    for (let minute = 1; minute <= 4; minute++) {
      kit.clock.set(`2026-11-23T09:0${minute}`);
      expect((await resendSignInCode(kit.identity, w.binding, kit.moment())).ok).toBe(true);
    }
    kit.clock.set('2026-11-23T09:10');
    const sixth = await resendSignInCode(kit.identity, w.binding, kit.moment());
    expect(sixth).toMatchObject({ ok: false, refusal: { code: 'too-many' } });
    expect(said(sixth)).toContain('50 phút (lúc 10:00)');
  });

  it('answered rightly takes nothing from the hour', async () => {
    const who = await account();
    for (let i = 0; i < 8; i++) {
      const b = newBinding();
      expect((await enter(who.username, PASSWORD, { binding: b })).ok).toBe(true);
      const code = await codeTo(test.db, who.phone);
      expect((await finishSignIn(kit.identity, b, code, kit.moment())).ok).toBe(true);
      kit.clock.set(`2026-11-23T09:0${i + 1}`);
    }
  });

  it('is limited per address', async () => {
    Object.assign(kit, testIdentity(test.db, { codesPerAddress: 1 }));
    const there = { now: kit.clock.now(), address: '198.51.100.8', language: 'vi' } as const;
    const [one, two] = [await account(), await account()];
    const go = (username: string) =>
      startSignIn(
        kit.identity,
        { binding: newBinding(), kind: 'citizen', username, password: PASSWORD },
        there,
      );
    expect((await go(one.username)).ok).toBe(true);
    expect(await go(two.username)).toMatchObject({ refusal: { code: 'too-many' } });
  });
});
