// What is asked of a payer, as kept; how far it has come follows from its receipts.
import { z } from 'zod';

const Line = z.object({
  name: z.string(),
  quantity: z.number(),
  /** Whole đồng. */
  unitAmount: z.number(),
  /** Whole đồng. */
  amount: z.number(),
  /** The legal basis, in words. */
  basis: z.string(),
});
export type BillLine = Readonly<z.infer<typeof Line>>;

const PayeeShape = z.object({
  /** Bank identification number, 6 digits. */
  bin: z.string(),
  account: z.string(),
  holder: z.string(),
  /** The bank's name, for people. */
  bankName: z.string().default(''),
  /** The bank as its notices name it: one that names another bank does not settle. Empty: not compared. */
  gateway: z.string().default(''),
  /** By what paper this account may take the money, for people; may be empty. */
  authority: z.string().default(''),
});
export type Payee = Readonly<z.infer<typeof PayeeShape>>;

export const Lines = z.array(Line);
export const PayeeJson = PayeeShape;

/** What a bill is for; payments know nothing else of it. */
export interface BillSubject {
  readonly kind: string;
  readonly refId: string;
}

/**
 * - `due`: nothing has come. `partly`: less than is asked.
 * - `paid`: the money is there. `exempt`: what was left is forgiven, with a reason.
 * - `cancelled`: its reason has gone before it was settled.
 */
export type BillState = 'due' | 'partly' | 'paid' | 'exempt' | 'cancelled';

/** How a bill can be paid by transfer. */
export interface TransferTerms {
  /** `DVC` + 12 digits: what the transfer must say. */
  readonly reference: string;
  /** Frozen when the bill was made. */
  readonly payee: Payee;
}

export interface Bill extends BillSubject {
  readonly id: string;
  /** Whole đồng. */
  readonly amount: number;
  readonly lines: readonly BillLine[];
  /** Null when it is paid at the counter only. */
  readonly transfer: TransferTerms | null;
  readonly state: BillState;
  /** Whole đồng that came and count. */
  readonly received: number;
  /** Whole đồng that are forgiven. */
  readonly exempted: number;
  readonly createdAt: Temporal.Instant;
  /** When the last receipt settled it; null while it is not settled. */
  readonly settledAt: Temporal.Instant | null;
}

export type TransferBill = Bill & { readonly transfer: TransferTerms };

export interface Sums {
  /** Whole đồng. */
  readonly amount: number;
  readonly received: number;
  readonly exempted: number;
  readonly cancelled: boolean;
}

/** The state of a bill, from what its receipts add up to. */
export function billState({ amount, received, exempted, cancelled }: Sums): BillState {
  if (received + exempted >= amount) return exempted > 0 ? 'exempt' : 'paid';
  if (cancelled) return 'cancelled';
  return received > 0 ? 'partly' : 'due';
}

/** Whole đồng still to pay; 0 when it is settled or cancelled. */
export function leftToPay({ state, amount, received }: Pick<Bill, 'state' | 'amount' | 'received'>): number {
  return state === 'due' || state === 'partly' ? amount - received : 0;
}
