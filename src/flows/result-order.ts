// The result document of a dossier: which template, whose head, who signs in which words, where it is checked. The look
// before signing and the signing agree because both ask here.
import { assignmentsOf } from '../modules/agencies/index.ts';
import type { Books, Dossier } from '../modules/dossiers/index.ts';
import {
  PREVIEW_CODE,
  type ResultOrder,
  type ResultTemplate,
  type ResultValues,
  renderResult,
  templateFor,
} from '../modules/results/index.ts';
import type { Db, Tx } from '../platform/db.ts';
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
  readonly template: ResultTemplate;
  readonly values: ResultValues;
  /** Title of the seat from which it is signed; the template's own lines when nobody is known to sign. */
  readonly title?: string;
}

/** What the module results makes the paper from. */
export function orderOf(
  house: OrderHouse,
  { dossier, template, values, title = '' }: ProposedPaper,
): ResultOrder {
  const agency = house.books.agency(dossier.agencyId);
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

/** The title of a leader's seat at an agency on a day; empty without one. */
export async function seatTitle(
  db: Db | Tx,
  personId: string,
  agencyId: string,
  now: Temporal.Instant,
): Promise<string> {
  const seats = await assignmentsOf(db, personId, dateOf(now));
  return seats.find((seat) => seat.agencyId === agencyId && seat.role === 'leader')?.title ?? '';
}

/** The paper as it would be signed now: no number, no check code, kept nowhere. @throws MissingGlyph */
export function previewResult(
  order: ResultOrder,
  signerName: string,
  now: Temporal.Instant,
): Promise<Buffer> {
  return renderResult(order.template, {
    head: {
      parentBody: order.agency.parentBody,
      issuingBody: order.agency.name,
      place: order.agency.place,
      serial: '......',
    },
    signedAt: now,
    dossierNumber: order.dossierNumber,
    values: order.values,
    signer: { name: signerName, title: order.signerTitle },
    verify: {
      url: order.verifyUrl(order.dossierNumber, ''),
      place: order.verifyPlace,
      code: PREVIEW_CODE,
    },
  });
}
