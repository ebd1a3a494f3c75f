// What the payments module needs from a bank: its notices of transfers, believed only when their signature holds,
// and the questions a bank may ask about a bill before its customer pays.
import type { Result } from '../../rules/kernel/index.ts';

/** Request headers as node:http gives them: names in lower case. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** A transfer that the bank says has happened. */
export interface BankTransfer {
  /** The bank's channel, as kept in the notice table. */
  readonly bank: string;
  /** Unique within `bank`; the same id is the same transfer, however often it is told. */
  readonly transactionId: string;
  /** The bank's name as it writes it, e.g. `Vietcombank`. */
  readonly bankName: string;
  /** Our account that the money moved on. */
  readonly account: string;
  /** Whole đồng, more than 0. */
  readonly amount: number;
  /** What the payer wrote, NFC, as mangled by the banks on the way. */
  readonly content: string;
  /** When the bank booked it. */
  readonly at: Temporal.Instant;
  /** `in`: money came to us. */
  readonly direction: 'in' | 'out';
}

export interface BankNoticePort {
  /**
   * Verifies and reads one notice.
   * @param rawBody the bytes exactly as received: the signature is over them
   * @param now the portal's clock; a notice signed more than five minutes away from it is refused
   * @returns refusals `bankNotice.unsigned` (401), `.stale` (401), `.forged` (401), `.unreadable` (400)
   */
  read(rawBody: Uint8Array, headers: RequestHeaders, now: Temporal.Instant): Result<BankTransfer>;
}

export interface BillInquiryPort {
  /**
   * Verifies that a bank, and nobody else, asks for a bill.
   * @param target path and query exactly as received, e.g. `/api/ngan-hang/hoa-don?ref=DVC…`
   * @returns the reference asked for; refusals as of BankNoticePort, `bankInquiry.*`
   */
  read(
    target: string,
    headers: RequestHeaders,
    now: Temporal.Instant,
  ): Result<{ readonly reference: string }>;
}

/** The answer to a bank's inquiry, as JSON; an unknown reference is 404 `{"error":"unknown"}`. */
export interface BillAnswer {
  readonly ref: string;
  /** Whole đồng: what is still to pay while the bill is open, the whole bill afterwards. */
  readonly amount: number;
  readonly bin: string;
  readonly account: string;
  readonly holder: string;
  /** Transfer content that the bank must carry. */
  readonly purpose: string;
  readonly status: 'open' | 'paid' | 'cancelled';
}
