// Loading reference data: rows of every kind that files hold, in one transaction, or none of them.
import { agencyKinds } from '../modules/agencies/index.ts';
import { catalogueKinds } from '../modules/catalogue/index.ts';
import { resultKinds } from '../modules/results/index.ts';
import { type Actor, act, SYSTEM } from '../platform/act.ts';
import {
  type DataFault,
  type DataFile,
  type DataKind,
  type Loaded,
  sectionsOf,
} from '../platform/data/index.ts';
import type { Db } from '../platform/db.ts';
import { lockReference, moveReference } from '../platform/reference.ts';
import { dateOf, ok, refuse } from '../rules/kernel/index.ts';

/** In the order in which they are loaded: a later kind may name rows of an earlier one. */
export const DATA_KINDS: readonly DataKind[] = [...agencyKinds, ...catalogueKinds, ...resultKinds];

export interface LoadInput {
  readonly db: Db;
  readonly now: Temporal.Instant;
  /** Who loads: the operator's account on the machine. */
  readonly account: string;
  readonly files: readonly DataFile[];
  /** Says what would change and leaves everything as it is. */
  readonly dryRun?: boolean;
  readonly actor?: Actor;
}

export interface KindReport extends Loaded {
  readonly section: string;
  readonly called: string;
}

/** What was not looked at, for what was found wrong comes before it. */
export interface Unseen {
  /**
   * `unread`: a file could not be read, so no row was looked at. `shape`: rows are wrongly written, so none was held against the
   * data in use. `refused`: a kind was refused, so those after it were not looked at. `apart`: whether these kinds fit together with
   * the others was not looked at.
   */
  readonly because: 'unread' | 'shape' | 'refused' | 'apart';
  /** The kinds, by their name in files; none when no file could be read. */
  readonly sections: readonly string[];
}

export type LoadReport =
  | {
      readonly ok: true;
      readonly kinds: readonly KindReport[];
      readonly changed: boolean;
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly faults: readonly DataFault[]; readonly unseen: Unseen | null };

/**
 * Loads files. With a fault anywhere nothing is loaded and every fault of one stage is told at its place: how rows are written, then
 * kind by kind, then whether they fit together. What was not looked at is told as `unseen`. A dry run does all that a load does and
 * takes it back. A load that changes something leaves the fact `reference.loaded`: by whom, which files by their SHA-256, how many
 * rows of which kind.
 */
export async function loadData(input: LoadInput): Promise<LoadReport> {
  const { db, now, account, files, dryRun = false, actor = SYSTEM } = input;
  const { rows, given, faults } = sectionsOf(files, DATA_KINDS);
  const present = DATA_KINDS.filter((kind) => given.has(kind));
  if (faults.length > 0)
    return { ok: false, faults, unseen: present.length > 0 ? unseenOf('shape', present) : null };
  const kinds: KindReport[] = [];
  const warnings: string[] = [];
  let unseen: Unseen | null = null;
  const changed = () => kinds.some(({ changes }) => changes.length > 0);
  await act({ db, actor, now }, async ({ tx, announce }) => {
    await lockReference(tx);
    for (const kind of DATA_KINDS) {
      const own = rows.get(kind);
      if (!own) continue;
      const loaded = await kind.load(tx, own);
      if (faults.length > 0) {
        unseen = afterRefusal(kind, present);
        return refuse({ code: 'refused' });
      }
      kinds.push({ section: kind.section, called: kind.called, ...loaded });
    }
    // From the last kind to the first: what does not fit together is told once, at the row that brings it together.
    for (const kind of DATA_KINDS.toReversed()) {
      await kind.hold?.(tx, rows.get(kind) ?? []);
      if (faults.length === 0) continue;
      const others = present.slice(0, present.indexOf(kind)).filter(({ hold }) => hold);
      unseen = others.length > 0 ? unseenOf('apart', others) : null;
      return refuse({ code: 'refused' });
    }
    const day = dateOf(now).toString();
    for (const kind of present) warnings.push(...((await kind.warn?.(tx, rows.get(kind) ?? [], day)) ?? []));
    if (dryRun || !changed()) return refuse({ code: 'nothing-to-keep' });
    await moveReference(tx, now);
    announce({
      stream: 'reference',
      name: 'reference.loaded',
      data: { account, files: files.map((file) => file.sha256), rows: counts(kinds) },
    });
    return ok(null);
  });
  return faults.length > 0
    ? { ok: false, faults, unseen }
    : { ok: true, kinds, changed: changed(), warnings };
}

function unseenOf(because: Unseen['because'], kinds: readonly DataKind[]): Unseen {
  return { because, sections: kinds.map(({ section }) => section) };
}

function afterRefusal(kind: DataKind, present: readonly DataKind[]): Unseen | null {
  const later = present.slice(present.indexOf(kind) + 1);
  if (later.length > 0) return unseenOf('refused', later);
  const held = present.filter(({ hold }) => hold);
  return held.length > 0 ? unseenOf('apart', held) : null;
}

function counts(kinds: readonly KindReport[]) {
  return Object.fromEntries(kinds.map((kind) => [kind.section, countsOf(kind)]));
}

/** How many rows of a kind were added, changed, ended and left as they were. */
export function countsOf({ changes, unchanged }: Loaded) {
  const of = (what: string) => changes.filter((change) => change.what === what).length;
  return { added: of('added'), changed: of('changed'), ended: of('ended'), unchanged };
}
