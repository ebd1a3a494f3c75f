// A forgotten password: a code to the account's own phone and nothing else gives a new one; who has an account is told to nobody.
import { describe, expect, it } from 'vitest';
import { codeTo, newBinding, otherThan, signInTests, textsTo } from '../../../tests/support/identity.ts';
import { said } from '../../../tests/support/said.ts';
import { openSession } from '../../platform/sessions.ts';
import {
  finishSignIn,
  proveRecovery,
  recoveryStep,
  resendRecovery,
  setNewPassword,
  startRecovery,
  startSignIn,
} from './index.ts';

const { test, kit, account, enter, factsOf } = signInTests();
const NEW = { password: 'Mua-he-xanh-8', confirmation: 'Mua-he-xanh-8' };
const advance = (minutes: number) => kit.clock.set(kit.clock.now().add({ minutes }).toString());

async function asked(username: string) {
  const binding = newBinding();
  const sent = await startRecovery(kit.identity, { binding, username }, kit.moment());
  expect(sent.ok).toBe(true);
  return binding;
}
const prove = (binding: string, code: string) => proveRecovery(kit.identity, binding, code, kit.moment());
const choose = (binding: string, typed = NEW) => setNewPassword(kit.identity, binding, typed, kit.moment());
const step = (binding: string) => recoveryStep(kit.identity, binding, kit.clock.now());

describe('a forgotten password', () => {
  it('is replaced with a code from the phone; the old one opens nothing, every session ends, the person is told', async () => {
    const { username, phone, accountId } = await account();
    const now = kit.clock.now();
    const who = { accountId, personId: accountId, name: 'Nguyễn Văn An' };
    await openSession(test.db, { site: 'portal', ...who, now, hours: 8 });
    const binding = await asked(username);
    expect((await textsTo(test.db, phone))[0]).toMatch(
      /^\d{6} la ma OTP dat lai mat khau tai khoan 024\*{4}\d{3}\. Hieu luc 3 phut\./u,
    );
    expect(await step(binding)).toBe('asked');
    expect((await prove(binding, await codeTo(test.db, phone))).ok).toBe(true);
    expect(await step(binding)).toBe('proved');
    expect((await choose(binding)).ok).toBe(true);
    expect(await step(binding)).toBe('done');
    const sessions = await test.db
      .selectFrom('platform.session')
      .select('id')
      .where('account_id', '=', accountId)
      .execute();
    expect(sessions).toEqual([]);
    expect((await textsTo(test.db, phone))[0]).toMatch(
      /^Mat khau tai khoan 024\*{4}\d{3} vua duoc dat lai luc /u,
    );
    expect(await factsOf(accountId)).toContain('account.password-reset');
    advance(2);
    expect(await enter(username)).toMatchObject({ ok: false, refusal: { code: 'wrong-password' } });
    expect((await enter(username, NEW.password)).ok).toBe(true);
  });

  it('lets in at once who had typed wrong passwords until they had to wait', async () => {
    const { username, phone } = await account();
    for (let i = 0; i < 9; i++) await enter(username, 'Sai-mat-khau-1');
    const binding = await asked(username);
    await prove(binding, await codeTo(test.db, phone));
    const done = await choose(binding);
    if (!done.ok) throw new Error(said(done));
    expect((await enter(username, NEW.password)).ok).toBe(false);
    const typed = { binding: newBinding(), kind: 'citizen', username, password: NEW.password } as const;
    const moment = { ...kit.moment(), browser: done.value.browser };
    expect((await startSignIn(kit.identity, typed, moment)).ok).toBe(true);
  });

  it('is not replaced by a wrong code, without one, by a code for signing in, twice with one code, or long after', async () => {
    const { username, phone } = await account();
    const binding = await asked(username);
    expect(await choose(binding)).toMatchObject({ refusal: { code: 'sign-in-gone' } });
    const code = await codeTo(test.db, phone);
    expect(await prove(binding, otherThan(code))).toMatchObject({ refusal: { code: 'otp-wrong' } });
    expect(await choose(binding)).toMatchObject({ refusal: { code: 'sign-in-gone' } });
    // The code of a recovery signs nobody in, and another sign-in's browser chooses nothing with it.
    expect(await finishSignIn(kit.identity, binding, code, kit.moment())).toMatchObject({ ok: false });
    expect(await prove(newBinding(), code)).toMatchObject({ ok: false });
    expect((await prove(binding, code)).ok).toBe(true);
    expect((await prove(binding, code)).ok).toBe(true);
    advance(29);
    const both = await Promise.all([choose(binding), choose(binding)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await choose(binding, { ...NEW })).toMatchObject({ refusal: { code: 'sign-in-gone' } });

    const late = await asked(username);
    await prove(late, await codeTo(test.db, phone));
    advance(30);
    expect(await step(late)).toBe('asked');
    expect(await choose(late)).toMatchObject({ refusal: { code: 'sign-in-gone' } });
  });

  it('follows the rule of every new password, and a fault leaves the code good', async () => {
    const { username, phone } = await account();
    const binding = await asked(username);
    await prove(binding, await codeTo(test.db, phone));
    const same = (password: string) => choose(binding, { password, confirmation: password });
    expect(await same('ngan')).toMatchObject({ refusal: { code: 'password-lacks', status: 422 } });
    expect(await same(`Aa@${username}`)).toMatchObject({ refusal: { code: 'password-holds-owner' } });
    expect(await choose(binding, { ...NEW, confirmation: 'Khac-han-8' })).toMatchObject({
      refusal: { code: 'password-differs', field: 'confirmation' },
    });
    expect((await choose(binding)).ok).toBe(true);
  });

  it('answers alike for a name that is nobody’s, an official’s and a real one, and sends to the real one only', async () => {
    const { username, phone } = await account();
    const official = await account({ kind: 'official', username: 'can.bo.thu' });
    const before = (await textsTo(test.db, official.phone)).length;
    for (const name of [username, official.username, '024099999999']) {
      const binding = await asked(name);
      expect(await step(binding)).toBe('asked');
      expect(await resendRecovery(kit.identity, binding, kit.moment())).toMatchObject({
        refusal: { code: 'otp-wait' },
      });
      expect(await prove(binding, otherThan(await codeTo(test.db, phone)))).toMatchObject({
        refusal: { code: 'otp-wrong', params: { left: 4 } },
      });
    }
    expect(await textsTo(test.db, official.phone)).toHaveLength(before);
    expect(
      await startRecovery(kit.identity, { binding: newBinding(), username: ' ' }, kit.moment()),
    ).toMatchObject({
      refusal: { code: 'id-empty', status: 422, field: 'username' },
    });
  });

  it('of an account sends no more than six codes a day to all strangers together', async () => {
    const { username } = await account();
    let sent = 0;
    for (let i = 0; i < 9; i++) {
      const typed = { binding: newBinding(), username };
      const moment = { ...kit.moment(), address: `198.51.100.${i}` };
      sent += (await startRecovery(kit.identity, typed, moment)).ok ? 1 : 0;
      advance(1);
    }
    expect(sent).toBe(6);
  });

  it('of an account sends a stranger’s codes no more than five an hour', async () => {
    const { username } = await account();
    const ends: string[] = [];
    for (let i = 0; i < 7; i++) {
      const binding = newBinding();
      const sent = await startRecovery(kit.identity, { binding, username }, kit.moment());
      ends.push(sent.ok ? 'sent' : sent.refusal.code);
      advance(1);
    }
    expect(ends.filter((end) => end === 'sent')).toHaveLength(5);
    expect(ends.slice(5)).toEqual(['too-many', 'too-many']);
  });
});
