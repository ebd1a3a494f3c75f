// Transfer notices as SePay sends them for every Vietnamese bank: JSON, signed over the raw bytes.
// Times on the wire are Vietnamese civil time without a zone.
import { z } from 'zod';
import type { BankNoticePort, BankTransfer } from '../../modules/payments/ports.ts';
import { instantOf, ok, type Result, refuse } from '../../rules/kernel/index.ts';
import { verifySigned } from './signed-request.ts';

export interface SepayOptions {
  /** Shared with the bank channel: `BANK_WEBHOOK_SECRET`. */
  readonly secret: string;
}

// PostgreSQL keeps no NUL in a text.
const line = z.string().transform((text) => text.replaceAll('\u0000', ''));

const Notice = z.object({
  id: z.union([z.number().int().nonnegative(), z.string().regex(/^[\w.-]{1,64}$/u)]),
  gateway: line.pipe(z.string().min(1)),
  transactionDate: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/u),
  accountNumber: line.pipe(z.string().min(1)),
  content: line,
  transferType: z.enum(['in', 'out']),
  transferAmount: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});

/** Reads SePay's transfer notices. Answer it with 200 `{"success":true}`, else it repeats up to seven times. */
export function sepay(options: SepayOptions): BankNoticePort {
  return {
    read(rawBody, headers, now) {
      const signed = verifySigned({
        what: 'bankNotice',
        secret: options.secret,
        timestamp: headers['x-sepay-timestamp'],
        signature: headers['x-sepay-signature'],
        content: rawBody,
        now,
      });
      return signed.ok ? parse(rawBody) : signed;
    },
  };
}

function parse(rawBody: Uint8Array): Result<BankTransfer> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(rawBody);
    const notice = Notice.parse(JSON.parse(text));
    return ok({
      bank: 'sepay',
      transactionId: String(notice.id),
      bankName: notice.gateway,
      account: notice.accountNumber.replace(/\s+/gu, ''),
      amount: notice.transferAmount,
      content: notice.content.normalize('NFC'),
      at: instantOf(Temporal.PlainDateTime.from(notice.transactionDate)),
      direction: notice.transferType,
    });
  } catch (error) {
    return refuse({
      code: 'bankNotice.unreadable',
      message: 'Không đọc được thông báo của ngân hàng.',
      detail: error instanceof Error ? error.name : 'unreadable',
      status: 400,
    });
  }
}
