// /dang-ky/thue-bao-di-dong: the form, every mistake at once, then the first code.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { checkSignUpFields, type SignUpFields, startSignUp } from '../../../modules/identity/index.ts';
import type { Refusal } from '../../../rules/kernel/index.ts';
import { formatPartialDate, parsePartialDate } from '../../../rules/papers/index.ts';
import { renderPage } from '../../../ui/index.ts';
import { confirmationFault, issueConfirmation, signUpIdOf, useConfirmation } from '../confirmation.ts';
import type { AccountDeps } from '../deps.ts';
import { momentOf } from '../known-browser.ts';
import { shellOf } from '../shell.tsx';
import { wayBack, withWayBack } from '../way-back.ts';
import { FormPage } from './form-page.tsx';
import { type SignUpInput, signUpInput, wayQuery } from './input.ts';
import { findOwn, own } from './own-sign-up.ts';

const PUBLIC = { config: { guard: 'public' } } as const;
const PATH = '/dang-ky/thue-bao-di-dong';
const EMPTY: SignUpFields = { idNumber: '', fullName: '', birthDate: '', phone: '', email: '' };

/** Stored fields as people write them, to be corrected. */
function asTyped(fields: SignUpFields): SignUpFields {
  const date = parsePartialDate(fields.birthDate);
  return {
    ...fields,
    birthDate: date ? formatPartialDate(date) : fields.birthDate,
    phone: fields.phone.replace(/^\+84/u, '0'),
  };
}

/** Mounts the sign-up form of a phone's owner. */
export function registerForm(app: FastifyInstance, deps: AccountDeps): void {
  const { identity, secret, urls } = deps;

  function page(
    req: FastifyRequest,
    typed: SignUpFields,
    ve: string,
    refusals: readonly Refusal[] = [],
  ): string {
    const shell = shellOf(req);
    const confirmation = issueConfirmation(secret, req.csrf(), req.now);
    const signIn = wayBack(ve) ?? `${urls.portal}/dang-nhap`;
    return renderPage(<FormPage {...{ shell, typed, confirmation, ve, refusals, signIn }} />);
  }

  function faults(req: FastifyRequest, input: SignUpInput): Refusal[] {
    const checked = checkSignUpFields(input.fields, req.now);
    const confirmation = confirmationFault(
      { secret, browser: req.csrf(), now: req.now },
      input.confirmation,
      input.mark,
    );
    return [...(checked.ok ? [] : checked.refusals), ...(confirmation ? [confirmation] : [])];
  }

  app.get(PATH, PUBLIC, async (req, reply) => {
    const { ve, tu } = wayQuery.parse(req.query);
    const before = tu ? await findOwn(req, deps, tu) : null;
    return reply.html(page(req, before ? asTyped(before.fields) : EMPTY, ve));
  });

  app.post(PATH, PUBLIC, async (req, reply) => {
    const input = signUpInput(req.body);
    const wrong = faults(req, input);
    if (wrong.length > 0) return reply.html(page(req, input.fields, input.ve, wrong), 422);
    const used = await useConfirmation(identity.db, input.mark, input.fields, req.now);
    if (used) return reply.html(page(req, input.fields, input.ve, [used]), 422);
    const signUpId = signUpIdOf(secret, input.mark);
    const started = await startSignUp(identity, input.fields, momentOf(req, deps), signUpId);
    if (!started.ok) {
      return reply
        .because(started.refusal)
        .html(page(req, input.fields, input.ve, [started.refusal]), started.refusal.status ?? 409);
    }
    own(reply, deps, started.value.signUpId);
    return reply.redirect(withWayBack(`/dang-ky/${started.value.signUpId}/otp`, input.ve), 303);
  });
}
