// A sign-up belongs to the browser that began it: its address alone, seen over a shoulder, opens nothing.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findSignUp, type SignUpView } from '../../../modules/identity/index.ts';
import { hmac, sameSecret } from '../../../platform/crypto.ts';
import type { AccountDeps } from '../deps.ts';

const COOKIE = 'mc_dang_ky';
const SECONDS = 3600;

const mark = (secret: string, id: string) => `${id}.${hmac(secret, `sign-up:${id}`).slice(0, 32)}`;

/** Marks the browser as the one that began this sign-up. */
export function own(reply: FastifyReply, { secret, secure }: AccountDeps, id: string): void {
  const settings = { path: '/dang-ky', httpOnly: true, sameSite: 'lax', secure, maxAge: SECONDS } as const;
  reply.setCookie(COOKIE, mark(secret, id), settings);
}

/** The sign-up when this browser began it and it has not run out. */
export async function findOwn(
  req: FastifyRequest,
  deps: AccountDeps,
  id: string,
): Promise<SignUpView | null> {
  const kept = req.cookies[COOKIE];
  if (!/^[0-9a-f-]{36}$/u.test(id) || !kept || !sameSecret(kept, mark(deps.secret, id))) return null;
  return findSignUp(deps.identity.db, id, req.now);
}
