// The desk: a dense table at the left, the dossier in view beside it; nothing moves under the hand.
import type { ComponentChildren } from 'preact';
import { join, type Said } from '../components/piece.tsx';
import { useWords } from '../words/index.ts';
import { EmptyState } from './empty-state.tsx';

export interface DeskColumn {
  say: string;
  /** Extra words only for screen readers. */
  hidden?: string;
  numeric?: boolean;
}

export interface DeskRow {
  id: string;
  /** Opens the dossier beside the list. */
  href: string;
  /** One per column; the cell of `linkColumn` becomes the link. */
  cells: readonly Said[];
  current?: boolean;
  /** Says "Quá hạn" above the first cell (the due hour). */
  late?: boolean;
}

export interface DeskTableProps {
  caption: string;
  columns: readonly DeskColumn[];
  rows: readonly DeskRow[];
  /** Index of the column whose words open the row; 1 (the number) unless told. */
  linkColumn?: number;
  /** Said when no row is there. */
  empty?: string;
}

function Row({
  row,
  columns,
  linkColumn,
}: {
  row: DeskRow;
  columns: readonly DeskColumn[];
  linkColumn: number;
}) {
  const { late } = useWords();
  return (
    <tr class={join('mc-desk__row', row.current && 'mc-desk__row--current')} data-row>
      {columns.map((column, index) => (
        <td key={column.say} class={column.numeric ? 'mc-desk__numeric' : undefined} data-label={column.say}>
          {index === 0 && row.late && <span class="mc-desk__late">{late} </span>}
          {index === linkColumn ? (
            <a
              class="govuk-link mc-desk__link"
              href={row.href}
              aria-current={row.current ? 'true' : undefined}
            >
              {row.cells[index]}
            </a>
          ) : (
            row.cells[index]
          )}
        </td>
      ))}
    </tr>
  );
}

/** A dense table whose rows open dossiers; j, k and Enter move in it where script runs. */
export function DeskTable({ caption, columns, rows, linkColumn = 1, empty }: DeskTableProps) {
  const words = useWords().queue;
  if (rows.length === 0) return <EmptyState say={empty ?? words.empty} />;
  return (
    <table class="mc-desk" data-module="mc-desk-keys">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.say} scope="col" class={column.numeric ? 'mc-desk__numeric' : undefined}>
              {column.say}
              {column.hidden && <span class="govuk-visually-hidden"> {column.hidden}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} columns={columns} linkColumn={linkColumn} />
        ))}
      </tbody>
    </table>
  );
}

/** The keys that work on this list; shown only where script runs, since only there they act. */
export function KeyHelp() {
  const words = useWords().keys;
  return (
    <p class="mc-keys" aria-label={words.title} role="note">
      <kbd>j</kbd> {words.down} <kbd>k</kbd> {words.up} <kbd>Enter</kbd> {words.open} <kbd>/</kbd>{' '}
      {words.search}
    </p>
  );
}

export interface QueueAndPaneProps {
  list: ComponentChildren;
  /** The dossier in view. */
  pane?: ComponentChildren;
  /** Address of the list alone: on a narrow screen the pane covers the list, and this link leads back. */
  listHref: string;
}

/** List and pane side by side; on a narrow screen one at a time. */
export function QueueAndPane({ list, pane, listHref }: QueueAndPaneProps) {
  const words = useWords().queue;
  return (
    <div class={join('mc-queue', pane ? 'mc-queue--open' : undefined)}>
      <section class="mc-queue__list" aria-label={words.listLabel}>
        {list}
      </section>
      {pane && (
        <section class="mc-queue__pane" aria-label={words.paneLabel} id="ho-so-dang-xem">
          <a class="govuk-back-link mc-queue__back" href={listHref}>
            {words.backToList}
          </a>
          {pane}
        </section>
      )}
    </div>
  );
}
