// /tuong-tac/:uid/nhan-ma and …/ma: whoever must wait before the next password gets through by a code.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  findCode,
  finishWayThrough,
  resendWayThrough,
  startWayThrough,
} from '../../../modules/identity/index.ts';
import type { Refusal } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import { CodePage } from '../code-page.tsx';
import type { AccountDeps, SignInRequest } from '../deps.ts';
import { keepKnown, momentOf } from '../known-browser.ts';
import { shellOf } from '../shell.tsx';
import { askedBy, PUBLIC, type Uid } from './asked.tsx';
import { codeInput, nameInput } from './input.ts';

type Form = (req: FastifyRequest, request: SignInRequest, username: string, refusal: Refusal) => string;

/** @param form the page of name and password, for who is refused a code */
export function registerWayThrough(app: FastifyInstance, deps: AccountDeps, form: Form): void {
  const { identity } = deps;
  const asked = askedBy(deps);

  async function answerWithCode(
    req: FastifyRequest,
    reply: FastifyReply,
    { uid }: SignInRequest,
    refusal?: Refusal,
  ) {
    const code = await findCode(identity, 'way-through', uid, req.now);
    if (!code) return reply.redirect(`/tuong-tac/${uid}/mat-khau`, 303);
    const page = (
      <CodePage
        shell={shellOf(req)}
        resendInSeconds={code.resendInSeconds}
        action={`/tuong-tac/${uid}/ma`}
        resendAction={`/tuong-tac/${uid}/ma-moi`}
        back={`/tuong-tac/${uid}/mat-khau`}
        {...(refusal && { refusal })}
      />
    );
    if (refusal) reply.because(refusal);
    return reply.html(renderPage(page), refusal?.status ?? 200);
  }

  app.post<Uid>('/tuong-tac/:uid/nhan-ma', PUBLIC, async (req, reply) => {
    const request = await asked(req, reply);
    if (!request) return reply;
    const { 'ten-dang-nhap': username } = nameInput.parse(req.body ?? {});
    const typed = { binding: request.uid, kind: request.kind, username };
    const started = await startWayThrough(identity, typed, momentOf(req, deps));
    if (started.ok) return reply.redirect(`/tuong-tac/${request.uid}/ma`, 303);
    return reply
      .because(started.refusal)
      .html(form(req, request, username, started.refusal), started.refusal.status ?? 409);
  });
  app.get<Uid>('/tuong-tac/:uid/nhan-ma', PUBLIC, (req, reply) =>
    reply.redirect(`/tuong-tac/${encodeURIComponent(req.params.uid)}/mat-khau`, 303),
  );
  app.get<Uid>('/tuong-tac/:uid/ma', PUBLIC, async (req, reply) => {
    const request = await asked(req, reply);
    return request ? answerWithCode(req, reply, request) : reply;
  });
  app.post<Uid>('/tuong-tac/:uid/ma', PUBLIC, async (req, reply) => {
    const request = await asked(req, reply);
    if (!request) return reply;
    const { otp } = codeInput.parse(req.body ?? {});
    const done = await finishWayThrough(identity, request.uid, otp, momentOf(req, deps));
    if (!done.ok) return answerWithCode(req, reply, request, done.refusal);
    keepKnown(reply, deps, done.value.browser);
    return reply.redirect(`/tuong-tac/${request.uid}/mat-khau?thu-ngay=1`, 303);
  });
  app.get<Uid>('/tuong-tac/:uid/ma-moi', PUBLIC, (req, reply) =>
    reply.redirect(`/tuong-tac/${encodeURIComponent(req.params.uid)}/ma`, 303),
  );
  app.post<Uid>('/tuong-tac/:uid/ma-moi', PUBLIC, async (req, reply) => {
    const request = await asked(req, reply);
    if (!request) return reply;
    const sent = await resendWayThrough(identity, request.uid, momentOf(req, deps));
    if (sent.ok) return reply.redirect(`/tuong-tac/${request.uid}/ma`, 303);
    return answerWithCode(req, reply, request, sent.refusal);
  });
}
