// The leader signs: number, PDF and its hash are made in the same transaction that releases the dossier.
import { sql } from 'kysely';
import type { Ctx } from '../../platform/act.ts';
import { newId, spokenCode } from '../../platform/crypto.ts';
import { dateOf, ok, type Result, type ResultId, refuse } from '../../rules/kernel/index.ts';
import { type FileStore, storeBytes } from '../files/index.ts';
import { missingValues, type ResultTemplate, type ResultValues, renderResult } from './papers/index.ts';

export interface ResultOrder {
  dossierId: string;
  dossierNumber: string;
  agency: { id: string; name: string; parentBody: string; place: string };
  template: ResultTemplate;
  values: ResultValues;
  signerTitle?: readonly string[];
  /** Where anyone checks the paper, for a dossier number and a check code. */
  verifyUrl(dossierNumber: string, code: string): string;
  verifyPlace: string;
}

export interface IssuedResult {
  readonly id: ResultId;
  readonly number: string;
  readonly sha256: string;
}

/** @returns the issued result, or a refusal when a value the template needs is missing or the file store does not answer */
export async function issueResult(
  ctx: Ctx,
  files: FileStore,
  order: ResultOrder,
): Promise<Result<IssuedResult>> {
  const missing = missingValues(order.template, order.values);
  if (missing.length > 0) {
    const labels = order.template.inputs
      .filter((input) => missing.includes(input.name))
      .map((input) => input.label);
    return refuse({
      code: 'result-incomplete',
      status: 422,
      message: `Văn bản kết quả còn thiếu: ${labels.join('; ')}. Hãy trả lại công chức thụ lý để bổ sung.`,
    });
  }
  const serial = await nextSerial(ctx, order.agency.id);
  const code = spokenCode(8);
  const bytes = await renderResult(order.template, {
    head: {
      parentBody: order.agency.parentBody,
      issuingBody: order.agency.name,
      place: order.agency.place,
      serial,
    },
    signedAt: ctx.now,
    dossierNumber: order.dossierNumber,
    values: order.values,
    signer: { name: ctx.actor.name, ...(order.signerTitle && { title: order.signerTitle }) },
    verify: { url: order.verifyUrl(order.dossierNumber, code), place: order.verifyPlace, code },
  });
  const stored = await storeBytes(ctx.tx, files, { bytes, mime: 'application/pdf', now: ctx.now });
  if (!stored.ok) return stored;
  const blob = stored.value;
  const id = newId<ResultId>();
  const number = `${serial}${order.template.numberSuffix}`;
  await ctx.tx
    .insertInto('results.result')
    .values({
      id,
      dossier_id: order.dossierId,
      dossier_number: order.dossierNumber,
      agency_id: order.agency.id,
      agency_name: order.agency.name,
      number,
      title: order.template.title,
      template: order.template.id,
      data: JSON.stringify(order.values),
      sha256: blob.sha256,
      check_code: code,
      signer_id: ctx.actor.personId as string,
      signer_name: ctx.actor.name,
      signed_at: ctx.now,
    })
    .execute();
  ctx.announce({
    stream: `result:${id}`,
    name: 'result.issued',
    data: { dossierId: order.dossierId, number, sha256: blob.sha256 },
  });
  return ok({ id, number, sha256: blob.sha256 });
}

/** The next serial number of the agency's year, from 1. */
async function nextSerial(ctx: Ctx, agencyId: string): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into results.number as n (agency_id, year, last) values (${agencyId}, ${dateOf(ctx.now).year}, 1)
    on conflict (agency_id, year) do update set last = n.last + 1 returning last`.execute(ctx.tx);
  return `${rows[0]!.last}/${dateOf(ctx.now).year}`;
}
