// Things compared line by line.
import { type Attributes, join, type Said } from '../piece.tsx';

export interface Cell {
  say?: Said;
  format?: 'numeric';
  classes?: string;
  colspan?: number;
  rowspan?: number;
  attributes?: Attributes;
}

export interface TableProps {
  rows: readonly (readonly Cell[])[];
  head?: readonly Cell[];
  caption?: string;
  captionClasses?: string;
  firstCellIsHeader?: boolean;
  classes?: string;
  attributes?: Attributes;
  /** On a narrow screen each row becomes a block, each cell behind its column's name: for tables wider than a phone. */
  stacked?: boolean;
}

function HeadCell({ cell }: { cell: Cell }) {
  return (
    <th
      scope="col"
      class={join('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)}
      colSpan={cell.colspan}
      rowSpan={cell.rowspan}
      {...cell.attributes}
    >
      {cell.say}
    </th>
  );
}

function BodyCell({ cell, header, label }: { cell: Cell; header: boolean; label?: Said }) {
  const spans = {
    colSpan: cell.colspan,
    rowSpan: cell.rowspan,
    ...(label !== undefined && { 'data-label': label }),
    ...cell.attributes,
  };
  if (header) {
    return (
      <th scope="row" class={join('govuk-table__header', cell.classes)} {...spans}>
        {cell.say}
      </th>
    );
  }
  return (
    <td
      class={join('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)}
      {...spans}
    >
      {cell.say}
    </td>
  );
}

/** A table; give it a caption unless a heading names it. */
export function Table({
  rows,
  head,
  caption,
  captionClasses,
  firstCellIsHeader,
  classes,
  attributes,
  stacked,
}: TableProps) {
  return (
    <table class={join('govuk-table', stacked && 'mc-stacked', classes)} {...attributes}>
      {caption && <caption class={join('govuk-table__caption', captionClasses)}>{caption}</caption>}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map((cell) => (
              <HeadCell cell={cell} />
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row">
            {row.map((cell, index) => (
              <BodyCell
                cell={cell}
                header={index === 0 && Boolean(firstCellIsHeader)}
                label={stacked ? head?.[index]?.say : undefined}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
