// /tuong-tac/:uid/quen-mat-khau: name and code to retype, the code from the phone, a new password; then the sign-in goes on (S-12).
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  findCode,
  nameFault,
  passwordPoints,
  proveRecovery,
  type RecoveryStep,
  recoveryStep,
  resendRecovery,
  setNewPassword,
  startRecovery,
} from '../../../modules/identity/index.ts';
import type { Refusal } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import { CodePage } from '../code-page.tsx';
import { confirmationFault, issueConfirmation, useConfirmation } from '../confirmation.ts';
import type { AccountDeps, SignInRequest } from '../deps.ts';
import { keepKnown, momentOf } from '../known-browser.ts';
import { NewPasswordPage } from '../new-password-page.tsx';
import { shellOf } from '../shell.tsx';
import { askedBy, PUBLIC, type Uid } from './asked.tsx';
import { codeInput, newPasswordInput, recoveryInput } from './input.ts';
import { RecoveryPage } from './recovery-page.tsx';
import { words } from './words.ts';

type Handler = (
  req: FastifyRequest<Uid>,
  reply: FastifyReply,
  request: SignInRequest,
) => FastifyReply | Promise<FastifyReply>;

/** Mounts the pages of a forgotten password. An official's sign-in has none. */
export function registerRecovery(app: FastifyInstance, deps: AccountDeps): void {
  const { identity, secret } = deps;
  const asked = askedBy(deps);
  const moment = (req: FastifyRequest) => momentOf(req, deps);
  const signIn = (uid: string) => `/tuong-tac/${uid}/mat-khau`;
  const path = (uid: string, step = '') => `/tuong-tac/${uid}/quen-mat-khau${step}`;

  /** Whoever comes too early or too late is led to the right page. */
  const placeOf = (uid: string, step: RecoveryStep) =>
    ({
      none: path(uid),
      asked: path(uid, '/ma'),
      proved: path(uid, '/moi'),
      done: `${signIn(uid)}?da-doi=1`,
    })[step];

  const ofCitizen = (answer: Handler) => async (req: FastifyRequest<Uid>, reply: FastifyReply) => {
    const request = await asked(req, reply);
    if (!request) return reply;
    return request.kind === 'citizen'
      ? answer(req, reply, request)
      : reply.redirect(signIn(request.uid), 303);
  };
  const get = (step: string, answer: Handler) =>
    app.get<Uid>(`/tuong-tac/:uid/quen-mat-khau${step}`, PUBLIC, ofCitizen(answer));
  const post = (step: string, answer: Handler) =>
    app.post<Uid>(`/tuong-tac/:uid/quen-mat-khau${step}`, PUBLIC, ofCitizen(answer));

  function askName(
    req: FastifyRequest,
    reply: FastifyReply,
    { uid }: SignInRequest,
    username = '',
    refusals: readonly Refusal[] = [],
  ) {
    const confirmation = issueConfirmation(secret, req.csrf(), req.now);
    const at = { shell: shellOf(req), back: signIn(uid), action: path(uid) };
    const [first] = refusals;
    if (first) reply.because(first);
    const page = <RecoveryPage {...{ ...at, username, confirmation, refusals }} />;
    return reply.html(renderPage(page), first ? (first.status ?? 409) : 200);
  }

  async function askCode(
    req: FastifyRequest,
    reply: FastifyReply,
    { uid }: SignInRequest,
    refusal?: Refusal,
  ) {
    const code = await findCode(identity, 'recovery', uid, req.now);
    const step = await recoveryStep(identity, uid, req.now);
    if (!code || step !== 'asked') return reply.redirect(placeOf(uid, step), 303);
    const page = (
      <CodePage
        shell={shellOf(req)}
        resendInSeconds={code.resendInSeconds}
        action={path(uid, '/ma')}
        resendAction={path(uid, '/ma-moi')}
        back={path(uid)}
        {...(refusal && { refusal })}
      />
    );
    if (refusal) reply.because(refusal);
    return reply.html(renderPage(page), refusal?.status ?? 200);
  }

  async function askPassword(
    req: FastifyRequest,
    reply: FastifyReply,
    { uid }: SignInRequest,
    typed = '',
    refusal?: Refusal,
  ) {
    const step = await recoveryStep(identity, uid, req.now);
    if (step !== 'proved') return reply.redirect(placeOf(uid, step), 303);
    if (refusal) reply.because(refusal);
    const page = (
      <NewPasswordPage
        shell={shellOf(req)}
        action={path(uid, '/moi')}
        say={words(req.lang).recovery.password}
        points={passwordPoints(typed)}
        {...(refusal && { refusal })}
      />
    );
    return reply.html(renderPage(page), refusal?.status ?? 200);
  }

  get('', (req, reply, request) => askName(req, reply, request));
  post('', async (req, reply, request) => {
    const sent = recoveryInput.parse(req.body ?? {});
    const username = sent['ten-dang-nhap'];
    const mark = sent['dau-xac-thuc'];
    const browser = { secret, browser: req.csrf(), now: req.now };
    const faults = [
      nameFault({ kind: 'citizen', username }),
      confirmationFault(browser, sent['ma-xac-thuc'], mark),
    ].filter((one) => one !== null);
    if (faults.length > 0) return askName(req, reply, request, username, faults);
    const used = await useConfirmation(identity.db, mark, { username }, req.now);
    if (used) return askName(req, reply, request, username, [used]);
    const started = await startRecovery(identity, { binding: request.uid, username }, moment(req));
    return started.ok
      ? reply.redirect(path(request.uid, '/ma'), 303)
      : askName(req, reply, request, username, [started.refusal]);
  });
  get('/ma', (req, reply, request) => askCode(req, reply, request));
  post('/ma', async (req, reply, request) => {
    const { otp } = codeInput.parse(req.body ?? {});
    const proved = await proveRecovery(identity, request.uid, otp, moment(req));
    return proved.ok
      ? reply.redirect(path(request.uid, '/moi'), 303)
      : askCode(req, reply, request, proved.refusal);
  });
  get('/ma-moi', (_req, reply, request) => reply.redirect(path(request.uid, '/ma'), 303));
  post('/ma-moi', async (req, reply, request) => {
    const sent = await resendRecovery(identity, request.uid, moment(req));
    return sent.ok
      ? reply.redirect(path(request.uid, '/ma'), 303)
      : askCode(req, reply, request, sent.refusal);
  });
  get('/moi', (req, reply, request) => askPassword(req, reply, request));
  post('/moi', async (req, reply, request) => {
    const { 'mat-khau': password, 'xac-nhan': confirmation } = newPasswordInput.parse(req.body ?? {});
    const done = await setNewPassword(identity, request.uid, { password, confirmation }, moment(req));
    if (!done.ok) return askPassword(req, reply, request, password, done.refusal);
    keepKnown(reply, deps, done.value.browser);
    return reply.redirect(placeOf(request.uid, 'done'), 303);
  });
}
