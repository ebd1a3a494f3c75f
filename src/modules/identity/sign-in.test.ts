// Signing in (S-07, S-09, S-11): password, then always a code; strangers learn nothing.
import { describe, expect, it } from 'vitest';
import { newBinding, PASSWORD, signInTests, testIdentity, textsTo } from '../../../tests/support/identity.ts';
import { said } from '../../../tests/support/said.ts';
import { findCode, startSignIn } from './index.ts';
import { hashesMade } from './password-hash.ts';

const { test, kit, account, enter, factsOf } = signInTests();

describe('name and password', () => {
  it('send a code that names the masked account and open nothing by themselves', async () => {
    const { username, phone, accountId } = await account();
    const b = newBinding();
    expect((await enter(username, PASSWORD, { binding: b })).ok).toBe(true);
    const [text] = await textsTo(test.db, phone);
    expect(text).toBe(
      `${text?.slice(0, 6)} la ma OTP dang nhap tai khoan 024****${username.slice(-3)}. Hieu luc 3 phut. KHONG cung cap cho bat ky ai.`,
    );
    expect(await factsOf(accountId)).toEqual(['account.created', 'account.code-sent']);
    expect(await findCode(kit.identity, 'sign-in', b, kit.clock.now())).toEqual({
      maskedPhone: `091****${phone.slice(-3)}`,
      resendInSeconds: 60,
    });
  });

  it('know a number however it was pasted', async () => {
    const { username } = await account();
    const groups = [username.slice(0, 3), username.slice(3, 6), username.slice(6)];
    for (const typed of [
      groups.join('–'),
      groups.join('\u00a0'),
      `\u200b${groups.join('.')}\u202c`,
      username.replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    ])
      expect([typed, (await enter(typed, PASSWORD)).ok]).toEqual([typed, true]);
  });

  it('are asked for in plain words when left out or endless', async () => {
    const told = async (...typed: Parameters<typeof enter>) => {
      const result = await enter(...typed);
      return [result.ok ? '' : result.refusal.field, said(result)];
    };
    expect(await told(' ', PASSWORD)).toEqual(['username', 'Bạn phải nhập cmt/cccd.']);
    expect(await told('024090000501', '')).toEqual(['password', 'Bạn phải nhập mật khẩu.']);
    expect(await told('1'.repeat(2000), PASSWORD)).toEqual([
      'username',
      'Tên đăng nhập dài quá 100 ký tự; hãy viết ngắn lại.',
    ]);
    expect(await told('024090000501', 'a'.repeat(2000))).toEqual([
      'password',
      'Mật khẩu dài quá 128 ký tự; hãy viết ngắn lại.',
    ]);
    expect(await told('', PASSWORD, { kind: 'official' })).toEqual([
      'username',
      'Bạn phải nhập tên đăng nhập.',
    ]);
  });

  it('get the same answer for an unknown account as for a wrong password, try by try', async () => {
    const { username } = await account();
    const told = async (name: string) => {
      const answers: unknown[] = [];
      for (let i = 0; i < 6; i++) {
        const result = await enter(name, 'Sai-mat-khau-1');
        answers.push(result.ok ? 'in' : [result.refusal.code, said(result), result.refusal.status]);
      }
      return answers;
    };
    const wrong = await told(username);
    expect(await told('024090999999')).toEqual(wrong);
    expect(wrong.slice(0, 5).map((answer) => (answer as string[])[1])).toContain(
      'Tên đăng nhập hoặc mật khẩu không đúng. Bạn còn 4 lần thử.',
    );
    expect(wrong[4]).toEqual([
      'wrong-password',
      'Tên đăng nhập hoặc mật khẩu không đúng. Đã nhập sai nhiều lần nên phải chờ một lúc. Bạn có thể thử lại sau 1 phút (lúc 09:01).',
      422,
    ]);
    expect(wrong[5]).toEqual([
      'too-many',
      'Đã nhập sai quá nhiều lần. Bạn có thể thử lại sau 1 phút (lúc 09:01).',
      429,
    ]);
  });

  it('hash for an unknown account as for a known one: the work is counted, not the time', async () => {
    const { username } = await account();
    const hashes = async (name: string) => {
      const before = hashesMade();
      await enter(name, 'Sai-mat-khau-1');
      return hashesMade() - before;
    };
    expect(await hashes(username)).toBe(1);
    expect(await hashes('024090888888')).toBe(1);
  });

  it('wait after five wrong tries even for the right password, until the moment told', async () => {
    const { username, accountId } = await account();
    for (let i = 0; i < 5; i++) await enter(username, 'Sai-mat-khau-1');
    expect(await enter(username)).toMatchObject({ refusal: { code: 'too-many' } });
    kit.clock.set('2026-11-23T09:01');
    expect((await enter(username)).ok).toBe(true);
    expect((await factsOf(accountId)).filter((name) => name === 'account.sign-in-failed')).toHaveLength(5);
  });

  it('are not locked by tries from before the clock was turned back', async () => {
    const { username } = await account();
    kit.clock.set('2030-06-01T09:00');
    for (let i = 0; i < 6; i++) await enter(username, 'Sai-mat-khau-1');
    kit.clock.set('2026-11-23T09:00');
    expect((await enter(username)).ok).toBe(true);
  });

  it('forget earlier slips once right', async () => {
    const { username } = await account();
    for (let i = 0; i < 4; i++) await enter(username, 'Sai-mat-khau-1');
    expect((await enter(username)).ok).toBe(true);
    expect(said(await enter(username, 'Sai-mat-khau-1'))).toContain('còn 4 lần');
  });

  it('are limited per address, whatever the names', async () => {
    Object.assign(kit, testIdentity(test.db, { passwordsPerAddress: 2 }));
    const there = { now: kit.clock.now(), address: '198.51.100.7', language: 'vi' } as const;
    const go = (name: string) =>
      startSignIn(
        kit.identity,
        { binding: newBinding(), kind: 'citizen', username: name, password: 'x' },
        there,
      );
    await go('024000000001');
    await go('024000000002');
    expect(await go('024000000003')).toMatchObject({ refusal: { code: 'too-many' } });
  });

  it('may be typed with spaces in the number, and the password in decomposed letters', async () => {
    const { username } = await account();
    expect((await enter(`${username.slice(0, 3)} ${username.slice(3)}`, PASSWORD.normalize('NFD'))).ok).toBe(
      true,
    );
  });

  it('of a closed account are as if there were none', async () => {
    const { username, accountId } = await account();
    await test.db
      .updateTable('identity.account')
      .set({ state: 'closed' })
      .where('id', '=', accountId)
      .execute();
    expect(await enter(username)).toMatchObject({ refusal: { code: 'wrong-password' } });
  });

  it('find the account by the old CMND of the same person', async () => {
    const { personId } = await account();
    await test.db
      .updateTable('people.person')
      .set({ cmnd: '121000777' })
      .where('id', '=', personId)
      .execute();
    expect((await enter('121000777')).ok).toBe(true);
  });
});

describe('citizens and officials', () => {
  it('are kept apart, which is told only after the right password', async () => {
    const citizen = await account();
    const official = await account({ kind: 'official', username: 'hoa.thunghiem' });
    expect(await enter(citizen.username, PASSWORD, { kind: 'official' })).toMatchObject({
      refusal: { code: 'officials-only', status: 403 },
    });
    expect(await enter(official.username, PASSWORD)).toMatchObject({
      refusal: { code: 'citizens-only', status: 403 },
    });
    expect(await enter(citizen.username, 'Sai-mat-khau-1', { kind: 'official' })).toMatchObject({
      refusal: { code: 'wrong-password' },
    });
    expect((await enter(' Hoa.ThuNghiem ', PASSWORD, { kind: 'official' })).ok).toBe(true);
    expect((await textsTo(test.db, official.phone))[0]).toContain('tai khoan hoa****iem.');
  });

  it('may be one person with two accounts', async () => {
    const own = await account();
    const work = await account({
      kind: 'official',
      username: 'hai.vai',
      number: own.username,
      phone: own.phone,
    });
    expect(work.personId).toBe(own.personId);
    expect(work.accountId).not.toBe(own.accountId);
  });
});
