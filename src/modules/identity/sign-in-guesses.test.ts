// Nobody locks another out: what strangers type wrong, and the codes they ask for, hold back themselves; the day's figures are
// those of docs/decisions (guesses).
import { describe, expect, it } from 'vitest';
import {
  codeTo,
  enterPassword,
  newBinding,
  otherThan,
  PASSWORD,
  signInTests,
  someone,
  testIdentity,
  textsTo,
} from '../../../tests/support/identity.ts';
import { said } from '../../../tests/support/said.ts';
import {
  finishSignIn,
  finishWayThrough,
  markBrowser,
  resendSignInCode,
  resendWayThrough,
  startSignIn,
  startSignUp,
  startWayThrough,
} from './index.ts';

const { test, kit, account, enter, factsOf } = signInTests();
const WRONG = 'Sai-mat-khau-1';

/** Types a password from another place. */
function enterFrom(place: { address?: string; browser?: string }, username: string, password = PASSWORD) {
  const typed = { binding: newBinding(), kind: 'citizen', username, password } as const;
  return startSignIn(kit.identity, typed, { ...kit.moment(), ...place });
}
const advance = (minutes: number) => kit.clock.set(kit.clock.now().add({ minutes }).toString());

describe('wrong passwords', () => {
  it('of a stranger hold up the stranger: the owner signs in elsewhere in the same minute', async () => {
    const { username } = await account();
    for (let i = 0; i < 20; i++) await enterFrom({ address: '198.51.100.1' }, username, WRONG);
    expect(await enterFrom({ address: '198.51.100.1' }, username)).toMatchObject({
      refusal: { code: 'too-many' },
    });
    expect((await enterFrom({ address: '203.0.113.5' }, username)).ok).toBe(true);
  });

  it('of neighbours behind the same address do not hold up a browser that the account knows', async () => {
    const { username, accountId } = await account();
    const browser = await markBrowser(kit.identity, accountId, kit.moment());
    for (let i = 0; i < 20; i++) await enter(username, WRONG);
    expect((await enter(username)).ok).toBe(false);
    expect((await enterFrom({ browser }, username)).ok).toBe(true);
    Object.assign(
      kit,
      testIdentity(test.db, { passwordsPerAddress: 0, codesPerAddress: 0, codesPerAccount: 0 }),
    );
    advance(2);
    expect(await enter(username)).toMatchObject({ refusal: { code: 'too-many' } });
    expect((await enterFrom({ browser }, username)).ok).toBe(true);
  });

  it('of a known browser count in it as anywhere, and a mark of another account is no mark', async () => {
    const [one, other] = [await account(), await account()];
    const browser = await markBrowser(kit.identity, one.accountId, kit.moment());
    for (let i = 0; i < 5; i++) await enterFrom({ browser }, one.username, WRONG);
    expect(await enterFrom({ browser }, one.username)).toMatchObject({ refusal: { code: 'too-many' } });
    for (let i = 0; i < 5; i++) await enterFrom({ browser }, other.username, WRONG);
    expect(await enterFrom({ address: '127.0.0.1' }, other.username)).toMatchObject({
      refusal: { code: 'too-many' },
    });
  });

  it('a new password makes every browser a stranger again', async () => {
    const { username, accountId } = await account();
    const browser = await markBrowser(kit.identity, accountId, kit.moment());
    await test.db
      .updateTable('identity.account')
      .set((e) => ({ password_hash: e.fn<string>('replace', ['password_hash', e.val('t=2'), e.val('t=3')]) }))
      .where('id', '=', accountId)
      .execute();
    for (let i = 0; i < 5; i++) await enterFrom({ browser }, username, WRONG);
    expect(await enter(username, WRONG)).toMatchObject({ refusal: { code: 'too-many' } });
  });
});

describe('the way through by code', () => {
  const through = async (username: string, over = {}) => {
    const binding = newBinding();
    const sent = await startWayThrough(
      kit.identity,
      { binding, kind: 'citizen', username },
      { ...kit.moment(), ...over },
    );
    return { binding, sent };
  };

  it('lets in at once who must wait, and opens nothing by itself', async () => {
    const { username, phone, accountId } = await account();
    for (let i = 0; i < 9; i++) await enter(username, WRONG);
    const { binding, sent } = await through(username);
    expect(sent.ok).toBe(true);
    expect((await textsTo(test.db, phone))[0]).toMatch(
      /^\d{6} la ma OTP de thu lai mat khau tai khoan 024\*{4}\d{3}\. Hieu luc 3 phut\./u,
    );
    const code = await codeTo(test.db, phone);
    expect(await finishSignIn(kit.identity, binding, code, kit.moment())).toMatchObject({
      refusal: { code: 'sign-in-gone' },
    });
    const done = await finishWayThrough(kit.identity, binding, code, kit.moment());
    if (!done.ok) throw new Error(said(done));
    expect(await finishWayThrough(kit.identity, binding, code, kit.moment())).toMatchObject({
      refusal: { code: 'otp-used' },
    });
    expect((await enter(username)).ok).toBe(false);
    expect((await enterFrom({ browser: done.value.browser }, username)).ok).toBe(true);
    expect(await factsOf(accountId)).toContain('account.browser-proved');
  });

  it('gives a known browser that typed wrong too often a new beginning', async () => {
    const { username, phone, accountId } = await account();
    const browser = await markBrowser(kit.identity, accountId, kit.moment());
    for (let i = 0; i < 6; i++) await enterFrom({ browser }, username, WRONG);
    const { binding } = await through(username, { browser });
    const typed = await codeTo(test.db, phone);
    const done = await finishWayThrough(kit.identity, binding, typed, { ...kit.moment(), browser });
    if (!done.ok) throw new Error(said(done));
    expect((await enterFrom({ browser: done.value.browser }, username)).ok).toBe(true);
  });

  it('answers alike for a name that is nobody’s, for a closed account and for a real one, try by try', async () => {
    const [real, closed] = [await account(), await account()];
    await test.db
      .updateTable('identity.account')
      .set({ state: 'closed' })
      .where('id', '=', closed.accountId)
      .execute();
    const told = async (username: string) => {
      const answers: unknown[] = [];
      const here = { address: `192.0.2.${username.slice(-2)}` };
      const { binding, sent } = await through(username, here);
      answers.push(sent.ok);
      for (const typed of ['12', '000000', '111111', '222222', '333333', '444444', '555555'])
        answers.push(
          said(await finishWayThrough(kit.identity, binding, typed, { ...kit.moment(), ...here })),
        );
      answers.push(said(await resendWayThrough(kit.identity, binding, { ...kit.moment(), ...here })));
      for (let i = 0; i < 5; i++) {
        advance(6);
        answers.push((await resendWayThrough(kit.identity, binding, { ...kit.moment(), ...here })).ok);
      }
      kit.clock.set('2026-11-23T09:00');
      return answers;
    };
    const wrong = await told(real.username);
    expect(await told('024090777777')).toEqual(wrong);
    expect(await told(closed.username)).toEqual(wrong);
    expect(wrong.slice(-2)).toEqual([true, false]);
    expect(await textsTo(test.db, closed.phone)).toEqual([]);
  });
});

describe('codes', () => {
  it('of sign-ups to a phone never burn a sign-in of an account on that phone', async () => {
    const { username, phone } = await account();
    let refused = 0;
    for (let i = 0; i < 12; i++) {
      const fields = { ...someone(), phone: `0${phone.slice(3)}` };
      const done = await startSignUp(kit.identity, fields, { ...kit.moment(), address: `198.51.100.${i}` });
      if (!done.ok) refused += 1;
    }
    expect(refused).toBe(12 - 5);
    expect((await enter(username)).ok).toBe(true);
  });

  it('that a stranger with the password lets run out, or types wrong, hold up nobody elsewhere', async () => {
    const { username, phone } = await account();
    for (let i = 0; i < 5; i++) {
      const binding = newBinding();
      const there = { ...kit.moment(), address: '198.51.100.9' };
      await startSignIn(kit.identity, { binding, kind: 'citizen', username, password: PASSWORD }, there);
      const bad = otherThan(await codeTo(test.db, phone));
      for (let j = 0; j < 5; j++) await finishSignIn(kit.identity, binding, bad, there);
      advance(6);
    }
    expect(await enterFrom({ address: '198.51.100.9' }, username)).toMatchObject({
      refusal: { code: 'too-many' },
    });
    expect((await enterFrom({ address: '203.0.113.1' }, username)).ok).toBe(true);
  });

  it('asked for without the password never burn a sign-in', async () => {
    const { username } = await account();
    Object.assign(kit, testIdentity(test.db, { codesPerAccount: 2 }));
    for (let i = 0; i < 6; i++) {
      const typed = { binding: newBinding(), kind: 'citizen', username } as const;
      await startWayThrough(kit.identity, typed, { ...kit.moment(), address: `198.51.100.${i}` });
    }
    expect((await enter(username)).ok).toBe(true);
  });
});

describe('a day’s guesses at one account', () => {
  /** Every minute of a day, whoever may types a wrong password. */
  async function passwordsOfADay(
    places: readonly { address?: string; browser?: string }[],
    username: string,
  ) {
    let looked = 0;
    for (let minute = 0; minute < 24 * 60; minute += 10) {
      kit.clock.set(Temporal.Instant.from('2026-11-23T02:00:00Z').add({ minutes: minute }).toString());
      for (const place of places) {
        for (;;) {
          const answer = await enterFrom(place, username, WRONG);
          if (answer.ok || answer.refusal.code !== 'wrong-password') break;
          looked += 1;
        }
      }
    }
    return looked;
  }

  it('are at most 33 passwords from one place, and 100 of all strangers together', async () => {
    const { username, accountId } = await account();
    const browser = await markBrowser(kit.identity, accountId, kit.moment());
    const one = await passwordsOfADay([{ address: '198.51.100.1' }], username);
    expect(one).toBeGreaterThan(28);
    expect(one).toBeLessThanOrEqual(33);
    const many = Array.from({ length: 6 }, (_, i) => ({ address: `203.0.113.${i}` }));
    expect(one + (await passwordsOfADay(many, username))).toBe(100);
    kit.clock.set('2026-11-24T08:00');
    expect(await enterFrom({ address: '192.0.2.200' }, username)).toMatchObject({
      refusal: { code: 'too-many' },
    });
    expect((await enterFrom({ browser }, username)).ok).toBe(true);
  }, 60_000);

  it('are at most 100 codes of all strangers who have the password', async () => {
    const { username, phone } = await account();
    let tries = 0;
    for (let hour = 0; hour < 23; hour += 1) {
      for (const address of ['198.51.100.1', '203.0.113.7', '192.0.2.3']) {
        const binding = newBinding();
        const there = () => ({ ...kit.moment(), address });
        const typed = { binding, kind: 'citizen', username, password: PASSWORD } as const;
        const sent = await startSignIn(kit.identity, typed, there());
        if (!sent.ok) continue;
        const bad = otherThan(await codeTo(test.db, phone));
        for (let i = 0; i < 6; i++) {
          const answer = await finishSignIn(kit.identity, binding, bad, there());
          if (!answer.ok && ['otp-wrong', 'otp-exhausted'].includes(answer.refusal.code)) tries += 1;
        }
        advance(6);
        await resendSignInCode(kit.identity, binding, there());
      }
      advance(42);
    }
    expect(tries).toBeLessThanOrEqual(100);
    const sent = (await textsTo(test.db, phone)).length;
    expect(sent).toBe(20);
  }, 60_000);

  it('are not counted when right: an owner may sign in as often as they like from anywhere', async () => {
    const { username, phone } = await account();
    for (let i = 0; i < 40; i++) {
      const binding = newBinding();
      const sent = await enterPassword(kit, username, PASSWORD, { binding });
      expect([i, sent.ok]).toEqual([i, true]);
      const done = await finishSignIn(kit.identity, binding, await codeTo(test.db, phone), kit.moment());
      expect([i, done.ok]).toEqual([i, true]);
      advance(2);
    }
  }, 60_000);
});
