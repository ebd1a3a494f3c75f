// The applicant sends the draft: one dossier, whatever is pressed twice. Two round trips in all: the draft is read, then everything is written.
import { CompiledQuery } from 'kysely';
import type { Ctx } from '../../platform/act.ts';
import { newId, spokenCode } from '../../platform/crypto.ts';
import { withoutWaiting } from '../../platform/pipelined-driver.ts';
import { type Answers, checkAll, seal } from '../../rules/forms/index.ts';
import { type DossierId, dateOf, ok, type Refusal, type Result, refuse } from '../../rules/kernel/index.ts';
import type { Books } from './books.ts';
import { DossierFact, streamOf } from './facts.ts';
import { type FeeQuote, NO_FEE } from './fee.ts';
import { DRAFT_NOT_FOUND, type Incomplete, incomplete } from './refusals.ts';

export interface Submitted {
  readonly dossierId: DossierId;
  /** It had been sent before; nothing was written now. */
  readonly again: boolean;
  readonly fee: FeeQuote;
  readonly agencyId: string;
}

interface DraftRow {
  procedure_id: string;
  form_hash: string | null;
  agency_id: string | null;
  answers: Answers;
  submit_channel: string | null;
  return_channel: string | null;
  return_address: string;
  dossier_id: string | null;
  full_name: string;
  phone: string;
  components: string[] | null;
}

const LOCK_DRAFT = `
select d.procedure_id, d.form_hash, d.agency_id, d.answers, d.submit_channel, d.return_channel, d.return_address, d.dossier_id,
  p.full_name, p.phone,
  (select array_agg(distinct f.component) from dossiers.draft_file f where f.draft_id = d.id) as components
from dossiers.draft d join people.person p on p.id = d.person_id
where d.id = $1 and d.person_id = $2 for update of d`;

const WRITE_DOSSIER = `
with sent as (
  insert into dossiers.dossier (id, request_code, secret, procedure_id, form_hash, answers, owner_id, submitter_id, owner_name,
    owner_phone, agency_id, channel, submit_channel, return_channel, return_address, state, fee, money_state, held_since, submitted_at)
  values ($1, $2, $3, $4, $5, $6::jsonb, $7, $7, $8, $9, $10, 2, $11, $12, $13, 1, $14::jsonb, $15, $16::timestamptz, $16::timestamptz)
), files as (
  insert into dossiers.file (id, dossier_id, component, sha256, name, mime, size, added_at)
  select id, $1, component, sha256, name, mime, size, added_at from dossiers.draft_file where draft_id = $17
)
update dossiers.draft set dossier_id = $1, updated_at = $16::timestamptz where id = $17`;

/**
 * Sends a draft. Sending again (double click, second tab, a lost answer) leads to the same dossier.
 * Refused with the step to go back to while something is missing.
 */
export async function submitDraft(
  ctx: Ctx,
  draftId: string,
  books: Books,
): Promise<Result<Submitted, Refusal | Incomplete>> {
  const personId = ctx.actor.personId;
  const { rows } = await ctx.tx.executeQuery<DraftRow>(CompiledQuery.raw(LOCK_DRAFT, [draftId, personId]));
  const draft = rows[0];
  if (!draft) return refuse(DRAFT_NOT_FOUND);
  const today = dateOf(ctx.now);
  if (draft.dossier_id) {
    return ok({
      dossierId: draft.dossier_id as DossierId,
      again: true,
      fee: NO_FEE,
      agencyId: draft.agency_id ?? '',
    });
  }
  const missing = firstMissing(draft, books, today);
  if (missing) return refuse(missing);

  const agencyId = draft.agency_id as string;
  const context = books.formContext(agencyId, draft.procedure_id, today);
  const answers = draft.form_hash ? seal(books.form(draft.form_hash), draft.answers, context) : draft.answers;
  const fee = books.fee(draft.procedure_id, answers, agencyId, today);
  const id = newId<DossierId>();
  const code = spokenCode(10);
  const row = CompiledQuery.raw(WRITE_DOSSIER, [
    id,
    `YC-${code.slice(0, 5)}-${code.slice(5)}`,
    spokenCode(6),
    draft.procedure_id,
    draft.form_hash,
    JSON.stringify(answers),
    personId,
    draft.full_name,
    draft.phone,
    agencyId,
    draft.submit_channel,
    draft.return_channel,
    draft.return_address,
    JSON.stringify(fee),
    fee.total > 0 ? 'due' : 'none',
    ctx.now,
    draftId,
  ]);
  await ctx.tx.executeQuery(withoutWaiting(row));
  ctx.announce({
    stream: streamOf(id),
    name: DossierFact.Submitted,
    data: { procedureId: draft.procedure_id, agencyId, formHash: draft.form_hash, fee: fee.total },
  });
  return ok({ dossierId: id, again: false, fee, agencyId });
}

/** The first thing an unsent draft lacks, with the step where it is mended; null when it can be sent. */
export function firstMissing(
  draft: Pick<
    DraftRow,
    | 'procedure_id'
    | 'form_hash'
    | 'agency_id'
    | 'answers'
    | 'submit_channel'
    | 'return_channel'
    | 'components'
  >,
  books: Books,
  today: Temporal.PlainDate,
): Incomplete | null {
  if (!draft.agency_id) return incomplete('noi-nop', 'Bạn chưa chọn cơ quan giải quyết.');
  if (!books.agencyInForce(draft.agency_id, today))
    return incomplete('noi-nop', agencyGone(books.agency(draft.agency_id).name));
  if (draft.form_hash) {
    const context = books.formContext(draft.agency_id, draft.procedure_id, today);
    const wrong = checkAll(books.form(draft.form_hash), draft.answers, context)[0];
    if (wrong) return incomplete(`thong-tin/${wrong.pageId}`, wrong.message);
  }
  const has = new Set(draft.components ?? []);
  const lacking = books
    .components(draft.procedure_id, draft.form_hash, draft.answers, today)
    .find((paper) => paper.required && !paper.presentOnly && !paper.fromForm && !has.has(paper.key));
  if (lacking) return incomplete('giay-to', `Bạn chưa đính kèm “${lacking.name}”.`);
  const terms = books.procedure(draft.procedure_id);
  if (!draft.submit_channel || !terms.submitChannels.includes(draft.submit_channel))
    return incomplete('hinh-thuc', 'Bạn chưa chọn hình thức nộp hồ sơ.');
  if (!draft.return_channel || !terms.returnChannels.includes(draft.return_channel))
    return incomplete('hinh-thuc', 'Bạn chưa chọn hình thức nhận kết quả.');
  return null;
}

function agencyGone(name: string): string {
  return `${name} không hoạt động vào hôm nay. Bạn hãy chọn lại nơi nộp hồ sơ.`;
}
