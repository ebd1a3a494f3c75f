// The result document of a dossier: which template, whose head, who signs in which words, where it is checked. The look
// before signing and the signing agree because both ask here.
import { assignmentsOf } from '../modules/agencies/index.ts';
import type { Books, Dossier } from '../modules/dossiers/index.ts';
import {
  PREVIEW_CODE,
  printResult,
  type ResultOrder,
  type ResultTemplate,
  type ResultValues,
  templateFor,
  withGaps,
} from '../modules/results/index.ts';
import type { Db, Tx } from '../platform/db.ts';
import { summary } from '../rules/forms/index.ts';
import { dateOf } from '../rules/kernel/index.ts';
import { fullName, signingBlock } from '../rules/results/index.ts';

export interface OrderHouse {
  readonly books: Books;
  readonly resultTemplates: readonly ResultTemplate[];
  /** Public origins, without a trailing slash. */
  readonly urls: { readonly portal: string };
}

/** A template's name on a proposal: the leader signs this version, whatever comes later. */
export function templateName(template: ResultTemplate): string {
  return `${template.id}@${template.version}`;
}

/** The template of a proposal. @throws Error when it is no longer kept */
export function namedTemplate(house: Pick<OrderHouse, 'resultTemplates'>, name: string): ResultTemplate {
  const found = house.resultTemplates.find((one) => templateName(one) === name);
  if (!found) throw new Error(`no result template ${name}`);
  return found;
}

/** The template a procedure ends with today. */
export function templateOf(
  house: Pick<OrderHouse, 'resultTemplates'>,
  procedureCode: string | null,
): ResultTemplate {
  return templateFor(house.resultTemplates, procedureCode ?? '');
}

export interface ProposedPaper {
  readonly dossier: Pick<Dossier, 'id' | 'number' | 'agencyId'>;
  /** Of signing: the paper is the body's in force on it (Luật Tổ chức chính quyền địa phương 72/2025/QH15). */
  readonly day: Temporal.PlainDate;
  readonly template: ResultTemplate;
  readonly values: ResultValues;
  /** Title of the seat from which it is signed; the template's own lines when nobody is known to sign. */
  readonly title?: string;
}

/** What the module results makes the paper from. */
export function orderOf(
  house: OrderHouse,
  { dossier, day, template, values, title = '' }: ProposedPaper,
): ResultOrder {
  const agency = house.books.agency(dossier.agencyId, day);
  const { portal } = house.urls;
  return {
    dossierId: dossier.id,
    dossierNumber: dossier.number ?? '',
    agency: {
      id: agency.id,
      name: fullName(agency.name),
      parentBody: fullName(agency.parentBody),
      place: agency.place,
    },
    template,
    values,
    signerTitle: signingBlock(template.signerTitle, title),
    verifyUrl: (number, code) =>
      `${portal}/kiem-tra?ma=${encodeURIComponent(number)}&kt=${encodeURIComponent(code)}`,
    verifyPlace: `${portal.replace(/^https?:\/\//u, '')}/kiem-tra`,
  };
}

/** The title of a leader's seat, on a day, at the body that answers for an agency then; empty without one. */
export async function seatTitle(
  { books }: Pick<OrderHouse, 'books'>,
  db: Db | Tx,
  personId: string,
  agencyId: string,
  now: Temporal.Instant,
): Promise<string> {
  const day = dateOf(now);
  const body = books.agency(agencyId, day).id;
  const seats = await assignmentsOf(db, personId, day);
  return seats.find((seat) => seat.agencyId === body && seat.role === 'leader')?.title ?? '';
}

type Answered = Pick<Dossier, 'agencyId' | 'procedureId' | 'formHash' | 'answers'>;

/**
 * What was proposed on one day as it is said on another: places and bodies by their names of that day, where the specialist left
 * them as the form and the dossier say them.
 */
export function valuesOn(
  { books }: Pick<OrderHouse, 'books'>,
  dossier: Answered,
  { values, at }: { readonly values: ResultValues; readonly at: Temporal.Instant },
  day: Temporal.PlainDate,
): ResultValues {
  if (dateOf(at).equals(day)) return values;
  const [then, now] = [dateOf(at), day].map((one) => saidOn(books, dossier, one));
  const renamed = [...then!].flatMap(([key, before]) => {
    const after = now!.get(key);
    return after === undefined || after === before ? [] : [{ before, after }];
  });
  return renamed.length === 0 ? values : renameIn(values, renamed);
}

/** Everything the form and the dossier say on a day, by where they say it. */
function saidOn(books: Books, dossier: Answered, day: Temporal.PlainDate): Map<string, string> {
  const { name } = books.agency(dossier.agencyId, day);
  const said = new Map([
    ['agency', name],
    ['agency in full', fullName(name)],
  ]);
  if (dossier.formHash === null) return said;
  const context = books.formContext(dossier.agencyId, dossier.procedureId, day);
  for (const { rows } of summary(books.form(dossier.formHash), dossier.answers, context))
    for (const { key, value } of rows) said.set(key, value);
  return said;
}

type Renamed = readonly { readonly before: string; readonly after: string }[];

function renameIn(values: ResultValues, renamed: Renamed): ResultValues {
  const rename = (text: string) =>
    renamed.find(({ before }) => before === text)?.after ??
    renamed.reduce((said, { before, after }) => said.split(before).join(after), text);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? rename(value)
        : value.map((row) =>
            Object.fromEntries(Object.entries(row).map(([column, text]) => [column, rename(text)])),
          ),
    ]),
  );
}

/** The paper as it would be signed now: no number, no check code, a gap where a value is missing, kept nowhere. @throws MissingGlyph */
export function previewResult(
  order: ResultOrder,
  signerName: string,
  now: Temporal.Instant,
): Promise<Buffer> {
  return printResult(order.template, {
    head: {
      parentBody: order.agency.parentBody,
      issuingBody: order.agency.name,
      place: order.agency.place,
      serial: '......',
    },
    signedAt: now,
    dossierNumber: order.dossierNumber,
    values: withGaps(order.template, order.values),
    signer: { name: signerName, title: order.signerTitle },
    verify: {
      url: order.verifyUrl(order.dossierNumber, ''),
      place: order.verifyPlace,
      code: PREVIEW_CODE,
    },
  });
}
