// A file of reference data as its author wrote it: its value, its hash, and where in the text each part of it stands.
import { type DocumentNode, parse, type ValueNode } from '@humanwhocodes/momoa';
import { sha256 } from '../crypto.ts';
import { type DataFault, fieldName, type Path } from './fault.ts';

export interface DataFile {
  /** As the operator named it. */
  readonly name: string;
  readonly sha256: string;
  readonly value: unknown;
  /** The line, from 1, on which the part of the value at a path stands; for a part that is not there, what it should stand in. */
  lineOf(path: Path): number;
}

export type ReadFile =
  | { readonly ok: true; readonly file: DataFile }
  | { readonly ok: false; readonly faults: readonly DataFault[] };

/** Reads a file of UTF-8 JSON. Refused when it is neither, or when a member stands twice in one group. */
export function readDataFile(name: string, bytes: Uint8Array): ReadFile {
  const whole = (what: string, line: number | null = null): ReadFile => ({
    ok: false,
    faults: [{ file: name, line, field: '', what }],
  });
  if (isArchive(bytes))
    return whole('là tệp Excel, Word hoặc tệp nén; tệp dữ liệu là tệp chữ, viết theo JSON.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return whole('không phải là chữ bằng bảng mã UTF-8; hãy lưu lại tệp bằng UTF-8.');
  }
  if (text.trim() === '') return whole('là tệp trống.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const other = otherThanJson(text);
    if (other) return whole(other);
    const { line, column } = brokenAt(text);
    return whole(
      `không đọc được như JSON, từ cột ${column}: thiếu hoặc thừa dấu ngoặc, dấu phẩy, dấu nháy?`,
      line,
    );
  }
  const tree = parse(text, { mode: 'json' });
  const faults = twice(tree.body).map(({ path, line }) => ({
    file: name,
    line,
    field: fieldName(path),
    what: 'có hai lần trong cùng một nhóm.',
  }));
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    file: { name, sha256: sha256(bytes), value, lineOf: (path) => lineIn(tree, path) },
  };
}

/** Whether bytes are of a ZIP archive, which is what spreadsheets and documents are. */
function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9;
}

/** What a text is that does not even begin as JSON; null when it may have been meant as JSON. */
function otherThanJson(text: string): string | null {
  const begins = 'tệp dữ liệu bắt đầu bằng dấu {, viết theo docs/operate/data.md.';
  const [first = ''] = text.trim().split('\n');
  if (/^[{[]/u.test(first)) return null;
  if (/^(?:"[^"]*"|[^",;\t]*)[,;\t]/u.test(first))
    return `không phải tệp JSON mà giống một bảng tính (CSV); ${begins}`;
  return `không phải tệp JSON: ${begins}`;
}

/** Where a text stops being JSON; its end when nothing says where. */
function brokenAt(text: string): { line: number; column: number } {
  try {
    parse(text, { mode: 'json' });
  } catch (error) {
    const { line, column, message } = error as { line?: unknown; column?: unknown; message: string };
    const atEnd = message.includes('end of input');
    if (!atEnd && typeof line === 'number' && typeof column === 'number') return { line, column };
  }
  const lines = text.trimEnd().split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function lineIn(tree: DocumentNode, path: Path): number {
  let node: ValueNode = tree.body;
  let { line } = node.loc.start;
  for (const step of path) {
    if (node.type === 'Object') {
      const member = node.members.find((each) => nameOf(each.name) === String(step));
      if (!member) break;
      line = member.loc.start.line;
      node = member.value;
    } else if (node.type === 'Array' && typeof step === 'number') {
      const element = node.elements[step];
      if (!element) break;
      node = element.value;
      line = node.loc.start.line;
    } else break;
  }
  return line;
}

function twice(node: ValueNode, path: Path = []): { path: Path; line: number }[] {
  if (node.type === 'Array') return node.elements.flatMap((each, at) => twice(each.value, [...path, at]));
  if (node.type !== 'Object') return [];
  const seen = new Set<string>();
  return node.members.flatMap(({ name, value, loc }) => {
    const own = nameOf(name);
    const here = [...path, own];
    const again = seen.has(own) ? [{ path: here, line: loc.start.line }] : [];
    seen.add(own);
    return [...again, ...twice(value, here)];
  });
}

function nameOf(node: { type: 'String'; value: string } | { type: 'Identifier'; name: string }): string {
  return node.type === 'String' ? node.value : node.name;
}
