// Takes data files apart: which rows of which kind they hold, each row with its place, and everything wrong with their shape.
import type { DataFile } from './data-file.ts';
import { type DataFault, fieldName, type Path } from './fault.ts';
import type { DataKind, Placed } from './kind.ts';

/** What stands in a file for its readers alone. */
const NOTES = ['meta', 'note'];

export interface Sections {
  /** Rows by kind, in the order of the files; a kind without rows is not there. */
  readonly rows: ReadonlyMap<DataKind, readonly Placed<unknown>[]>;
  /** Every kind of which there is a row, well written or not. */
  readonly given: ReadonlySet<DataKind>;
  /** What was found wrong, and what rows are refused for later. */
  readonly faults: DataFault[];
}

/** Reads the rows of all files. A file is a group of lists, each named by its kind, or one row by itself. */
export function sectionsOf(files: readonly DataFile[], kinds: readonly DataKind[]): Sections {
  const rows = new Map<DataKind, Placed<unknown>[]>();
  const given = new Set<DataKind>();
  const faults: DataFault[] = [];
  for (const file of files) {
    const refuse = (path: Path, what: string) =>
      faults.push({ file: file.name, line: file.lineOf(path), field: fieldName(path), what });
    for (const { kind, json, path } of rowsIn(file, kinds, refuse)) {
      given.add(kind);
      const read = kind.read(json);
      if (!read.ok) {
        for (const fault of read.faults) refuse([...path, ...fault.path], fault.what);
        continue;
      }
      const placed = {
        value: read.value,
        refuse: (what: string, ...at: Path) => refuse([...path, ...at], what),
      };
      const known = rows.get(kind);
      if (known) known.push(placed);
      else rows.set(kind, [placed]);
    }
  }
  return { rows, given, faults };
}

interface RowIn {
  readonly kind: DataKind;
  readonly json: unknown;
  readonly path: Path;
}

function rowsIn(
  file: DataFile,
  kinds: readonly DataKind[],
  refuse: (path: Path, what: string) => void,
): RowIn[] {
  const { value } = file;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse([], 'phải là nhóm mục trong ngoặc nhọn { }.');
    return [];
  }
  const own = kinds.find((kind) => kind.isAlone?.(value));
  if (own) return [{ kind: own, json: value, path: [] }];
  return Object.entries(value).flatMap(([name, list]): RowIn[] => {
    if (NOTES.includes(name)) return [];
    const kind = kinds.find(({ section }) => section === name);
    if (!kind) {
      refuse([name], `không có loại dữ liệu này; có ${kinds.map(({ section }) => section).join(', ')}.`);
      return [];
    }
    if (!Array.isArray(list)) {
      refuse([name], 'phải là danh sách trong ngoặc vuông [ ].');
      return [];
    }
    return list.map((json, at) => ({ kind, json, path: [name, at] }));
  });
}
