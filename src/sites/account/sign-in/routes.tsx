// /tuong-tac/:uid: a site asked who somebody is; number and password, then always a code (S-09, S-13).
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  findCode,
  finishSignIn,
  rememberLanguage,
  resendSignInCode,
  startSignIn,
} from '../../../modules/identity/index.ts';
import type { Refusal } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import { CodePage } from '../code-page.tsx';
import { DeadEndPage } from '../dead-end-page.tsx';
import type { AccountDeps, SignInRequest } from '../deps.ts';
import { sayRefusal } from '../say-refusal.ts';
import { shellOf } from '../shell.tsx';
import { codeInput, passwordInput } from './input.ts';
import { ChoicePage, PasswordFormPage } from './page.tsx';
import { words } from './words.ts';

/** The account is of another kind than the asking site is for. */
const WRONG_KIND = new Set(['officials-only', 'citizens-only']);
const PUBLIC = { config: { guard: 'public' } } as const;
type Uid = { Params: { uid: string } };

/** Mounts the pages of a sign-in that a site asked for. */
export function registerSignIn(app: FastifyInstance, { identity, interactions, urls }: AccountDeps): void {
  const moment = (req: FastifyRequest) => ({ now: req.now, address: req.ip, language: req.lang });

  /** The sign-in this address names, in this browser; otherwise answers with the way on. */
  async function asked(req: FastifyRequest<Uid>, reply: FastifyReply): Promise<SignInRequest | null> {
    const found = await interactions.find(req, reply);
    if (found?.uid !== req.params.uid) {
      const href = `${urls.portal}/dang-nhap`;
      reply.html(renderPage(<DeadEndPage shell={shellOf(req)} {...words(req.lang).gone} href={href} />), 410);
      return null;
    }
    if (found.tooHigh) {
      reply.html(
        renderPage(<DeadEndPage shell={shellOf(req)} {...words(req.lang).tooHigh} href={`${found.home}/`} />),
        403,
      );
      return null;
    }
    return found;
  }

  function wrongKind(req: FastifyRequest, reply: FastifyReply, request: SignInRequest, refusal: Refusal) {
    const citizenAtDesk = request.kind === 'official';
    const href = citizenAtDesk ? `${urls.portal}/` : `/tuong-tac/${request.uid}/mat-khau`;
    const { title, citizen, again } = words(req.lang).wrongKind;
    const onward = citizenAtDesk ? citizen : again;
    const page = { title, message: sayRefusal(req.lang, refusal), href, onward };
    return reply.html(renderPage(<DeadEndPage shell={shellOf(req)} {...page} />), 403);
  }

  const form = (req: FastifyRequest, request: SignInRequest, username = '', refusal?: Refusal) =>
    renderPage(
      <PasswordFormPage
        shell={shellOf(req)}
        request={request}
        username={username}
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
    return request ? reply.html(form(req, request)) : reply;
  });
  app.post<Uid>('/tuong-tac/:uid/mat-khau', PUBLIC, async (req, reply) => {
    const request = await asked(req, reply);
    if (!request) return reply;
    const { 'ten-dang-nhap': username, 'mat-khau': password } = passwordInput.parse(req.body ?? {});
    const typed = { binding: request.uid, kind: request.kind, username, password };
    const started = await startSignIn(identity, typed, moment(req));
    if (started.ok) return reply.redirect(`/tuong-tac/${request.uid}/otp`, 303);
    if (WRONG_KIND.has(started.refusal.code)) return wrongKind(req, reply, request, started.refusal);
    return reply.html(form(req, request, username, started.refusal), started.refusal.status ?? 409);
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
      if (req.langChosen) await rememberLanguage(identity.db, done.value.id, req.lang);
      return reply.redirect(await interactions.finish(req, reply, done.value), 303);
    }
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
}
