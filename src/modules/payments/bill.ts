// What is asked of a payer, as kept.
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

export type BillState = 'open' | 'paid' | 'cancelled';

export interface Bill {
  readonly id: string;
  readonly kind: string;
  readonly refId: string;
  /** `DVC` + 12 digits: what the transfer must say. */
  readonly reference: string;
  /** Whole đồng. */
  readonly amount: number;
  readonly lines: readonly BillLine[];
  readonly payee: Payee;
  readonly state: BillState;
  /** Whole đồng that came and count. */
  readonly received: number;
  readonly createdAt: Temporal.Instant;
  readonly paidAt: Temporal.Instant | null;
}
