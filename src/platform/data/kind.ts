// One kind of reference data: how its rows are read, held against those that are there, and written. Each module owns its kinds.
import type { z } from 'zod';
import type { Tx } from '../db.ts';
import type { Path } from './fault.ts';
import { faultsIn } from './schemas.ts';

/** A row as a file gave it, and the way to refuse it at its place. */
export interface Placed<Row> {
  readonly value: Row;
  /** @param what is wrong, in Vietnamese, following the name of the field */
  refuse(what: string, ...path: Path): void;
}

export interface Change {
  readonly what: 'added' | 'changed' | 'ended';
  /** The row in a few words for the operator. */
  readonly row: string;
}

/** What became, or would become, of the rows of one kind. */
export interface Loaded {
  readonly changes: readonly Change[];
  readonly unchanged: number;
}

export type ReadRow<Row> =
  | { readonly ok: true; readonly value: Row }
  | { readonly ok: false; readonly faults: readonly { readonly path: Path; readonly what: string }[] };

export interface DataKind<Row = unknown> {
  /** The member of a file that lists the rows. */
  readonly section: string;
  /** In the report: "ngày nghỉ". */
  readonly called: string;
  read(json: unknown): ReadRow<Row>;
  /** Whether a file that lists nothing is itself one row of this kind. */
  isAlone?(json: object): boolean;
  /**
   * Holds the rows against the table and writes what differs, inside the transaction of the whole load. A row that cannot be is
   * refused at its place; then nothing of the load stays.
   */
  load(tx: Tx, rows: readonly Placed<Row>[]): Promise<Loaded>;
  /**
   * Holds the rows against what all kinds of this load have written together, after the last of them. A row that does not fit is
   * refused at its place.
   */
  hold?(tx: Tx, rows: readonly Placed<Row>[]): Promise<void>;
  /** What the operator may have forgotten, in whole Vietnamese clauses; it keeps nothing out. @param day today, ISO */
  warn?(tx: Tx, rows: readonly Placed<Row>[], day: string): Promise<readonly string[]>;
}

/** Reads rows by a schema whose messages speak to the author. */
export function rowsBy<Row>(schema: z.ZodType<Row>): DataKind<Row>['read'] {
  return (json) => {
    const read = schema.safeParse(json);
    if (read.success) return { ok: true, value: read.data };
    return { ok: false, faults: faultsIn(read.error.issues) };
  };
}
