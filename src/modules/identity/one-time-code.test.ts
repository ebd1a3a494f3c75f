// Two at once, made to happen: the second waits for the first to commit, and finds the code sent or used.
import { describe, expect, it } from 'vitest';
import { databaseOfFile } from '../../../tests/support/database.ts';
import { codeTo, e164, someone, testIdentity } from '../../../tests/support/identity.ts';
import { ANONYMOUS, act, type Ctx } from '../../platform/act.ts';
import { LANGUAGES, ok, refuse } from '../../rules/kernel/index.ts';
import { type CodeFor, codeText, issueCode, tryCode, useCode } from './one-time-code.ts';

const test = databaseOfFile();

function target(): CodeFor {
  const { idNumber, phone } = someone();
  const shared = { source: 'here', counted: [] };
  return {
    purpose: 'sign-in',
    binding: idNumber,
    accountId: null,
    phone: e164(phone),
    username: idNumber,
    ...shared,
  };
}

describe('a code', () => {
  it('is sent once while another is being sent for the same sign-in', async () => {
    const kit = testIdentity(test.db);
    const to = target();
    const input = { db: test.db, actor: ANONYMOUS, now: kit.clock.now() };
    const issue = async (ctx: Ctx) => {
      const refusal = await issueCode(ctx, kit.identity, to, 'vi');
      return refusal ? refuse(refusal) : ok(null);
    };
    const [inside, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const first = act(input, async (ctx) => {
      const done = await issue(ctx);
      inside.resolve();
      await mayCommit.promise;
      return done;
    });
    await inside.promise;
    const second = act(input, async (ctx) => {
      // By now this transaction is open; the first is let go only once the second has asked for its turn.
      queueMicrotask(() => setImmediate(mayCommit.resolve));
      return issue(ctx);
    });
    expect((await first).ok).toBe(true);
    expect(await second).toMatchObject({ ok: false, refusal: { code: 'otp-wait' } });
  });

  it('tried rightly twice is used once', async () => {
    const kit = testIdentity(test.db);
    const to = target();
    const input = { db: test.db, actor: ANONYMOUS, now: kit.clock.now() };
    await act(input, async (ctx) => ok(await issueCode(ctx, kit.identity, to, 'vi')));
    const what = { purpose: to.purpose, binding: to.binding, typed: await codeTo(test.db, to.phone) };
    const tries = await Promise.all([1, 2].map(() => tryCode(kit.identity, what, kit.clock.now())));
    const uses: unknown[] = [];
    for (const right of tries) {
      if (!right.ok) throw new Error(right.refusal.code);
      await act(input, async (ctx) => ok(uses.push(await useCode(ctx, right.value))));
    }
    expect(uses).toEqual([null, expect.objectContaining({ code: 'otp-used' })]);
  });

  it('comes in a text of one part whoever the account belongs to', () => {
    for (const username of ['024090001234', '121456789', 'đỗ.thị.người-phụ-trách@hiệp-hòa']) {
      for (const language of LANGUAGES)
        for (const purpose of ['sign-in', 'sign-up', 'way-through', 'recovery'] as const)
          expect(codeText('123456', { purpose, username }, language)).toMatch(/^123456[\x20-\x7e]{54,154}$/u);
    }
  });
});
