// How the bank talks to the portal: signed notices of transfers (SePay's wire) and signed questions about bills
// (docs/integrate/bank.md). Timestamps are of the country's clock, as everything else is.
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { civil } from '../src/rules/kernel/index.ts';
import type { Delivery, Transfer } from './happenings.ts';
import type { Sandbox } from './sandbox.ts';

const NOTICE_PATH = '/api/ngan-hang/sepay';
const INQUIRY_PATH = '/api/ngan-hang/hoa-don';
const STALE_SECONDS = 600;
const WAIT_MS = 5_000;

const sign = (secret: string, timestamp: number, content: string) =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${content}`).digest('hex')}`;

const seconds = (instant: Temporal.Instant) => Math.floor(instant.epochMilliseconds / 1000);

/** `2023-03-25 14:02:37`, Vietnamese civil time, as SePay writes it. */
export function wireTime(instant: Temporal.Instant): string {
  return civil(instant).toString({ smallestUnit: 'second' }).replace('T', ' ');
}

/** Tells the portal of a transfer once and remembers how it went. */
export async function deliver(sandbox: Sandbox, transfer: Transfer): Promise<Delivery> {
  const now = sandbox.clock.now();
  const body = JSON.stringify(transfer.notice);
  const timestamp = seconds(now) - (transfer.mood === 'stale' ? STALE_SECONDS : 0);
  const secret = transfer.mood === 'forged' ? 'someone else' : sandbox.options.bankSecret;
  const { status, answer } = await post(new URL(NOTICE_PATH, sandbox.options.portalUrl), body, {
    'content-type': 'application/json',
    'x-sepay-timestamp': String(timestamp),
    'x-sepay-signature': sign(secret, timestamp, body),
  });
  const delivery: Delivery = {
    type: 'delivery',
    transferId: transfer.id,
    at: now.toString({ smallestUnit: 'second' }),
    status,
    taken: (status === 200 || status === 201) && saysSuccess(answer),
    answer: answer.slice(0, 300),
  };
  await sandbox.memory.remember(delivery);
  return delivery;
}

async function post(
  url: URL,
  body: string,
  headers: Record<string, string>,
): Promise<{ status: number; answer: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(WAIT_MS),
    });
    return { status: response.status, answer: await response.text() };
  } catch (error) {
    return { status: 0, answer: error instanceof Error ? error.message : 'not reached' };
  }
}

function saysSuccess(answer: string): boolean {
  try {
    return z.object({ success: z.literal(true) }).safeParse(JSON.parse(answer)).success;
  } catch {
    return false;
  }
}

const Answer = z.object({
  ref: z.string(),
  amount: z.number().int().positive(),
  bin: z.string(),
  account: z.string(),
  holder: z.string(),
  purpose: z.string(),
  status: z.enum(['open', 'paid', 'cancelled']),
});
export type BillAnswer = z.infer<typeof Answer>;

/** Asks the portal what a reference is for. @returns the bill, `unknown`, or `unreachable` */
export async function inquire(
  sandbox: Sandbox,
  ref: string,
): Promise<BillAnswer | 'unknown' | 'unreachable'> {
  const target = `${INQUIRY_PATH}?ref=${encodeURIComponent(ref)}`;
  const timestamp = seconds(sandbox.clock.now());
  try {
    const response = await fetch(new URL(target, sandbox.options.portalUrl), {
      headers: {
        'x-bank-timestamp': String(timestamp),
        'x-bank-signature': sign(sandbox.options.bankSecret, timestamp, `GET ${target}`),
      },
      signal: AbortSignal.timeout(WAIT_MS),
    });
    if (response.status === 404 || response.status === 400) return 'unknown';
    return response.status === 200 ? Answer.parse(await response.json()) : 'unreachable';
  } catch {
    return 'unreachable';
  }
}
