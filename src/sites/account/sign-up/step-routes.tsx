// The steps after the form: code, password, done. Whoever comes to a step too early or too late is led to the right one.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  findCode,
  passwordPoints,
  provePhone,
  resendSignUpCode,
  type SignUpView,
  setFirstPassword,
} from '../../../modules/identity/index.ts';
import type { Refusal } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import { CodePage } from '../code-page.tsx';
import { DeadEndPage } from '../dead-end-page.tsx';
import type { AccountDeps } from '../deps.ts';
import { momentOf } from '../known-browser.ts';
import { NewPasswordPage } from '../new-password-page.tsx';
import { shellOf } from '../shell.tsx';
import { wayBack, withWayBack } from '../way-back.ts';
import { DonePage } from './done-page.tsx';
import { codeInput, passwordInput, wayQuery } from './input.ts';
import { findOwn } from './own-sign-up.ts';
import { words } from './words.ts';

const PUBLIC = { config: { guard: 'public' } } as const;
type Step = FastifyRequest<{ Params: { id: string } }>;
type StepRoute = { Params: { id: string } };

function pathOf({ id, state }: SignUpView, ve: string): string {
  const paths = { checked: `/dang-ky/${id}/otp`, proved: `/dang-ky/${id}/mat-khau`, done: '/dang-ky/xong' };
  return withWayBack(paths[state], ve);
}

/** Mounts code, password and the last page of a sign-up. */
export function registerSteps(app: FastifyInstance, deps: AccountDeps): void {
  const { identity, urls } = deps;
  const moment = (req: FastifyRequest) => momentOf(req, deps);

  function gone(req: FastifyRequest, reply: FastifyReply, ve: string) {
    const href = withWayBack('/dang-ky/thue-bao-di-dong', ve);
    return reply.html(
      renderPage(<DeadEndPage shell={shellOf(req)} {...words(req.lang).gone} href={href} />),
      410,
    );
  }

  /** Answers with the right page when this is not the step the sign-up is at. */
  async function at(
    req: Step,
    reply: FastifyReply,
    state: SignUpView['state'],
    ve: string,
  ): Promise<SignUpView | null> {
    const found = await findOwn(req, deps, req.params.id);
    if (!found) gone(req, reply, ve);
    else if (found.state !== state) reply.redirect(pathOf(found, ve), 303);
    else return found;
    return null;
  }

  async function codePage(
    req: FastifyRequest,
    { id, maskedPhone }: SignUpView,
    ve: string,
    refusal?: Refusal,
  ) {
    const code = await findCode(identity, 'sign-up', id, req.now);
    const correct = {
      href: withWayBack(`/dang-ky/thue-bao-di-dong?tu=${id}`, ve),
      say: words(req.lang).code.correct,
    };
    return renderPage(
      <CodePage
        shell={shellOf(req)}
        maskedPhone={maskedPhone}
        resendInSeconds={code?.resendInSeconds ?? 0}
        action={`/dang-ky/${id}/otp`}
        resendAction={`/dang-ky/${id}/gui-lai`}
        hidden={{ ve }}
        correct={correct}
        {...(refusal && { refusal })}
      />,
    );
  }

  app.get<StepRoute>('/dang-ky/:id/otp', PUBLIC, async (req, reply) => {
    const { ve } = wayQuery.parse(req.query);
    const found = await at(req, reply, 'checked', ve);
    return found ? reply.html(await codePage(req, found, ve)) : reply;
  });
  app.post<StepRoute>('/dang-ky/:id/otp', PUBLIC, async (req, reply) => {
    const { otp, ve } = codeInput.parse(req.body ?? {});
    const found = await at(req, reply, 'checked', ve);
    if (!found) return reply;
    const proved = await provePhone(identity, found.id, otp, moment(req));
    if (proved.ok) return reply.redirect(withWayBack(`/dang-ky/${found.id}/mat-khau`, ve), 303);
    return reply
      .because(proved.refusal)
      .html(await codePage(req, found, ve, proved.refusal), proved.refusal.status ?? 409);
  });
  app.get<StepRoute>('/dang-ky/:id/gui-lai', PUBLIC, (req, reply) =>
    reply.redirect(`/dang-ky/${encodeURIComponent(req.params.id)}/otp`, 303),
  );
  app.post<StepRoute>('/dang-ky/:id/gui-lai', PUBLIC, async (req, reply) => {
    const { ve } = codeInput.parse(req.body ?? {});
    const found = await at(req, reply, 'checked', ve);
    if (!found) return reply;
    const sent = await resendSignUpCode(identity, found.id, moment(req));
    if (sent.ok) return reply.redirect(withWayBack(`/dang-ky/${found.id}/otp`, ve), 303);
    return reply
      .because(sent.refusal)
      .html(await codePage(req, found, ve, sent.refusal), sent.refusal.status ?? 409);
  });

  const passwordPage = (req: FastifyRequest, id: string, ve: string, typed = '', refusal?: Refusal) =>
    renderPage(
      <NewPasswordPage
        shell={shellOf(req)}
        action={`/dang-ky/${id}/mat-khau`}
        say={words(req.lang).password}
        hidden={{ ve }}
        points={passwordPoints(typed)}
        {...(refusal && { refusal })}
      />,
    );

  app.get<StepRoute>('/dang-ky/:id/mat-khau', PUBLIC, async (req, reply) => {
    const { ve } = wayQuery.parse(req.query);
    const found = await at(req, reply, 'proved', ve);
    return found ? reply.html(passwordPage(req, found.id, ve)) : reply;
  });
  app.post<StepRoute>('/dang-ky/:id/mat-khau', PUBLIC, async (req, reply) => {
    const { 'mat-khau': password, 'xac-nhan': confirmation, ve } = passwordInput.parse(req.body ?? {});
    const found = await at(req, reply, 'proved', ve);
    if (!found) return reply;
    const made = await setFirstPassword(identity, found.id, { password, confirmation }, moment(req));
    if (made.ok) return reply.redirect(withWayBack('/dang-ky/xong', ve), 303);
    // Of two clicks at once the slower finds the account made: it is led where the other was.
    const now = await findOwn(req, deps, found.id);
    if (now?.state === 'done') return reply.redirect(pathOf(now, ve), 303);
    return reply
      .because(made.refusal)
      .html(passwordPage(req, found.id, ve, password, made.refusal), made.refusal.status ?? 409);
  });

  app.get('/dang-ky/xong', PUBLIC, (req, reply) => {
    const back = wayBack(wayQuery.parse(req.query).ve);
    const next = back ?? `${urls.portal}/dang-nhap`;
    return reply.html(renderPage(<DonePage shell={shellOf(req)} next={next} back={back !== undefined} />));
  });
}
