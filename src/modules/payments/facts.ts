// The facts of bills and of transfers that found none.

export const BillFact = {
  Created: 'bill.created',
  /** A part came; the bill stays open. */
  PartPaid: 'bill.part-paid',
  Paid: 'bill.paid',
  Cancelled: 'bill.cancelled',
  /** Money for this bill that does not count for it: a person must look. */
  TransferSuspended: 'bill.transfer-suspended',
} as const;

export const TransferFact = {
  Suspended: 'transfer.suspended',
  Ignored: 'transfer.ignored',
} as const;

export const billStream = (id: string) => `bill:${id}`;
export const transferStream = (noticeId: string) => `transfer:${noticeId}`;
