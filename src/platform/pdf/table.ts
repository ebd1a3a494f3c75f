// Bordered tables that run over pages: a row that does not fit is moved or, when it is long, cut between lines;
// the head is repeated on every page.
import type { Line, Rich } from './lines.ts';
import { type Align, type Element, mm, type Sheet } from './sheet.ts';

export interface TableColumn {
  readonly title: string;
  /** Share of the width, relative to the other columns. */
  readonly share: number;
  readonly align?: Align;
  /** Its cells are the heads of their rows: read aloud before each of the others. */
  readonly heads?: boolean;
}

export interface TableOptions {
  readonly size?: number;
  /** Least height of a row in points: room to write by hand. */
  readonly rowHeight?: number;
}

interface Cell {
  readonly lines: readonly Line[];
  readonly x: number;
  readonly width: number;
  readonly align: Align;
  readonly element: Element;
  readonly bold: boolean;
}

/** Writes a table; every row has one cell per column. Nothing is written when there are no columns. */
export function table(
  sheet: Sheet,
  columns: readonly TableColumn[],
  rows: readonly (readonly Rich[])[],
  options: TableOptions = {},
): void {
  if (columns.length === 0) return;
  sheet.group('Table', () => new TableWriter(sheet, columns, options).write(rows));
}

class TableWriter {
  readonly #sheet: Sheet;
  readonly #columns: readonly TableColumn[];
  readonly #size: number;
  readonly #lineHeight: number;
  readonly #pad = mm(1);
  readonly #edges: number[];
  readonly #least: number;

  constructor(sheet: Sheet, columns: readonly TableColumn[], options: TableOptions) {
    this.#sheet = sheet;
    this.#columns = columns;
    this.#size = options.size ?? sheet.setup.bodySize * 0.93;
    this.#lineHeight = this.#size * 1.28;
    this.#least = options.rowHeight ?? 0;
    const total = columns.reduce((sum, column) => sum + column.share, 0);
    let x = sheet.left;
    this.#edges = [x, ...columns.map((column) => (x += (column.share / total) * sheet.width))];
  }

  write(rows: readonly (readonly Rich[])[]): void {
    const head = this.#columns.map((column) => column.title);
    const headHeight = this.#heightOf(this.#lines(head, true));
    const firstRow = rows[0]
      ? Math.min(this.#heightOf(this.#lines(rows[0], false)), this.#lineHeight * 4)
      : 0;
    this.#sheet.keep(headHeight + firstRow);
    this.#row(head, true);
    for (const row of rows) this.#row(row, false);
  }

  #lines(texts: readonly Rich[], bold: boolean): Line[][] {
    return texts.map((text, index) => {
      const width = this.#innerWidth(index);
      const style = bold ? ('bold' as const) : undefined;
      return this.#sheet.layout(text, { width, size: this.#size, style }).lines;
    });
  }

  #innerWidth(index: number): number {
    return (this.#edges[index + 1] ?? 0) - (this.#edges[index] ?? 0) - this.#pad * 2;
  }

  #heightOf(lines: readonly (readonly Line[])[]): number {
    return Math.max(
      this.#least,
      Math.max(...lines.map((cell) => cell.length)) * this.#lineHeight + this.#pad * 2,
    );
  }

  #row(texts: readonly Rich[], head: boolean): void {
    const lines = this.#lines(texts, head);
    this.#sheet.group('TR', () => {
      const cells = lines.map((cell, index) => this.#cell(cell, index, head));
      let from = 0;
      const count = Math.max(...lines.map((cell) => cell.length));
      do {
        const fit = this.#fit(count - from, head);
        this.#chunk(cells, from, from + fit);
        from += fit;
        if (from < count) this.#breakPage(head);
      } while (from < count);
      for (const cell of cells) cell.element.end();
    });
  }

  #cell(lines: readonly Line[], index: number, head: boolean): Cell {
    const column = this.#columns[index];
    const scope = head ? { scope: 'Column' } : column?.heads ? { scope: 'Row' } : {};
    return {
      lines,
      x: (this.#edges[index] ?? 0) + this.#pad,
      width: this.#innerWidth(index),
      align: head ? 'center' : (column?.align ?? 'left'),
      element: this.#sheet.element(head || column?.heads ? 'TH' : 'TD', scope),
      bold: head,
    };
  }

  /** How many of the wanted lines go on this page; moves to the next one first when that is better. */
  #fit(wanted: number, head: boolean): number {
    const whole = Math.max(this.#least, wanted * this.#lineHeight + this.#pad * 2);
    if (whole <= this.#sheet.room) return wanted;
    const pageful = this.#sheet.bottom - this.#sheet.top;
    const here = Math.floor((this.#sheet.room - this.#pad * 2) / this.#lineHeight);
    if (here < 3 || whole < pageful * 0.3) {
      this.#breakPage(head);
      return this.#fit(wanted, true);
    }
    return Math.max(1, Math.min(wanted, here));
  }

  #breakPage(head: boolean): void {
    this.#sheet.newPage();
    if (!head) this.#repeatHead();
  }

  #repeatHead(): void {
    const sheet = this.#sheet;
    const lines = this.#lines(
      this.#columns.map((column) => column.title),
      true,
    );
    const top = sheet.y;
    sheet.decoration(() => {
      lines.forEach((cell, index) => {
        sheet.y = top + this.#pad;
        const x = (this.#edges[index] ?? 0) + this.#pad;
        const width = this.#innerWidth(index);
        sheet.drawLines(cell, this.#lineHeight, { x, width, size: this.#size, align: 'center' });
      });
    }, 'Pagination');
    this.#frame(top, this.#heightOf(lines));
  }

  #chunk(cells: readonly Cell[], from: number, to: number): void {
    const sheet = this.#sheet;
    const top = sheet.y;
    const height = Math.max(this.#least, (to - from) * this.#lineHeight + this.#pad * 2);
    for (const cell of cells) {
      const part = cell.lines.slice(from, to);
      if (part.length === 0) continue;
      cell.element.add(() => {
        sheet.y = top + this.#pad;
        const { x, width, align } = cell;
        sheet.drawLines(part, this.#lineHeight, { x, width, align, size: this.#size });
      });
    }
    this.#frame(top, height);
  }

  #frame(top: number, height: number): void {
    const sheet = this.#sheet;
    sheet.decoration((pdf) => {
      pdf.lineWidth(0.5);
      this.#edges.slice(0, -1).forEach((edge, index) => {
        pdf.rect(edge, top, (this.#edges[index + 1] ?? edge) - edge, height);
      });
      pdf.stroke('#000000');
    });
    sheet.y = top + height;
  }
}
