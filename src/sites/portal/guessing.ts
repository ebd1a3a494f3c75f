// Whoever guesses at the secret of a number is counted where they sit; a browser that knew it once is never held up by them.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { daily, type GuessTaken, limitKey, quarterly, takeGuess } from '../../platform/guesses.ts';
import { knownBrowser, knownBrowserCookie, rememberBrowser } from '../../platform/known-browser.ts';
import type { PortalDeps } from './deps.ts';

/** A secret that belongs to a number. */
export interface Guessed {
  /** What is asked for, apart from all others: `track`, `verify`. */
  readonly what: string;
  /** The number by its letters and digits alone: however it is written, it is one. */
  readonly number: string;
  /** Wrong ones from one address in a quarter of an hour, whatever the numbers. */
  readonly perAddress: number;
  /** Wrong ones about this number in a day, of all strangers together. */
  readonly perDay: number;
}

/** What the log calls a wrong guess, and one that was not even looked at. */
export const GUESSED_WRONG = { code: 'guessed-wrong' } as const;
export const GUESSED_TOO_OFTEN = { code: 'guessed-too-often' } as const;

const whose = ({ what, number }: Guessed) => `${what}:${number}`;
const cookieOf = ({ what }: Guessed) => `mc_quen_${what}`;

/** Counts a guess before it is looked at; `right()` gives it back. */
export async function takeGuessAt(
  req: FastifyRequest,
  { db, secret }: Pick<PortalDeps, 'db' | 'secret'>,
  guessed: Guessed,
): Promise<GuessTaken> {
  const { what, number, perAddress, perDay } = guessed;
  const known = knownBrowser(secret, req.cookies[cookieOf(guessed)], whose(guessed), req.now);
  const shared = [
    quarterly(limitKey(secret, `${what}-address`, req.addressBlock), perAddress),
    daily(limitKey(secret, `${what}-all`, number), perDay),
  ];
  const key = limitKey(secret, what, number, known ?? req.addressBlock);
  return takeGuess(db, { key, shared: known ? [] : shared }, req.now);
}

/** This browser knew the secret: others' guesses hold it up no more. */
export function rememberRight(
  req: FastifyRequest,
  reply: FastifyReply,
  { secret, urls }: Pick<PortalDeps, 'secret' | 'urls'>,
  guessed: Guessed,
): void {
  const name = cookieOf(guessed);
  const settings = knownBrowserCookie(urls.portal.startsWith('https:'));
  const cookie = rememberBrowser(secret, req.cookies[name], whose(guessed), req.now);
  reply.setCookie(name, cookie, { ...settings, path: '/' });
}
