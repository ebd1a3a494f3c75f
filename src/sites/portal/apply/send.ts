// The last post: one act, one dossier, whatever is pressed twice. Nothing is read or rendered that sending does not need.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { submit } from '../../../flows/submit.ts';
import type { Incomplete } from '../../../modules/dossiers/index.ts';
import { boxOf } from '../../../platform/http/index.ts';
import type { Refusal } from '../../../rules/kernel/index.ts';
import type { ErrorLine } from '../../../ui/index.ts';
import type { PortalDeps } from '../deps.ts';
import { sayRefusal } from '../say-refusal.ts';
import { uuidOf } from '../uuid.ts';
import { confirmationCode, typedCode } from './confirmation-number.ts';
import { sentPath, stepPath } from './steps.ts';
import { words } from './words.ts';

const Body = z.object({ ma: boxOf(40), 'cam-doan': boxOf(10) });
export type SendBody = z.infer<typeof Body>;

/** Shows the check page again with what is wrong. */
export type ShowWrong = (errors: readonly ErrorLine[], typed: SendBody) => Promise<FastifyReply>;

export const CODE_ID = 'ma';
export const DECLARE_ID = 'cam-doan';

/** Sends the draft, or shows the check page again. A draft sent before leads to its dossier. */
export async function send(
  req: FastifyRequest,
  reply: FastifyReply,
  deps: PortalDeps,
  showWrong: ShowWrong,
): Promise<FastifyReply> {
  const draftId = uuidOf((req.params as { draft: string }).draft);
  const body = Body.parse(req.body ?? {});
  const errors = faultsOf(body, confirmationCode(deps.secret, draftId), words(req.lang).check);
  if (errors.length > 0) return showWrong(errors, body);
  const sending = { draftId, language: req.lang };
  const done = await submit({ db: deps.db, actor: req.actor, now: req.now }, sending, deps);
  if (done.ok) return reply.redirect(sentPath(done.value.dossierId), 303);
  const { refusal } = done;
  if (!isIncomplete(refusal)) return reply.refuse(refusal);
  return showWrong([{ say: sayRefusal(req.lang, refusal), href: stepPath(draftId, refusal.step) }], {
    ...body,
    ma: '',
  });
}

function faultsOf(body: SendBody, code: string, say: ReturnType<typeof words>['check']): ErrorLine[] {
  const errors: ErrorLine[] = [];
  const typed = typedCode(body.ma);
  if (typed === '') errors.push({ say: say.codeMissing, href: `#${CODE_ID}` });
  else if (typed !== code) errors.push({ say: say.codeWrong, href: `#${CODE_ID}` });
  if (body['cam-doan'] !== 'co') errors.push({ say: say.declareMissing, href: `#${DECLARE_ID}` });
  return errors;
}

function isIncomplete(refusal: Refusal): refusal is Incomplete {
  return 'step' in refusal;
}
