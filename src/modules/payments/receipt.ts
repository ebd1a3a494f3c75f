// What moves money: a transfer that came, cash at the counter, an exemption. Written once, never changed.

interface ReceiptBase {
  readonly id: string;
  readonly billId: string;
  /** Whole đồng that count for the bill. */
  readonly amount: number;
  readonly at: Temporal.Instant;
}

export interface TransferReceipt extends ReceiptBase {
  readonly kind: 'transfer';
  /** The bank's notice; null when it was carried over without one. */
  readonly noticeId: string | null;
}

/** The official at the counter. */
export interface Taker {
  readonly personId: string;
  readonly name: string;
}

export interface CashReceipt extends ReceiptBase {
  readonly kind: 'cash';
  /**
   * Who paid, whom, under which number. Null when it was carried over from the time before receipts, when a tick at the
   * counter was all that was kept.
   */
  readonly slip: { readonly number: string; readonly payer: string; readonly taker: Taker } | null;
}

export interface ExemptionReceipt extends ReceiptBase {
  readonly kind: 'exemption';
  readonly reason: string;
  readonly legalBasis: string;
  readonly by: Taker;
}

export type Receipt = TransferReceipt | CashReceipt | ExemptionReceipt;

/** Whole đồng that had come before one of the receipts of a bill, given oldest first. */
export function givenBefore(receipts: readonly Receipt[], { id }: { readonly id: string }): number {
  const at = receipts.findIndex((one) => one.id === id);
  return receipts.slice(0, Math.max(at, 0)).reduce((sum, { amount }) => sum + amount, 0);
}

/** Whole đồng that was given in money; what was waived is none. */
export function moneyIn(receipts: readonly Receipt[]): number {
  return receipts.reduce((sum, { kind, amount }) => (kind === 'exemption' ? sum : sum + amount), 0);
}
