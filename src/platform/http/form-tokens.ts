// Who sent a form: a page of ours in this browser, of this sign-in or of one before it.
import type { FastifyRequest } from 'fastify';
import { hmac, sameSecret, sha256 } from '../crypto.ts';
import type { Session } from '../sessions.ts';

/** A token this browser's pages held before its session began, and whose session that was. */
export interface FormerToken {
  readonly digest: string;
  readonly accountId: string | null;
}

/** An open tab outlives a few sign-ins, not all of them. */
const MOST_FORMER = 5;

export const formToken = (secret: string, cookie: string) => hmac(secret, `csrf:${cookie}`);
export const tokenDigest = (token: string) => sha256(token);

/** What a session remembers of the tokens before it. */
export function formerOf(session: Pick<Session, 'data'> | null): readonly FormerToken[] {
  const kept = session?.data.formerly;
  return Array.isArray(kept) ? (kept as FormerToken[]) : [];
}

/** The tokens a new session remembers: that of the cookie it takes the place of, and those before. */
export function formerTokens(
  secret: string,
  cookie: string | undefined,
  before: Pick<Session, 'accountId' | 'data'> | null,
): FormerToken[] {
  if (!cookie) return [];
  const last = { digest: tokenDigest(formToken(secret, cookie)), accountId: before?.accountId ?? null };
  return [last, ...formerOf(before)].slice(0, MOST_FORMER);
}

/** Where a form's token stands: among its fields, or in the address of one that brings files, for they come before it could be read. */
export const TOKEN_FIELD = '_csrf';

/** The address of this page, as its links and forms come back to it: no token stands in it, for addresses are kept and passed on. */
export function addressOf({ url }: Pick<FastifyRequest, 'url'>): string {
  return url.replace(/(?<=[?&])_csrf=[^&]*&?/u, '').replace(/[?&]$/u, '');
}

/** The token a form brought. */
export function givenToken(req: FastifyRequest): string | undefined {
  const given = req.routeOptions.config.multipart
    ? (req.query as Record<string, unknown>)[TOKEN_FIELD]
    : (req.body as Record<string, unknown> | undefined)?.[TOKEN_FIELD];
  return typeof given === 'string' ? given : undefined;
}

/**
 * `own`: of a page of this sign-in, or of one before it that was the same person's or nobody's; `other`: of a page that another person
 * had open in this browser, or of one whose token is no longer known but which the browser says is ours; `foreign`: of neither.
 */
export function judgeForm(
  req: FastifyRequest,
  { secret, cookie, origin }: { secret: string; cookie: string | undefined; origin: string | undefined },
): 'own' | 'other' | 'foreign' {
  // Today's browsers say themselves when another site sends a form; a right token, seen over somebody's shoulder, does not outweigh it.
  if (req.headers['sec-fetch-site'] === 'cross-site') return 'foreign';
  const given = givenToken(req);
  if (given !== undefined) {
    if (cookie && sameSecret(given, formToken(secret, cookie))) return 'own';
    const former = formerOf(req.session).find(({ digest }) => sameSecret(digest, tokenDigest(given)));
    if (former)
      return former.accountId === null || former.accountId === req.session?.accountId ? 'own' : 'other';
  }
  return given !== undefined && origin !== undefined && req.headers.origin === origin ? 'other' : 'foreign';
}
