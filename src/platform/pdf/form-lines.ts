// What a hand fills in: dotted lines, boxes for figures, boxes to tick. Drawn, because fonts lack the boxes.
import { LEADING, mm, type ParagraphOptions, type Sheet } from './sheet.ts';

const LINE = mm(7.6);

/** `Nhãn: ........` with further dotted lines beneath when more room is needed. */
export function dottedLine(sheet: Sheet, label: string, lines = 1): void {
  sheet.keep(LINE * Math.min(2, lines));
  const end = writeLabel(sheet, label);
  const rest = sheet.right - end;
  if (rest > mm(25)) dots(sheet, end + 2, sheet.right);
  const extra = rest > mm(25) ? lines - 1 : lines;
  for (let n = 0; n < extra; n += 1) {
    sheet.keep(LINE);
    sheet.y += LINE;
    dots(sheet, sheet.left, sheet.right);
  }
  sheet.y += mm(1.2);
}

/** `Nhãn: ☐☐☐☐☐☐` one box for each figure; groups are parted by a little air (2, 2, 4 for a date). */
export function figureBoxes(sheet: Sheet, label: string, groups: readonly number[]): void {
  sheet.keep(LINE);
  const end = writeLabel(sheet, label);
  const side = mm(5.2);
  const wide = groups.reduce((sum, count) => sum + count * side, 0) + (groups.length - 1) * mm(2);
  if (end + mm(2) + wide > sheet.right) sheet.y += LINE;
  let x = end + mm(2) + wide > sheet.right ? sheet.left : end + mm(2);
  sheet.decoration((pdf) => {
    for (const count of groups) {
      for (let n = 0; n < count; n += 1, x += side) pdf.rect(x, sheet.y - side + mm(0.8), side, side);
      x += mm(2);
    }
    pdf.lineWidth(0.6).stroke('#000000');
  });
  sheet.y += mm(2.2);
}

/** `Nhãn: ☐ một  ☐ hai`, as many side by side as the line holds. */
export function choiceBoxes(sheet: Sheet, label: string, options: readonly string[]): void {
  const size = sheet.setup.bodySize;
  const measure = sheet.measure(size);
  const wide = (option: string) => measure(option, 'regular') + mm(11);
  const total = options.reduce((sum, option) => sum + wide(option), 0);
  sheet.keep(LINE * 2);
  let x = writeLabel(sheet, label) + mm(3);
  if (x + total > sheet.right && x > sheet.left + sheet.width * 0.4) x = sheet.right;
  for (const option of options) {
    if (x + wide(option) > sheet.right + mm(5)) {
      sheet.y += LINE * 0.9;
      sheet.keep(LINE * 0.5);
      x = sheet.left + mm(4);
    }
    choiceAt(sheet, x, option);
    x += wide(option);
  }
  sheet.y += mm(2);
}

function choiceAt(sheet: Sheet, x: number, option: string): void {
  const base = sheet.y;
  box(sheet, x, base);
  sheet.y = base - sheet.setup.bodySize * 1.22;
  sheet.paragraph(option, { tag: 'LBody', x: x + mm(5.5), width: sheet.right - x });
  sheet.y = base;
}

/** `☐ một câu` that may wrap; `indent` in points. */
export function tickLine(sheet: Sheet, text: string, indent = 0, options: ParagraphOptions = {}): void {
  const size = options.size ?? sheet.setup.bodySize;
  sheet.keep(size * 3);
  const first = sheet.y;
  box(sheet, sheet.left + indent, first + size * 1.22);
  const lead = indent + mm(6);
  sheet.paragraph(text, { ...options, x: sheet.left + lead, width: sheet.width - lead, after: mm(1) });
}

/** Writes the label on the line to come and leaves `sheet.y` at its base; gives the x where it ended. */
function writeLabel(sheet: Sheet, label: string): number {
  const size = sheet.setup.bodySize;
  const text = `${label}:`;
  const { lines } = sheet.layout(text);
  const lead = LINE - size * LEADING;
  sheet.y += lead;
  sheet.paragraph(text);
  const last = lines.at(-1)?.width ?? 0;
  sheet.y -= size * 0.18;
  return sheet.left + last;
}

function dots(sheet: Sheet, from: number, to: number): void {
  sheet.decoration((pdf) => {
    pdf.lineWidth(0.9).lineCap('round').dash(0.01, { space: 2.6 });
    pdf
      .moveTo(from, sheet.y - 1.2)
      .lineTo(to, sheet.y - 1.2)
      .stroke('#000000');
    pdf.undash();
  });
}

function box(sheet: Sheet, x: number, base: number): void {
  const side = mm(3.8);
  sheet.decoration((pdf) =>
    pdf
      .lineWidth(0.7)
      .rect(x, base - side + mm(0.4), side, side)
      .stroke('#000000'),
  );
}
