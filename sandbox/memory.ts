// What the sandbox knows right now, built from its file at the start and kept in step with it:
// a thing is in memory only after it is on disk.
import type { Delivery, Happening, Inbound, Scan, Sms, Transfer } from './happenings.ts';
import { type Journal, openJournal } from './journal.ts';

export class Memory {
  readonly #journal: Journal;
  readonly sms: Sms[] = [];
  readonly inbound: Inbound[] = [];
  readonly scans = new Map<string, Scan>();
  readonly transfers = new Map<number, Transfer>();
  readonly deliveries = new Map<number, Delivery[]>();
  readonly #byPhone = new Map<string, Sms[]>();
  readonly #byRequest = new Map<string, Sms>();

  private constructor(journal: Journal) {
    this.#journal = journal;
  }

  static async open(file: string): Promise<Memory> {
    const { journal, past } = await openJournal(file);
    const memory = new Memory(journal);
    for (const happening of past) memory.#take(happening);
    return memory;
  }

  /** Resolves once the thing is on disk and known. */
  async remember(happening: Happening): Promise<void> {
    await this.#journal.append(happening);
    this.#take(happening);
  }

  close(): Promise<void> {
    return this.#journal.close();
  }

  /** Messages of one phone (local form), newest first by arrival: the virtual clock may have been turned back. */
  inbox(phone: string): Sms[] {
    return (this.#byPhone.get(phone) ?? []).toReversed();
  }

  /** The message taken under a request id, if any. */
  findRequest(requestId: string): Sms | undefined {
    return this.#byRequest.get(requestId);
  }

  /** Transfers made for one reference, oldest first. */
  transfersOf(ref: string): Transfer[] {
    return [...this.transfers.values()].filter((transfer) => transfer.ref === ref);
  }

  deliveriesOf(transferId: number): Delivery[] {
    return this.deliveries.get(transferId) ?? [];
  }

  #take(happening: Happening): void {
    if (happening.type === 'sms') this.#takeSms(happening);
    else if (happening.type === 'inbound') this.inbound.push(happening);
    else if (happening.type === 'scan') this.scans.set(happening.bill.ref, happening);
    else if (happening.type === 'transfer') this.transfers.set(happening.id, happening);
    else this.deliveries.set(happening.transferId, [...this.deliveriesOf(happening.transferId), happening]);
  }

  #takeSms(sms: Sms): void {
    this.sms.push(sms);
    const inbox = this.#byPhone.get(sms.to);
    if (inbox === undefined) this.#byPhone.set(sms.to, [sms]);
    else inbox.push(sms);
    if (sms.requestId !== '') this.#byRequest.set(sms.requestId, sms);
  }
}
