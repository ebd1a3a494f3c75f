// The cookie by which this browser is known to the accounts that have signed in with it.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Moment } from '../../modules/identity/index.ts';
import { knownBrowserCookie } from '../../platform/known-browser.ts';
import type { AccountDeps } from './deps.ts';

type Settings = Pick<AccountDeps, 'secure'>;

const nameOf = ({ secure }: Settings) => `${secure ? '__Host-' : ''}mc_quen`;

/** When, from where and in which language this request asks. */
export function momentOf(req: FastifyRequest, settings: Settings): Moment {
  return {
    now: req.now,
    address: req.addressBlock,
    browser: req.cookies[nameOf(settings)],
    language: req.lang,
  };
}

/** Keeps the cookie that `markBrowser` made. */
export function keepKnown(reply: FastifyReply, settings: Settings, cookie: string): void {
  reply.setCookie(nameOf(settings), cookie, { ...knownBrowserCookie(settings.secure), path: '/' });
}
