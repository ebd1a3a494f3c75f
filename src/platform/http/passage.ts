// Who may pass to a route: signed in where it asks for that, and with a form of our own. What is turned away is not lost.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newToken } from '../crypto.ts';
import { cookieName } from './cookie-name.ts';
import { formToken, givenToken, judgeForm } from './form-tokens.ts';
import type { Reach } from './hosts.ts';
import { fieldsOf, type Keeping, keepForm } from './kept-forms.ts';
import { localPath } from './preferences.ts';
import type { SiteRefusal } from './refusals.ts';

export interface Passage extends Keeping {
  readonly secure: boolean;
  readonly reach?: Reach | undefined;
}

const isReading = ({ method }: FastifyRequest) => method === 'GET' || method === 'HEAD';
const EXPIRED: SiteRefusal = { code: 'form-expired', status: 403 };

/** False when the request has been answered already, or will be. */
export function mayPass(
  req: FastifyRequest,
  reply: FastifyReply,
  passage: Passage,
): boolean | Promise<false> {
  const { guard } = req.routeOptions.config;
  if (guard === 'machine') return true;
  if ((guard === 'citizen' || guard === 'official') && !req.session) return askToSignIn(req, reply, passage);
  if (isReading(req)) return true;
  const whose = judge(req, passage);
  if (whose === 'own') return true;
  const { keptForm } = passage.pages;
  // A page of ours from before, sent in another sign-in: nothing is done in a name that did not ask for it, and nothing is lost.
  if (whose === 'other' && keptForm && !req.routeOptions.config.multipart) {
    const back = localPath(req.headers.referer) ?? '/';
    const kept = { action: req.url, fields: fieldsOf(req.body), back, why: 'old-page' } as const;
    reply.html(keptForm(req, kept), 409);
    return false;
  }
  reply.refuse(EXPIRED);
  return false;
}

function judge(req: FastifyRequest, passage: Passage) {
  const cookie = req.cookies[cookieName(passage)];
  return judgeForm(req, { secret: passage.secret, cookie, origin: passage.reach?.origin });
}

function askToSignIn(req: FastifyRequest, reply: FastifyReply, passage: Passage): boolean | Promise<false> {
  const toSignIn = (back: string) => {
    reply.redirect(`${passage.signInPath}?ve=${encodeURIComponent(back)}`, 303);
    return false as const;
  };
  if (isReading(req)) return toSignIn(req.url);
  const before = localPath(req.headers.referer) ?? '/';
  const kept =
    passage.pages.keptForm && !req.routeOptions.config.multipart && judge(req, passage) !== 'foreign';
  if (!kept) return toSignIn(before);
  return keepForm(req, passage, cookieHeld(req, reply, passage)).then((path) => toSignIn(path ?? before));
}

/** The cookie the form's token belongs to; a new one when the browser has none of it any more. */
function cookieHeld(req: FastifyRequest, reply: FastifyReply, passage: Passage): string {
  const name = cookieName(passage);
  const held = req.cookies[name];
  if (held && givenToken(req) === formToken(passage.secret, held)) return held;
  const fresh = held ?? newToken();
  if (!held) reply.signIn(fresh);
  return fresh;
}
