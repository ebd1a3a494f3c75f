// A browser that has proved a secret once is known: a signed mark in its cookie. Strangers' guesses never hold it up.
import { hmac, newToken, sameSecret, signedParts } from './crypto.ts';

/** How long a browser stays known without proving itself again. */
export const KNOWN_DAYS = 180;
/** Several people of one family use one telephone. */
const MOST_MARKS = 5;
const SECONDS = KNOWN_DAYS * 86_400;

interface Mark {
  readonly text: string;
  readonly id: string;
  readonly signature: string;
  readonly since: string;
}

const sign = (secret: string, whose: string, id: string, since: string) =>
  hmac(secret, `known-browser:${whose}:${id}:${since}`).slice(0, 32);

function marksOf(cookie: string): Mark[] {
  return cookie
    .slice(0, 1000)
    .split('~')
    .map((text) => {
      const [id = '', since = '', signature = ''] = signedParts(text, 3);
      return { text, id, since, signature };
    });
}

/**
 * The id under which a browser's guesses are counted apart, or null for a stranger's.
 * @param cookie what the browser brought, however it may have been changed
 * @param whose the secret that was proved; with something in it that changes when the mark is to end
 */
export function knownBrowser(
  secret: string,
  cookie: string | undefined,
  whose: string,
  now: Temporal.Instant,
): string | null {
  const found = marksOf(cookie ?? '').find(({ id, since, signature }) => {
    const age = now.epochMilliseconds / 1000 - Number(since);
    return age >= 0 && age < SECONDS && sameSecret(signature, sign(secret, whose, id, since));
  });
  return found?.id ?? null;
}

/** The cookie with this browser's mark for one more secret; the oldest marks leave. */
export function rememberBrowser(
  secret: string,
  cookie: string | undefined,
  whose: string,
  now: Temporal.Instant,
): string {
  const known = knownBrowser(secret, cookie, whose, now);
  const since = String(Math.floor(now.epochMilliseconds / 1000));
  const id = known ?? newToken().slice(0, 22);
  const others = marksOf(cookie ?? '').filter((mark) => mark.id !== id && mark.signature !== '');
  return [`${id}.${since}.${sign(secret, whose, id, since)}`, ...others.map(({ text }) => text)]
    .slice(0, MOST_MARKS)
    .join('~');
}

/** The cookie's settings, but for its path. */
export const knownBrowserCookie = (secure: boolean) =>
  ({ httpOnly: true, sameSite: 'lax', secure, maxAge: SECONDS }) as const;
