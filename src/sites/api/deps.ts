// What the machines' doors are handed.
import type { BankNoticePort, BillInquiryPort } from '../../modules/payments/index.ts';
import type { Db } from '../../platform/db.ts';

export interface ApiDeps {
  readonly db: Db;
  /** Verifies and reads a bank's notices of transfers. */
  readonly bankNotices: BankNoticePort;
  /** Verifies a bank's question about a bill. */
  readonly billInquiry: BillInquiryPort;
}
