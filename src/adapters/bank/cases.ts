// What every reader of a bank's notices must do, whatever the bank's wire: believe only what was signed with our
// secret, lately, over exactly these bytes.
import { expect, test } from 'vitest';
import type { BankNoticePort, RequestHeaders } from '../../modules/payments/ports.ts';

export interface RawNotice {
  readonly body: Uint8Array;
  readonly headers: RequestHeaders;
}

export type NoticeKind = 'honest' | 'forged' | 'stale' | 'short' | 'wrongAccount' | 'late';

export interface BankStage {
  port(secret: 'ours' | 'theirs'): BankNoticePort;
  /** A notice of 15.000 đ to account 1022663140 for DVC012345678905 as the bank really sends it. */
  notice(kind: NoticeKind): Promise<RawNotice>;
  /** The clock when the notice is read. */
  now(): Temporal.Instant;
}

/** Declares the shared tests. @param stage is called when a test runs */
export function bankNoticeCases(stage: () => BankStage): void {
  const read = ({ body, headers }: RawNotice, now = stage().now()) =>
    stage().port('ours').read(body, headers, now);
  const codeOf = (result: ReturnType<typeof read>) => (result.ok ? 'accepted' : result.refusal.code);

  test('an honest notice is read whole', async () => {
    const result = read(await stage().notice('honest'));
    expect(result).toMatchObject({
      ok: true,
      value: { account: '1022663140', amount: 15_000, direction: 'in' },
    });
    if (!result.ok) return;
    expect(result.value.content).toContain('DVC012345678905');
    expect(result.value.transactionId).not.toBe('');
    expect(Math.abs(result.value.at.since(stage().now()).total('seconds'))).toBeLessThan(5);
  });
  test('the same notice told twice carries the same transaction', async () => {
    const notice = await stage().notice('honest');
    expect(read(notice)).toEqual(read(notice));
  });
  test('a short amount is told as it is', async () => {
    expect(read(await stage().notice('short'))).toMatchObject({ ok: true, value: { amount: 7_000 } });
  });
  test('a wrong account is told as it is', async () => {
    expect(read(await stage().notice('wrongAccount'))).toMatchObject({
      ok: true,
      value: { account: '0000000000' },
    });
  });
  test('a late notice says when the money moved', async () => {
    const result = read(await stage().notice('late'));
    expect(result.ok && Math.round(stage().now().since(result.value.at).total('hours'))).toBe(24);
  });
  test('a notice signed by someone else is refused', async () => {
    expect(codeOf(read(await stage().notice('forged')))).toBe('bankNotice.forged');
    const { body, headers } = await stage().notice('honest');
    expect(codeOf(stage().port('theirs').read(body, headers, stage().now()))).toBe('bankNotice.forged');
  });
  test('a notice signed ten minutes ago is refused', async () => {
    expect(codeOf(read(await stage().notice('stale')))).toBe('bankNotice.stale');
  });
  // The notice is signed between two readings of the clock, however slow the machine: each row counts from the surer one.
  test.each([
    [-302, 'before', 'bankNotice.stale'],
    [-298, 'after', 'accepted'],
    [298, 'before', 'accepted'],
    [302, 'after', 'bankNotice.stale'],
  ] as const)('replayed with our clock %i s away from %s it was signed: %s', async (seconds, side, code) => {
    const before = stage().now();
    const notice = await stage().notice('honest');
    const clock = { before, after: stage().now() };
    expect(codeOf(read(notice, clock[side].add({ seconds })))).toBe(code);
  });
  test('any changed byte of the body is noticed', async () => {
    const { body, headers } = await stage().notice('honest');
    const richer = Buffer.from(Buffer.from(body).toString().replace('15000', '95000'));
    expect(codeOf(read({ body: richer, headers }))).toBe('bankNotice.forged');
    expect(codeOf(read({ body: Buffer.concat([body, Buffer.from(' ')]), headers }))).toBe(
      'bankNotice.forged',
    );
  });
  test('a notice without its headers is refused', async () => {
    const { body, headers } = await stage().notice('honest');
    expect(codeOf(read({ body, headers: {} }))).toBe('bankNotice.unsigned');
    for (const name of Object.keys(headers)) {
      const without = Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name));
      expect(codeOf(read({ body, headers: without }))).toBe('bankNotice.unsigned');
      expect(codeOf(read({ body, headers: { ...headers, [name]: ['a', 'b'] } }))).toBe('bankNotice.unsigned');
    }
  });
}
