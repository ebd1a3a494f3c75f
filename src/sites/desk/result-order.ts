// The result document of a dossier: which template, whose head, where it is checked. The preview and the signing agree because both ask here.
import type { AgencyTerms } from '../../modules/dossiers/index.ts';
import {
  type ResultOrder,
  type ResultTemplate,
  type ResultValues,
  renderResult,
  templateFor,
} from '../../modules/results/index.ts';
import type { DeskDeps } from './deps.ts';
import type { Sheet } from './sheet.ts';

/** A template's name on a proposal: the leader signs this version, whatever comes later. */
export function templateName(template: ResultTemplate): string {
  return `${template.id}@${template.version}`;
}

/** The template of a proposal. @throws Error when it is no longer kept */
export function namedTemplate(deps: DeskDeps, name: string): ResultTemplate {
  const found = deps.resultTemplates.find((one) => templateName(one) === name);
  if (!found) throw new Error(`no result template ${name}`);
  return found;
}

/** The template a procedure ends with today. */
export function templateOf(deps: DeskDeps, sheet: Sheet): ResultTemplate {
  return templateFor(deps.resultTemplates, sheet.procedure.code ?? '');
}

/** "UBND xã Hiệp Hòa" as a paper writes it out. */
export function fullName(agency: string): string {
  return agency.replace(/^UBND\b/u, 'Ủy ban nhân dân');
}

/** A deputy signs for the chair (NĐ 30/2020/NĐ-CP, Phụ lục I); anyone else by the template. */
export function signerTitle(title: string): readonly string[] | undefined {
  return /^phó chủ tịch/iu.test(title) ? ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] : undefined;
}

export interface Proposed {
  readonly dossierId: string;
  readonly dossierNumber: string;
  readonly template: ResultTemplate;
  readonly values: ResultValues;
  /** Title of the leader's seat. */
  readonly title: string;
}

/** What the module results makes the paper from. */
export function orderOf(deps: DeskDeps, agency: AgencyTerms, proposed: Proposed): ResultOrder {
  const signer = signerTitle(proposed.title);
  return {
    dossierId: proposed.dossierId,
    dossierNumber: proposed.dossierNumber,
    agency: {
      id: agency.id,
      name: fullName(agency.name),
      parentBody: fullName(agency.parentBody),
      place: agency.place,
    },
    template: proposed.template,
    values: proposed.values,
    ...(signer && { signerTitle: signer }),
    verifyUrl: (number, code) =>
      `${deps.urls.portal}/kiem-tra?ma=${encodeURIComponent(number)}&kt=${encodeURIComponent(code)}`,
    verifyPlace: `${deps.urls.portal.replace(/^https?:\/\//u, '')}/kiem-tra`,
  };
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
    signer: { name: signerName, ...(order.signerTitle && { title: order.signerTitle }) },
    verify: {
      url: order.verifyUrl(order.dossierNumber, ''),
      place: order.verifyPlace,
      code: 'BẢN XEM TRƯỚC',
    },
  });
}
