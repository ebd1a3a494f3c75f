// Large letters and the language: a cookie each, and back to where one was.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { LANGUAGES, type Language } from '../../rules/kernel/index.ts';

export const LANGUAGE_COOKIE = 'mc_ngon_ngu';

/** The language somebody chose, of those a site speaks; its first without a choice. */
export function languageOf(chosen: string | undefined, spoken: readonly Language[] = LANGUAGES): Language {
  return spoken.find((language) => language === chosen) ?? spoken[0] ?? 'vi';
}

/** The door that remembers a language and leads on to `back`, a path of the same site. */
export function languageDoor(language: Language, back: string): string {
  return `/ngon-ngu?chon=${language}&ve=${encodeURIComponent(back)}`;
}

/**
 * The path of an address of ours, fit for a header; undefined for anything else: nobody is sent to a foreign site.
 * Of several given, the first counts.
 */
export function localPath(address: unknown): string | undefined {
  const first = Array.isArray(address) ? address[0] : address;
  if (typeof first !== 'string') return undefined;
  const path = first.replace(/^https?:\/\/[^/]+/u, '');
  if (!/^\/(?![/\\])[^\\]*$/u.test(path)) return undefined;
  return path.toWellFormed().replace(/[^\x21-\x7e]+/gu, encodeURIComponent);
}

const settingsOf = (secure: boolean) =>
  ({ path: '/', maxAge: 31_536_000, sameSite: 'lax', httpOnly: true, secure }) as const;

/** This browser reads a language from now on. */
export function setLanguage(reply: FastifyReply, language: Language, secure: boolean): void {
  reply.setCookie(LANGUAGE_COOKIE, language, settingsOf(secure));
}

/**
 * `/co-chu?lon=1&ve=…` and `/ngon-ngu?chon=en&ve=…`.
 * @param remember keeps the language of whoever is signed in
 */
export function preferenceDoors(
  app: FastifyInstance,
  secure: boolean,
  remember?: (accountId: string, language: Language) => Promise<void>,
): void {
  const settings = settingsOf(secure);
  app.get<{ Querystring: { lon?: string; ve?: string } }>(
    '/co-chu',
    { config: { guard: 'public' } },
    (req, reply) =>
      reply
        .setCookie('mc_co_chu', req.query.lon === '1' ? 'lon' : 'thuong', settings)
        .redirect(localPath(req.query.ve) ?? '/', 303),
  );
  app.get<{ Querystring: { chon?: string; ve?: string } }>(
    '/ngon-ngu',
    { config: { guard: 'public' } },
    async (req, reply) => {
      const language = languageOf(req.query.chon);
      setLanguage(reply, language, secure);
      if (req.session) await remember?.(req.session.accountId, language);
      return reply.redirect(localPath(req.query.ve) ?? '/', 303);
    },
  );
}
