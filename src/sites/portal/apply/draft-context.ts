// A draft with its books, loaded once per request: another's draft is not found, a sent one leads to its confirmation.
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  DRAFT_NOT_FOUND,
  type Draft,
  findDraft,
  type ProcedureTerms,
} from '../../../modules/dossiers/index.ts';
import {
  type FormContext,
  type FormDefinition,
  type Page,
  visiblePages,
} from '../../../rules/forms/index.ts';
import { dateOf } from '../../../rules/kernel/index.ts';
import type { PortalDeps } from '../deps.ts';
import type { PortalRefusal } from '../say-refusal.ts';
import { uuidOf } from '../uuid.ts';
import { FROM_CHECK, sentPath, stepPath } from './steps.ts';

export interface Journey {
  readonly draft: Draft;
  readonly procedure: ProcedureTerms;
  readonly form: FormDefinition | null;
  readonly context: FormContext;
  readonly today: Temporal.PlainDate;
  /** Opened from the check page: leads back there. */
  readonly fromCheck: boolean;
}

/** A page or file that this draft does not have. */
export const NO_SUCH_PAGE: PortalRefusal = { code: 'no-such-page', status: 404 };

export type DraftRequest = FastifyRequest<{ Params: { draft: string }; Querystring: { ve?: string } }>;

/** Answers with a page of one's own unsent draft. */
export async function onJourney(
  req: FastifyRequest,
  reply: FastifyReply,
  deps: PortalDeps,
  answer: (journey: Journey) => FastifyReply | Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { params, query } = req as DraftRequest;
  const draft = await findDraft(deps.db, req.session!.personId, uuidOf(params.draft));
  if (!draft) return reply.refuse(DRAFT_NOT_FOUND);
  if (draft.dossierId) return reply.redirect(sentPath(draft.dossierId), 303);
  return answer(journeyOf(draft, req.now, deps, query.ve === 'kiem-tra'));
}

/** A draft with what its steps look up, as of a moment. */
export function journeyOf(
  draft: Draft,
  now: Temporal.Instant,
  { books }: PortalDeps,
  fromCheck = false,
): Journey {
  const today = dateOf(now);
  return {
    draft,
    procedure: books.procedure(draft.procedureId),
    form: draft.formHash === null ? null : books.form(draft.formHash),
    context: books.formContext(draft.agencyId, draft.procedureId, today),
    today,
    fromCheck,
  };
}

/** The form's pages that are asked, in order; none for a procedure without a form. */
export function pagesOf({ form, draft, context }: Journey): readonly Page[] {
  return form ? visiblePages(form, draft.answers, context) : [];
}

/** The step after the agency has been chosen. */
export function firstStepOfAnswers(journey: Journey): string {
  const first = pagesOf(journey)[0];
  return first ? `thong-tin/${first.id}` : 'giay-to';
}

/** Back to the check page when the step was opened from there, else to the step before. */
export function backTo({ draft, fromCheck }: Journey, step: string): string {
  return stepPath(draft, fromCheck ? 'kiem-tra' : step);
}

/** A step's address that keeps where it was opened from. */
export function pathWithin({ draft, fromCheck }: Journey, step: string): string {
  return stepPath(draft, step) + (fromCheck ? FROM_CHECK : '');
}
