// /tuong-tac/:uid: a site asked who somebody is; number and password, then always a code (S-09, S-13).
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  findCode,
  finishSignIn,
  markBrowser,
  rememberLanguage,
  resendSignInCode,
  startSignIn,
} from '../../../modules/identity/index.ts';
import type { Refusal } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import { CodePage } from '../code-page.tsx';
import { DeadEndPage } from '../dead-end-page.tsx';
import type { AccountDeps, SignInRequest } from '../deps.ts';
import { keepKnown, momentOf } from '../known-browser.ts';
import { sayRefusal } from '../say-refusal.ts';
import { shellOf } from '../shell.tsx';
import { askedBy, PUBLIC, type Uid } from './asked.tsx';
import { codeInput, noticeQuery, passwordInput } from './input.ts';
import { ChoicePage, PasswordFormPage } from './page.tsx';
import { registerRecovery } from './recovery-routes.tsx';
import { registerWayThrough } from './way-through-routes.tsx';
import { words } from './words.ts';

/** The account is of another kind than the asking site is for. */
const WRONG_KIND = new Set(['officials-only', 'citizens-only']);

/** Mounts the pages of a sign-in that a site asked for. */
export function registerSignIn(app: FastifyInstance, deps: AccountDeps): void {
  const { identity, interactions, urls } = deps;
  const moment = (req: FastifyRequest) => momentOf(req, deps);
  const asked = askedBy(deps);

  function wrongKind(req: FastifyRequest, reply: FastifyReply, request: SignInRequest, refusal: Refusal) {
    const citizenAtDesk = request.kind === 'official';
    const href = citizenAtDesk ? `${urls.portal}/` : `/tuong-tac/${request.uid}/mat-khau`;
    const { title, citizen, again } = words(req.lang).wrongKind;
    const onward = citizenAtDesk ? citizen : again;
    const page = { title, message: sayRefusal(req.lang, refusal), href, onward };
    return reply.html(renderPage(<DeadEndPage shell={shellOf(req)} {...page} />), 403);
  }

  const form = (req: FastifyRequest, request: SignInRequest, username = '', refusal?: Refusal, notice = '') =>
    renderPage(
      <PasswordFormPage
        shell={shellOf(req)}
        request={request}
        username={username}
        notice={notice}
        {...(refusal && { refusal })}
      />,
    );

  async function codePage(
    req: FastifyRequest,
    { uid }: SignInRequest,
    refusal?: Refusal,
  ): Promise<string | null> {
    const code = await findCode(identity, 'sign-in', uid, req.now);
    if (!code) return null;
    return renderPage(
      <CodePage
        shell={shellOf(req)}
        {...code}
        action={`/tuong-tac/${uid}/otp`}
        resendAction={`/tuong-tac/${uid}/gui-lai`}
        back={`/tuong-tac/${uid}/mat-khau`}
        {...(refusal && { refusal })}
      />,
    );
  }

  /** The code page, or the password page for whoever has no code coming. */
  async function answerWithCode(
    req: FastifyRequest,
    reply: FastifyReply,
    request: SignInRequest,
    refusal?: Refusal,
  ) {
    const page = await codePage(req, request, refusal);
    if (refusal) reply.because(refusal);
    return page
      ? reply.html(page, refusal?.status ?? 200)
      : reply.redirect(`/tuong-tac/${request.uid}/mat-khau`, 303);
  }

  app.get<Uid>('/tuong-tac/:uid', PUBLIC, async (req, reply) => {
    const request = await asked(req, reply);
    if (!request) return reply;
    if (request.kind === 'official') return reply.redirect(`/tuong-tac/${request.uid}/mat-khau`, 303);
    return reply.html(renderPage(<ChoicePage shell={shellOf(req)} request={request} />));
  });
  app.get<Uid>('/tuong-tac/:uid/mat-khau', PUBLIC, async (req, reply) => {
    const request = await asked(req, reply);
    if (!request) return reply;
    const { 'thu-ngay': through, 'da-doi': changed } = noticeQuery.parse(req.query);
    const { wayThrough, recovery } = words(req.lang);
    const notice = changed !== '' ? recovery.done : through !== '' ? wayThrough.done : '';
    return reply.html(form(req, request, '', undefined, notice));
  });
  app.post<Uid>('/tuong-tac/:uid/mat-khau', PUBLIC, async (req, reply) => {
    const request = await asked(req, reply);
    if (!request) return reply;
    const { 'ten-dang-nhap': username, 'mat-khau': password } = passwordInput.parse(req.body ?? {});
    const typed = { binding: request.uid, kind: request.kind, username, password };
    const started = await startSignIn(identity, typed, moment(req));
    if (started.ok) return reply.redirect(`/tuong-tac/${request.uid}/otp`, 303);
    if (WRONG_KIND.has(started.refusal.code)) return wrongKind(req, reply, request, started.refusal);
    return reply
      .because(started.refusal)
      .html(form(req, request, username, started.refusal), started.refusal.status ?? 409);
  });
  app.get<Uid>('/tuong-tac/:uid/otp', PUBLIC, async (req, reply) => {
    const request = await asked(req, reply);
    return request ? answerWithCode(req, reply, request) : reply;
  });
  app.post<Uid>('/tuong-tac/:uid/otp', PUBLIC, async (req, reply) => {
    const request = await asked(req, reply);
    if (!request) return reply;
    const { otp } = codeInput.parse(req.body ?? {});
    const done = await finishSignIn(identity, request.uid, otp, moment(req));
    if (done.ok) {
      keepKnown(reply, deps, await markBrowser(identity, done.value.id, moment(req)));
      if (req.langChosen) await rememberLanguage(identity.db, done.value.id, req.lang);
      return reply.redirect(await interactions.finish(req, reply, done.value), 303);
    }
    // The second of two clicks opens nothing again: it goes where the first has led.
    const onward = done.refusal.code === 'otp-used' ? await interactions.finished(req, reply) : null;
    if (onward) return reply.redirect(onward, 303);
    return answerWithCode(req, reply, request, done.refusal);
  });
  // Pressing Enter in the address bar of a refused wish for a new code comes here.
  app.get<Uid>('/tuong-tac/:uid/gui-lai', PUBLIC, (req, reply) =>
    reply.redirect(`/tuong-tac/${encodeURIComponent(req.params.uid)}/otp`, 303),
  );
  app.post<Uid>('/tuong-tac/:uid/gui-lai', PUBLIC, async (req, reply) => {
    const request = await asked(req, reply);
    if (!request) return reply;
    const sent = await resendSignInCode(identity, request.uid, moment(req));
    if (sent.ok) return reply.redirect(`/tuong-tac/${request.uid}/otp`, 303);
    return answerWithCode(req, reply, request, sent.refusal);
  });
  registerWayThrough(app, deps, form);
  registerRecovery(app, deps);
}
