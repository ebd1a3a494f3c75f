// The three doors of signing in and out that every client site has: off to the provider, back from it, and out.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../rules/kernel/index.ts';
import { hmac, sameSecret, signedParts } from '../crypto.ts';
import type { Db } from '../db.ts';
import { closeSession, findOwner, openSession, type SiteName } from '../sessions.ts';
import { cookieName } from './cookie-name.ts';
import { formerTokens } from './form-tokens.ts';
import { localPath, setLanguage } from './preferences.ts';
import { CALLBACK_PATH, type RelyingParty, SignInFailed, type Trip } from './relying-party.ts';

/** Where "sign in" leads on every client site; `?ve=` is the local path to come back to. */
export const LEAVE_PATH = '/dang-nhap/di';

export interface Welcome {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  /** What they last chose to read, on any device; null when they never chose. */
  readonly language: Language | null;
  /** What the session stands on and ends with (an official's seats), for the site's `stillWelcome`. */
  readonly standing?: readonly string[];
}

/** Why nobody was signed in. */
export type SignInTrouble = 'unreachable' | 'refused' | 'lost' | 'not-welcome';

export interface SignInDoorsOptions {
  readonly site: Exclude<SiteName, 'account'>;
  readonly db: Db;
  readonly party: RelyingParty;
  /** Key that signs the cookie kept between leaving and coming back. */
  readonly secret: string;
  readonly secure: boolean;
  /** How long a session lasts, and how long without being used. */
  readonly hours: number;
  readonly idleMinutes: number;
  /** Who the subject is on this site; null when they may not enter. */
  welcome(subject: string, now: Temporal.Instant): Promise<Welcome | null>;
  /** Signs somebody out at the account service too, as far as this house can: the browser may never get there. */
  signedOut(accountId: string): Promise<void>;
  /** The page for whoever could not be signed in. */
  troublePage(req: FastifyRequest, trouble: SignInTrouble, back: string): string;
}

const STATUS: Record<SignInTrouble, number> = {
  unreachable: 503,
  refused: 400,
  lost: 400,
  'not-welcome': 403,
};
const TRIP_SECONDS = 900;
/** Where one leaves from and comes back to. */
const TRIP_PATH = '/dang-nhap';
const tripCookie = (state: string) => `mc_di_${state.slice(0, 12)}`;

function pack(trip: Trip, secret: string): string {
  const text = Buffer.from(JSON.stringify(trip)).toString('base64url');
  return `${text}.${hmac(secret, `trip:${text}`)}`;
}

function unpack(kept: string | undefined, secret: string): Trip | null {
  const [text = '', signature = ''] = signedParts(kept ?? '', 2);
  if (!text || !sameSecret(signature, hmac(secret, `trip:${text}`))) return null;
  return JSON.parse(Buffer.from(text, 'base64url').toString()) as Trip;
}

/** Registers `GET /dang-nhap/di`, `GET /dang-nhap/xong` and `POST /dang-xuat`; `GET /dang-xuat` signs nobody out. Each trip has its own cookie, so two tabs do not disturb each other. */
export function signInDoors(app: FastifyInstance, options: SignInDoorsOptions): void {
  const { party, secret, secure, site, db } = options;
  // A cookie's path is a beginning of the address it comes from, or text browsers refuse it.
  const settings = { path: TRIP_PATH, httpOnly: true, sameSite: 'lax', secure } as const;
  const config = { guard: 'public' } as const;

  function trouble(
    req: FastifyRequest,
    reply: FastifyReply,
    what: SignInTrouble,
    back: string,
    error?: unknown,
  ) {
    req.log.info({ trouble: what, detail: detailOf(error) }, 'sign-in failed');
    return reply.html(options.troublePage(req, what, back), STATUS[what]);
  }

  app.get<{ Querystring: { ve?: unknown } }>(LEAVE_PATH, { config }, async (req, reply) => {
    const back = localPath(req.query.ve) ?? '/';
    try {
      const { url, trip } = await party.leave(back, req.langChosen ? req.lang : undefined);
      reply.setCookie(tripCookie(trip.state), pack(trip, secret), { ...settings, maxAge: TRIP_SECONDS });
      return reply.redirect(url.href, 303);
    } catch (error) {
      if (error instanceof SignInFailed) return trouble(req, reply, 'unreachable', back, error);
      throw error;
    }
  });

  app.get<{ Querystring: { state?: string } }>(CALLBACK_PATH, { config }, async (req, reply) => {
    const state = String(req.query.state ?? '');
    const trip = unpack(req.cookies[tripCookie(state)], secret);
    if (trip?.state !== state) return trouble(req, reply, 'lost', '/');
    reply.clearCookie(tripCookie(state), settings);
    try {
      const arrival = await party.arrive(new URL(req.url, 'http://site.invalid'), trip);
      const welcome = await options.welcome(arrival.subject, req.now);
      if (!welcome) return trouble(req, reply, 'not-welcome', trip.back);
      const { language, standing, ...who } = welcome;
      const cookie = req.cookies[cookieName({ name: site, secure })];
      const before = cookie ? await findOwner(db, site, cookie) : null;
      const formerly = formerTokens(secret, cookie, before);
      const token = await openSession(db, {
        ...who,
        site,
        data: { idToken: arrival.idToken, formerly, ...(standing && { standing }) },
        now: req.now,
        hours: options.hours,
        idleMinutes: options.idleMinutes,
      });
      // An account closed between the question and the session would have left this one out.
      if (!(await options.welcome(arrival.subject, req.now))) {
        await closeSession(db, token);
        return trouble(req, reply, 'not-welcome', trip.back);
      }
      if (language) setLanguage(reply, language, secure);
      reply.signIn(token);
      return reply.redirect(localPath(trip.back) ?? '/', 303);
    } catch (error) {
      if (error instanceof SignInFailed) return trouble(req, reply, error.kind, trip.back, error);
      throw error;
    }
  });

  // The form stands in the head of every page.
  app.get('/dang-xuat', { config }, (_req, reply) => reply.redirect('/', 303));
  app.post('/dang-xuat', { config }, async (req, reply) => {
    const token = req.cookies[cookieName({ name: site, secure })];
    const kept = req.session?.data.idToken;
    if (req.session && token) {
      await closeSession(db, token);
      await options.signedOut(req.session.accountId);
    }
    reply.signOut();
    // Answers to forms lie in the browser for going back to; whoever sits there next shall not.
    reply.header('clear-site-data', '"cache"');
    const away = await party.farewell(typeof kept === 'string' ? kept : undefined).catch(() => null);
    return reply.redirect(away?.href ?? '/', 303);
  });
}

// The engine's own words on why, for the log; no token is in them.
function detailOf(error: unknown): string | undefined {
  const cause = error instanceof SignInFailed ? error.cause : error;
  return cause instanceof Error
    ? `${cause.name}: ${cause.message}`
    : cause === undefined
      ? undefined
      : String(cause);
}
