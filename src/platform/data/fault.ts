// What is wrong with a file of reference data, for whoever wrote it: file, line, field, and what to do.

export type Path = readonly PropertyKey[];

export interface DataFault {
  readonly file: string;
  /** From 1; null: the file as a whole. */
  readonly line: number | null;
  /** `days[3].kind`; empty for the file as a whole. */
  readonly field: string;
  /** In Vietnamese, following the field's name. */
  readonly what: string;
}

/** `['days', 3, 'kind']` → `days[3].kind` */
export function fieldName(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

/** "ngay-nghi.json, dòng 12, days[3].kind: chỉ có thể là …" */
export function sayFault({ file, line, field, what }: DataFault): string {
  return `${file}${line === null ? '' : `, dòng ${line}`}${field && `, ${field}`}: ${what}`;
}
