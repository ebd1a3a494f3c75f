// Forms: each text is kept for ever under its hash, for drafts and dossiers are pinned to it. Which procedure is filed with which
// form on which day is told by assignments.
import { sha256 } from '../../../platform/crypto.ts';
import {
  type Change,
  compareDated,
  type DataKind,
  onceEach,
  type Placed,
  rowsBy,
  shapes,
} from '../../../platform/data/index.ts';
import type { Tx } from '../../../platform/db.ts';
import { canonicalJson, type FormDefinition } from '../../../rules/forms/index.ts';
import { checkForm } from '../forms/check-form.ts';
import {
  type Assignment,
  assignmentsInTable,
  formTexts,
  moveAssignments,
  procedureSlugs,
  writeAssignments,
  writeForm,
} from '../store.ts';
import { holdAssignments, holdForms } from './form-papers.ts';
import { warnOfUnusedForms } from './warnings.ts';

/** Stands for every procedure filed online that has no form of its own. */
export const EVERY_PROCEDURE = '*';

export const forms: DataKind<FormDefinition> = {
  section: 'forms',
  called: 'tờ khai',
  isAlone: (json) => 'pages' in json,
  read(json) {
    const checked = checkForm(json);
    if (checked.ok) return checked;
    const faults = checked.faults.map(({ path, page, field, what }) => {
      const where = [page && `trang “${page}”`, field && `câu hỏi “${field}”`].filter(Boolean).join(', ');
      return { path, what: where === '' ? what : `${where}: ${what}` };
    });
    return { ok: false, faults };
  },
  async load(tx: Tx, rows: readonly Placed<FormDefinition>[]) {
    const changes: Change[] = [];
    let unchanged = 0;
    for (const { value } of onceEach(rows, nameOf)) {
      const hash = sha256(canonicalJson(value));
      const before = await formTexts(tx, value.code, value.revision);
      if (before.at(-1) === hash) {
        unchanged += 1;
        continue;
      }
      await writeForm(tx, hash, value);
      // A correction: whoever begins from now on gets it, whoever has begun keeps the text he was asked with.
      for (const old of before) await moveAssignments(tx, old, hash);
      changes.push({
        what: before.length > 0 ? 'changed' : 'added',
        row: `${nameOf(value)}: ${value.title}`,
      });
    }
    return { changes, unchanged };
  },
  hold: holdForms,
  warn: warnOfUnusedForms,
};

function nameOf({ code, revision }: Pick<FormDefinition, 'code' | 'revision'>): string {
  return `${code} bản ${revision}`;
}

export const ASSIGNMENT = shapes.members({
  /** The procedure's code (or made slug), or `*`. */
  procedure: shapes.text,
  form: shapes.text,
  revision: shapes.text,
  ...shapes.dated,
});
type Row = ReturnType<typeof ASSIGNMENT.parse>;

export const formAssignments: DataKind<Row> = {
  section: 'formAssignments',
  called: 'thủ tục dùng tờ khai nào, từ ngày nào',
  read: rowsBy(ASSIGNMENT),
  async load(tx: Tx, rows: readonly Placed<Row>[]) {
    const slugs = await procedureSlugs(tx);
    const names = new Map<string, string>();
    const wanted: Placed<Assignment>[] = [];
    for (const { value, refuse } of rows) {
      const { procedure, form: code, revision, from, to } = value;
      if (procedure !== EVERY_PROCEDURE && !slugs.has(procedure))
        refuse('không có thủ tục này.', 'procedure');
      const hash = (await formTexts(tx, code, revision)).at(-1);
      if (hash === undefined) {
        refuse(`chưa có tờ khai “${code}” bản “${revision}”; hãy nạp nó cùng lượt hoặc trước.`, 'form');
        continue;
      }
      names.set(hash, nameOf({ code, revision }));
      wanted.push({ value: { procedure, formHash: hash, from, to }, refuse });
    }
    const compared = compareDated(await assignmentsInTable(tx), wanted, {
      keyOf: (row) => row.procedure,
      say: (row) => `${row.procedure} dùng ${names.get(row.formHash) ?? row.formHash.slice(0, 12)}`,
    });
    await writeAssignments(tx, compared.write);
    return compared;
  },
  hold: holdAssignments,
};
