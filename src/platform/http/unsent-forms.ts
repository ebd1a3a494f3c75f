// A form that could not be taken just now (503): its page gives every word back, with a button that sends it where it was going.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '../../rules/kernel/index.ts';
import { isDatabaseAway } from '../database-watch.ts';
import { cookieName } from './cookie-name.ts';
import type { ErrorPages, UnsentForm } from './error-pages.ts';
import { addressOf, givenToken, judgeForm, TOKEN_FIELD } from './form-tokens.ts';
import type { Reach } from './hosts.ts';
import { fieldsOf } from './kept-forms.ts';
import { localPath } from './preferences.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Why nobody could be asked who sends this form: told once it has been read. */
    away: unknown;
  }
}

export interface Returning {
  readonly name: string;
  readonly secure: boolean;
  readonly secret: string;
  readonly reach?: Reach;
  readonly pages: ErrorPages;
}

/** Letters of a form that is given back: several of our longest; what is more was not typed. */
const MOST = 100_000;

/** Whether a failure to find out who asks waits until the form that they send has been read. */
export function readsFirst(req: FastifyRequest, error: unknown): boolean {
  if (req.method !== 'POST' || req.is404 || !isDatabaseAway(error)) return false;
  req.away = error;
  return true;
}

/**
 * The form of this request, to be sent again; undefined where there is none, where another site sent it, or where it is longer than any
 * of ours. It bears the token that it came with: pressed again it is judged again, and is no more trusted than now.
 * @param sure nothing of it has been done
 */
export function unsentForm(
  req: FastifyRequest,
  { name, secure, secret, reach, pages }: Returning,
  sure: boolean,
): UnsentForm | undefined {
  const { guard, multipart = false } = req.routeOptions.config;
  if (req.method !== 'POST' || req.is404 || guard === 'machine') return undefined;
  const cookie = req.cookies[cookieName({ name, secure })];
  const token = givenToken(req);
  const action = localPath(addressOf(req));
  if (!token || !action || judgeForm(req, { secret, cookie, origin: reach?.origin }) === 'foreign')
    return undefined;
  const all = fieldsOf(req.body);
  const fields = all.filter(([box]) => !pages.neverShown?.includes(box));
  if (fields.reduce((letters, [box, value]) => letters + box.length + value.length, 0) > MOST)
    return undefined;
  const back = localPath(req.headers.referer);
  return {
    action,
    fields: [[TOKEN_FIELD, token], ...fields],
    // What was sent again comes from a page that has no address to go back to.
    ...(back && (back !== action || multipart) && { back }),
    sure,
    without: multipart ? 'files' : fields.length < all.length ? 'secrets' : null,
  };
}

/** 503 while the database is away. */
export function answerAway(req: FastifyRequest, reply: FastifyReply, returning: Returning): FastifyReply {
  // The handler was never asked when nobody could say who it is that asks.
  const unsent = unsentForm(req, returning, req.away !== null);
  if (unsent) reply.header('cache-control', 'no-store');
  return reply.html(returning.pages.unavailable(req, unsent), 503);
}

/** The page of a refusal, with the form when it may be sent again in a while. */
export function refusalPage(
  req: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  returning: Returning,
): string {
  // A refusal is a value: whoever refuses has done nothing.
  const unsent = refusal.status === 503 ? unsentForm(req, returning, true) : undefined;
  if (unsent) reply.header('cache-control', 'no-store');
  return returning.pages.refused(req, refusal, unsent);
}
