// A form may ask for no paper that its procedure does not list: held over every day on which both are in force.
import type { Placed } from '../../../platform/data/index.ts';
import type { Tx } from '../../../platform/db.ts';
import type { FormDefinition } from '../../../rules/forms/index.ts';
import { type ListedProcedure, slugOf } from '../revisions.ts';
import { assignmentsInTable, formDefinitions, revisionsInTable } from '../store.ts';

/** A paper that a form asks for otherwise than its procedure lists it. */
interface Misfit {
  readonly procedure: string;
  /** First day of the assignment. */
  readonly from: string;
  readonly form: Pick<FormDefinition, 'code' | 'revision'>;
  /** Its place among the components of the form. */
  readonly at: number;
  readonly member: 'name' | 'presentOnly';
  /** The whole sentence. */
  readonly what: string;
}

/** Everything that does not fit, each paper of an assignment once, by the earliest revision that it does not fit. */
async function misfits(tx: Tx): Promise<Misfit[]> {
  const revisions = Map.groupBy(
    (await revisionsInTable(tx)).sort((a, b) => (a.from < b.from ? -1 : 1)),
    ({ slug }) => slug,
  );
  const forms = await formDefinitions(tx);
  return (await assignmentsInTable(tx)).flatMap(({ procedure, formHash, from, to }) => {
    const form = forms.get(formHash);
    if (!form) return [];
    const together = (revisions.get(procedure) ?? []).filter(
      (one) => (to === null || one.from < to) && (one.to === null || (from < one.to && one.from < one.to)),
    );
    const named = `tờ khai “${form.code}” bản “${form.revision}”`;
    return form.components.flatMap((paper, at): Misfit[] => {
      for (const revision of together) {
        const since = revision.from > from ? revision.from : from;
        const listed = revision.components.find(({ name }) => name === paper.name);
        const common = { procedure, from, form, at };
        if (!listed) {
          const names =
            revision.components.map(({ name }) => `“${name}”`).join(', ') || 'không có giấy tờ nào';
          const what = `${named} đòi giấy tờ “${paper.name}” mà thủ tục ${procedure} không có từ ngày ${since}; thủ tục có: ${names}.`;
          return [{ ...common, member: 'name', what }];
        }
        if (listed.presentOnly !== paper.presentOnly) {
          const how = listed.presentOnly ? 'chỉ xuất trình' : 'phải nộp';
          const what = `giấy tờ “${paper.name}” của ${named} phải có “presentOnly” là ${listed.presentOnly}: thủ tục ${procedure} ghi là ${how} từ ngày ${since}.`;
          return [{ ...common, member: 'presentOnly', what }];
        }
      }
      return [];
    });
  });
}

/** Refuses the rows that assign a form to a procedure that does not list all its papers. */
export async function holdAssignments(
  tx: Tx,
  rows: readonly Placed<{ procedure: string; from: string }>[],
): Promise<void> {
  for (const { procedure, from, what } of await misfits(tx))
    rows.find(({ value }) => value.procedure === procedure && value.from === from)?.refuse(what, 'form');
}

/** Refuses another text of a form that is assigned already when it asks for what its procedure does not list. */
export async function holdForms(tx: Tx, rows: readonly Placed<FormDefinition>[]): Promise<void> {
  for (const { form, at, member, what } of await misfits(tx))
    rows
      .find(({ value }) => value.code === form.code && value.revision === form.revision)
      ?.refuse(what, 'components', at, member);
}

/** Refuses a procedure whose papers change so that a form assigned to it asks for what is no longer listed. */
export async function holdProcedures(tx: Tx, rows: readonly Placed<ListedProcedure>[]): Promise<void> {
  for (const { procedure, what } of await misfits(tx))
    rows.find(({ value }) => slugOf(value) === procedure)?.refuse(what, 'components');
}
