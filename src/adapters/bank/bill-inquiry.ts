// A bank asks what its customer is about to pay, before the money moves: docs/integrate/bank.md.
import type { BillInquiryPort } from '../../modules/payments/ports.ts';
import { ok, refuse } from '../../rules/kernel/index.ts';
import { verifySigned } from './signed-request.ts';

export interface BillInquiryOptions {
  /** Shared with the bank channel: `BANK_WEBHOOK_SECRET`. */
  readonly secret: string;
}

/** Reads a bank's signed question `GET …?ref=…`. */
export function billInquiry(options: BillInquiryOptions): BillInquiryPort {
  return {
    read(target, headers, now) {
      const signed = verifySigned({
        what: 'bankInquiry',
        secret: options.secret,
        timestamp: headers['x-bank-timestamp'],
        signature: headers['x-bank-signature'],
        content: `GET ${target}`,
        now,
      });
      if (!signed.ok) return signed;
      const reference = new URL(target, 'http://portal.invalid').searchParams.get('ref') ?? '';
      if (/^[A-Za-z0-9]{1,25}$/u.test(reference)) return ok({ reference: reference.toUpperCase() });
      return refuse({
        code: 'bankInquiry.unreadable',
        message: 'Bạn phải gửi mã tham chiếu trong tham số "ref", chỉ gồm chữ và số.',
        status: 400,
      });
    },
  };
}
