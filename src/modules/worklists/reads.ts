// What the desk's pages ask: who am I here, how much waits, which dossiers, where is this one.

import type { Db } from '../../platform/db.ts';
import { feeAsked } from '../../rules/fees/index.ts';
import { fold } from '../../rules/kernel/index.ts';
import { type SeatRole, seatRoleOf } from '../../rules/lifecycle/index.ts';
import { plain, toldNumbers } from '../../rules/papers/index.ts';
import { QUEUES, type Queue, type QueueName } from './queues.ts';
import {
  type After,
  type AppointmentRow,
  type Asker,
  appointmentRows,
  countRows,
  foundRows,
  queueRows,
  seatRows,
  toldRows,
  type WaitingRow,
} from './store.ts';

/** What a person is at an agency today. */
export interface Seat {
  readonly agencyId: string;
  readonly agencyName: string;
  readonly role: SeatRole;
  readonly title: string;
  /** False at an agency that a later one took the place of, whose dossiers may still be under way. */
  readonly inForce: boolean;
}

/** The seats a person holds on a day; none for an official without rights. */
export async function seatsOf(db: Db, asker: Asker): Promise<Seat[]> {
  const { rows } = await seatRows(asker).execute(db);
  return rows.map((row) => ({ ...row, role: seatRoleOf(row.role) }));
}

export type Counts = Partial<Record<QueueName, number>>;

/** How many dossiers wait in each of these queues; ended ones are not counted. */
export async function countsOf(db: Db, asker: Asker, queues: readonly Queue[]): Promise<Counts> {
  const { rows } = await countRows(queues, asker).execute(db);
  return rows[0] ?? {};
}

/** A line of a queue. */
export interface WaitingDossier {
  readonly id: string;
  /** The number, or the request code while none has been issued. */
  readonly number: string;
  readonly owner: string;
  readonly procedure: string;
  readonly agencyId: string;
  readonly state: number;
  /** Its fee is asked now and has not come. */
  readonly feeUnpaid: boolean;
  readonly submittedAt: Temporal.Instant;
  readonly heldSince: Temporal.Instant;
  readonly due: Temporal.Instant | null;
  readonly finishedAt: Temporal.Instant | null;
  /** The official who has it; null = the desk. */
  readonly holder: string | null;
  /** A proposal waits for a signature. */
  readonly proposed: boolean;
  readonly returnChannel: string;
}

export interface WorkPage {
  readonly rows: readonly WaitingDossier[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

export const PAGE_ROWS = 50;

/**
 * A page of a queue, the most pressing first.
 * @param after `next` of the page before; anything else begins at the top
 */
export async function pageOf(db: Db, asker: Asker, name: QueueName, after?: string): Promise<WorkPage> {
  const queue = QUEUES.find((one) => one.name === name) as Queue;
  const { rows } = await queueRows(queue, asker, PAGE_ROWS + 1, markOf(after)).execute(db);
  const shown = rows.slice(0, PAGE_ROWS);
  const last = shown.at(-1);
  const more = rows.length > PAGE_ROWS && last;
  return {
    rows: shown.map(dossierOf),
    next: more ? `${last.mark.toString({ smallestUnit: 'microsecond' })}~${last.id}` : null,
  };
}

const LEAST_LETTERS = 2;

/** Dossiers of one's own agencies by the number or request code as it is told, by a part of it or of the owner's name; at most one page, open ones first. */
export async function search(db: Db, asker: Asker, q: string): Promise<readonly WaitingDossier[]> {
  const parts = [...new Set([fold(q), plain(q).toLowerCase()])].filter(
    ({ length }) => length >= LEAST_LETTERS,
  );
  if (parts.length === 0) return [];
  const told = await toldRows(toldNumbers(q), asker).execute(db);
  const { rows } = told.rows.length > 0 ? told : await foundRows(parts, asker, PAGE_ROWS).execute(db);
  return rows.map(dossierOf);
}

/** Somebody who comes to the desk. */
export type Appointment = Readonly<AppointmentRow>;

/** Who comes to one's own agencies on a day, the earliest first. */
export async function appointmentsOn(
  db: Db,
  asker: Asker,
  day: Temporal.PlainDate,
): Promise<readonly Appointment[]> {
  const { rows } = await appointmentRows(asker, day).execute(db);
  return rows.map((row) => ({ ...row, phone: row.phone.replace(/^\+84/u, '0') }));
}

const MARK = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u;

function markOf(after: string | undefined): After | undefined {
  const found = MARK.exec(after ?? '');
  if (!found?.[1] || !found[2]) return undefined;
  try {
    return { mark: Temporal.Instant.from(found[1]), id: found[2] };
  } catch {
    return undefined;
  }
}

function dossierOf({ mark: _mark, ...row }: WaitingRow): WaitingDossier {
  const { moneyState: _money, fee: _fee, submitChannel: _channel, ...shown } = row;
  return { ...shown, feeUnpaid: feeAsked(row).asked === 'now' };
}
