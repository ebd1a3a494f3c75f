// What an official needs to see of a dossier, gathered once for the pane, the full page and the pages of acts.
import { type FeeAccount, feeAccountOf } from '../../flows/settle-bill.ts';
import {
  type AgencyTerms,
  type ComponentTerms,
  deliveryWords,
  type FeeQuote,
  type OpenedDossier,
  type ProcedureTerms,
} from '../../modules/dossiers/index.ts';
import { findPerson, findPersonsByNumbers, identityOf } from '../../modules/people/index.ts';
import {
  type GivenNumber,
  type IssuedPaper,
  numbersOfDossier,
  resultsOf,
} from '../../modules/results/index.ts';
import {
  type FormContext,
  type FormDefinition,
  identityDoubts,
  numbersIn,
  type SummarySection,
  sayError,
  summary,
  warnings,
} from '../../rules/forms/index.ts';
import { dateOf } from '../../rules/kernel/index.ts';
import type { DeskDeps } from './deps.ts';
import { type Pressing, pressing } from './due-words.ts';

export interface Sheet extends OpenedDossier {
  readonly procedure: ProcedureTerms;
  readonly agency: AgencyTerms;
  readonly components: readonly ComponentTerms[];
  readonly answers: readonly SummarySection[];
  /** Doubts of the form: said, never in the way. */
  readonly warnings: readonly string[];
  readonly fee: FeeQuote;
  /** What has been given for it, and what is left. */
  readonly account: FeeAccount;
  readonly delivery: string;
  readonly results: readonly IssuedPaper[];
  /** Numbers of the book that no result of it bears: one that is being signed, those that are void. */
  readonly unused: readonly GivenNumber[];
  readonly pressing: Pressing;
  readonly now: Temporal.Instant;
}

export async function sheetOf(opened: OpenedDossier, deps: DeskDeps, now: Temporal.Instant): Promise<Sheet> {
  const { dossier } = opened;
  const { books } = deps;
  const today = dateOf(now);
  const agency = books.agency(dossier.agencyId, today);
  const form = dossier.formHash === null ? null : books.form(dossier.formHash);
  const context = books.formContext(dossier.agencyId, dossier.procedureId, today);
  // Nothing is signed before a dossier has its number.
  const numbered = dossier.number !== null;
  const [results, numbers, account, doubts] = await Promise.all([
    numbered ? resultsOf(deps.db, dossier.id) : [],
    numbered ? numbersOfDossier(deps.db, dossier.id) : [],
    feeAccountOf(deps.db, dossier),
    form ? doubtsOf(form, opened, deps, context) : [],
  ]);
  return {
    ...opened,
    procedure: books.procedure(dossier.procedureId),
    agency,
    components: books.components(dossier.procedureId, dossier.formHash, dossier.answers, today),
    answers: form ? summary(form, dossier.answers, context) : [],
    warnings: doubts,
    fee: dossier.fee,
    account,
    delivery: deliveryWords(dossier, agency),
    results,
    unused: numbers.filter(({ state }) => state !== 'used'),
    pressing: pressing(clockedOf(dossier), agency.calendar, now),
    now,
  };
}

/** What the form doubts, and where the persons in it do not agree with the account, the register or whoever reads. */
async function doubtsOf(
  form: FormDefinition,
  { dossier, readerId }: OpenedDossier,
  { db }: DeskDeps,
  context: FormContext,
): Promise<readonly string[]> {
  const [filer, reader, register] = await Promise.all([
    findPerson(db, dossier.submitterId),
    findPerson(db, readerId),
    findPersonsByNumbers(db, numbersIn(form, dossier.answers, context)),
  ]);
  const doubts = identityDoubts(form, dossier.answers, context, {
    account: filer ? identityOf(filer) : undefined,
    reader: reader ? identityOf(reader) : undefined,
    // The account is compared already.
    register: register.filter(({ id }) => id !== filer?.id).map(identityOf),
  });
  const said = [...warnings(form, dossier.answers, context), ...doubts].map((doubt) => sayError('vi', doubt));
  return [...new Set(said)];
}

function clockedOf(dossier: OpenedDossier['dossier']) {
  return {
    state: dossier.state,
    heldSince: dossier.heldSince,
    due: dossier.dueCurrent,
    finishedAt: dossier.finishedAt,
  };
}

/** Papers that the law wants and that are neither there nor the form itself. */
export function lacking(sheet: Pick<Sheet, 'components' | 'dossier'>): readonly ComponentTerms[] {
  const has = new Set(sheet.dossier.files.map((file) => file.component));
  return sheet.components.filter(
    (one) => one.required && !one.presentOnly && !one.fromForm && !has.has(one.key),
  );
}

/** Papers shown or handed in at the counter when the result is taken (S-17). */
export function toCompare(sheet: Pick<Sheet, 'components' | 'dossier'>): readonly ComponentTerms[] {
  const has = new Set(sheet.dossier.files.map((file) => file.component));
  return sheet.components.filter((one) => one.presentOnly || has.has(one.key));
}

/** The papers of the dossier, with those given beyond the list under their own key. */
export function componentNames({
  components,
  dossier,
}: Pick<Sheet, 'components' | 'dossier'>): readonly ComponentTerms[] {
  const known = new Set(components.map((one) => one.key));
  const others = new Set(dossier.files.map((file) => file.component).filter((key) => !known.has(key)));
  return [
    ...components,
    ...[...others].map((key) => ({ key, name: key, required: false, presentOnly: false, fromForm: false })),
  ];
}
