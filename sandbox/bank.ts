// The payer's bank: takes scans of VietQR codes, moves money, tells the portal, and misbehaves when asked to.
import { z } from 'zod';
import { type BillAnswer, deliver, inquire, wireTime } from './bank-wire.ts';
import type { Bill, Delivery, Transfer } from './happenings.ts';
import type { Sandbox } from './sandbox.ts';
import { readVietQr, referenceIn } from './vietqr.ts';

/** How a settlement may go wrong; all absent: an honest transfer of the whole bill. */
export const Misbehaviour = z
  .object({
    /** Whole đồng, instead of the bill's. */
    amount: z.coerce.number().int().positive().max(999_999_999_999).optional(),
    /** Another account than the bill's. */
    account: z
      .string()
      .regex(/^[0-9A-Za-z]{6,19}$/u)
      .optional(),
    /** What the payer wrote, instead of the bill's purpose. */
    content: z.string().max(200).optional(),
    /** How often the same notice is sent. */
    times: z.coerce.number().int().min(1).max(5).default(1),
    /** The money moved so many minutes ago (true: a day) and the notice comes only now. */
    late: z.union([z.boolean(), z.coerce.number().int().min(1).max(525_600)]).default(false),
    /** The notice is not sent until asked for: POST /payments/transfers/:id/resend. */
    lost: z.boolean().default(false),
    /** Signed by someone who does not know the secret. */
    forged: z.boolean().default(false),
    /** Signed ten minutes ago. */
    stale: z.boolean().default(false),
  })
  .strict();
export type Misbehaviour = z.infer<typeof Misbehaviour>;

export interface Settlement {
  readonly transfer: Transfer;
  readonly deliveries: readonly Delivery[];
}

export type SettleFailure = 'unknown' | 'unreachable' | 'noAmount';

/** As the vendor: seven repeats, Fibonacci spacing. */
const RETRY_MS = [1_000, 1_000, 2_000, 3_000, 5_000, 8_000, 13_000];
const DAY_MINUTES = 24 * 60;

export class Bank {
  readonly #sandbox: Sandbox;
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped = false;
  #lastId = 0;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  /** Goes on telling the portal of transfers that it had not taken when the sandbox stopped. */
  resume(): void {
    for (const transfer of this.#sandbox.memory.transfers.values()) this.#retryLater(transfer);
  }

  stop(): void {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }

  /** Registers what a bank app read. @throws Error with a Vietnamese sentence when the payload is no VietQR */
  async scan(payload: string): Promise<Bill> {
    const bill = readVietQr(payload);
    await this.#sandbox.memory.remember({ type: 'scan', bill, at: this.#now() });
    return bill;
  }

  /** The bill of a reference: what was scanned, else what the portal says of it. */
  async find(ref: string): Promise<Bill | 'unknown' | 'unreachable'> {
    const scanned = this.#sandbox.memory.scans.get(ref);
    if (scanned !== undefined) return scanned.bill;
    const answer = await inquire(this.#sandbox, ref);
    return typeof answer === 'string' ? answer : billOf(answer);
  }

  /** Moves the money and tells the portal; a notice that is not taken is repeated later. */
  async settle(rawRef: string, how: Misbehaviour): Promise<Settlement | SettleFailure> {
    const ref = referenceIn(rawRef);
    const told = how.amount !== undefined && how.account !== undefined;
    const found = await this.find(ref);
    if (typeof found === 'string' && !told) return found;
    const bill: Bill =
      typeof found === 'string' ? { ref, amount: null, bin: '', account: '', purpose: ref } : found;
    const amount = how.amount ?? bill.amount;
    if (amount === null) return 'noAmount';
    const transfer = this.#transfer({ ...bill, amount, account: how.account ?? bill.account }, how);
    await this.#sandbox.memory.remember(transfer);
    return { transfer, deliveries: await this.#tell(transfer, how.lost ? 0 : how.times) };
  }

  /** Sends the notice of a transfer once more. */
  async resend(transferId: number): Promise<Delivery | undefined> {
    const transfer = this.#sandbox.memory.transfers.get(transferId);
    return transfer && deliver(this.#sandbox, transfer);
  }

  async #tell(transfer: Transfer, times: number): Promise<Delivery[]> {
    const deliveries: Delivery[] = [];
    for (let time = 0; time < times; time++) deliveries.push(await deliver(this.#sandbox, transfer));
    this.#retryLater(transfer);
    return deliveries;
  }

  #retryLater(transfer: Transfer): void {
    const tried = this.#sandbox.memory.deliveriesOf(transfer.id);
    const delay = (this.#sandbox.options.retryMs ?? RETRY_MS)[Math.max(0, tried.length - 1)];
    if (transfer.mood !== 'plain' || tried.some((one) => one.taken) || delay === undefined) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#retry(transfer, tried.length).catch((error: unknown) => {
        process.stderr.write(`sandbox: a notice could not be repeated: ${error}\n`);
      });
    }, delay);
    this.#timers.add(timer);
  }

  /** Skips its turn when someone pressed "send again" meanwhile. */
  async #retry(transfer: Transfer, triedBefore: number): Promise<void> {
    if (this.#sandbox.memory.deliveriesOf(transfer.id).length === triedBefore)
      await deliver(this.#sandbox, transfer);
    if (!this.#stopped) this.#retryLater(transfer);
  }

  #transfer(bill: Bill & { amount: number }, how: Misbehaviour): Transfer {
    const id = this.#nextId();
    const minutes = how.late === true ? DAY_MINUTES : how.late === false ? 0 : how.late;
    const at = this.#sandbox.clock.now().subtract({ minutes });
    const content = `MBVCB.${String(id).slice(-10)}.${how.content ?? (bill.purpose || bill.ref)}`;
    return {
      type: 'transfer',
      id,
      ref: bill.ref,
      amount: bill.amount,
      account: bill.account,
      at: at.toString({ smallestUnit: 'second' }),
      mood: how.lost ? 'held' : how.forged ? 'forged' : how.stale ? 'stale' : 'plain',
      notice: {
        id,
        gateway: bill.bin === '970436' ? 'Vietcombank' : 'NganHangMoPhong',
        transactionDate: wireTime(at),
        accountNumber: bill.account,
        code: null,
        content,
        transferType: 'in',
        transferAmount: bill.amount,
        accumulated: 0,
        subAccount: null,
        referenceCode: `FT${id}`,
        description: `BankAPINotify ${content}`,
      },
    };
  }

  /** Grows always, and differs from the ids of a sandbox whose state was thrown away. */
  #nextId(): number {
    const last = [...this.#sandbox.memory.transfers.keys()].at(-1) ?? 0;
    this.#lastId = Math.max(Date.now(), last + 1, this.#lastId + 1);
    return this.#lastId;
  }

  #now(): string {
    return this.#sandbox.clock.now().toString({ smallestUnit: 'second' });
  }
}

function billOf({ ref, amount, bin, account, purpose }: BillAnswer): Bill {
  return { ref, amount, bin, account, purpose };
}
