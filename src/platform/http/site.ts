// The stations every request passes: id, cookies, session, actor, guard, CSRF, answer, error page with a number to quote.
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Clock, Language, Refusal } from '../../rules/kernel/index.ts';
import { type Actor, ANONYMOUS } from '../act.ts';
import { addressBlock } from '../address-block.ts';
import { newToken } from '../crypto.ts';
import type { Db } from '../db.ts';
import type { Log } from '../log.ts';
import { closeSession, findSession, type Session, type SiteName } from '../sessions.ts';
import { BODY_PACE, type BodyPace, serverLimits, watchBody } from './bodies.ts';
import { compressPages } from './compress.ts';
import { cookieName } from './cookie-name.ts';
import type { ErrorPages } from './error-pages.ts';
import { answerFailures } from './failures.ts';
import { formToken } from './form-tokens.ts';
import { securityHeaders } from './headers.ts';
import { namesOf, namesOneHost, type Reach } from './hosts.ts';
import { keptFormDoor } from './kept-forms.ts';
import { beWatched } from './loop-watch.ts';
import { mayPass } from './passage.ts';
import { LANGUAGE_COOKIE, languageOf } from './preferences.ts';
import { tellRefusal } from './refusal-log.ts';
import type { SiteRefusal } from './refusals.ts';
import { requestIds } from './request-ids.ts';
import { standingAnswers } from './standing.ts';
import { answerStray, answerUnreadable, readableAddress, readFormsAlone } from './stray-requests.ts';
import { newTally, type Tally } from './tally.ts';
import { readFields } from './typed.ts';
import { readsFirst, refusalPage } from './unsent-forms.ts';
import { giveParts, tagPages } from './validators.ts';

/** What one must be to use a route. `machine` routes prove themselves by signature and carry no CSRF token. */
export type Guard = 'public' | 'citizen' | 'official' | 'machine';

export interface SiteOptions {
  name: SiteName;
  db: Db;
  clock: Clock;
  log: Log;
  /** Key of CSRF tokens. */
  secret: string;
  /** https in front of us: cookies are Secure and carry the __Host- prefix. */
  secure: boolean;
  /** Proxies of our own in front of us; what a visitor wrote into X-Forwarded-For before them is not believed. */
  trustProxy?: number;
  /** Other origins a form of this site may lead to (the account service). */
  formTargets?: string[];
  pages: ErrorPages;
  /** How long what is sent may take; as the decision says when absent. */
  pace?: BodyPace;
  /** The languages it speaks, the first without a choice; all when absent. */
  languages?: readonly Language[];
  /** Whether whoever holds a session still belongs here (an official's seat); asked at every request. All do when absent. */
  stillWelcome?(session: Session, now: Temporal.Instant): Promise<boolean>;
  /** By which names it is asked for; by any when absent. */
  reach?: Reach;
  /** Where a person who must sign in is sent; gets `?ve=<path>`. */
  signInPath: string;
}

export interface Door {
  readonly method: string;
  readonly url: string;
  readonly guard: Guard;
}

declare module 'fastify' {
  interface FastifyRequest {
    session: Session | null;
    actor: Actor;
    /** The moment of this request, read once. */
    now: Temporal.Instant;
    /** Whom counts by address count: the visitor's address, or the /64 it lies in. */
    addressBlock: string;
    /** The CSRF token for forms of this page; sets the cookie it is bound to. */
    csrf(): string;
    /** Large letters asked for. */
    big: boolean;
    /** What the person reads, of the languages the site speaks. */
    lang: Language;
    /** In this browser they chose it, or the site speaks no other. */
    langChosen: boolean;
  }
  interface FastifyInstance {
    /** Every route with its guard, as registered. */
    doors: Door[];
    tally: Tally;
  }
  interface FastifyReply {
    /** Answers with the site's refusal page. */
    refuse(refusal: Refusal): FastifyReply;
    /** Names to the log why a page of one's own says no. */
    because(refusal: Pick<Refusal, 'code'> & Partial<Refusal>): FastifyReply;
    refused: (Pick<Refusal, 'code'> & Partial<Refusal>) | null;
    html(page: string, status?: number): FastifyReply;
    /** Puts the session's token in the cookie, in place of the anonymous one. */
    signIn(token: string): void;
    signOut(): void;
  }
  interface FastifyContextConfig {
    guard?: Guard;
    /** Answers by whatever name it is asked for: probes come by a number. */
    anyHost?: boolean;
    /** The form is multipart: its token comes in the query as `ma`. */
    multipart?: boolean;
  }
}

const BODY_LIMIT = 256 * 1024;
/** No head is longer: what is too long for a page is simply not there. */
const LONGEST_ADDRESS = 16 * 1024;

const UNREADABLE: SiteRefusal = { code: 'unreadable', status: 400 };

/** When whoever was told 503 may come again, seconds. */
export const RETRY_SECONDS = 10;

/** Makes a site: a Fastify server with the stations in place. Routes name their guard in `config`. */
export async function createSite(options: SiteOptions): Promise<FastifyInstance> {
  const pace = options.pace ?? BODY_PACE;
  const app = fastify({
    ...serverLimits(pace),
    loggerInstance: options.log.child({ site: options.name }) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: (_address: string, hop: number) => hop < (options.trustProxy ?? 0),
    genReqId: requestIds(),
    routerOptions: {
      ignoreTrailingSlash: true,
      maxParamLength: LONGEST_ADDRESS,
      querystringParser: readFields,
    },
    rewriteUrl: readableAddress,
    clientErrorHandler: answerUnreadable(options),
    forceCloseConnections: 'idle',
  });
  beWatched(app);
  readFormsAlone(app);
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: BODY_LIMIT, parser: readFields });
  decorate(app, options);
  app.decorate('doors', []);
  app.decorate('tally', newTally());
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/assets/')) route.config = { ...route.config, guard: 'machine' };
    const guard = route.config?.guard;
    if (!guard) throw new Error(`${route.method} ${route.url} names no guard`);
    for (const method of [route.method].flat()) app.doors.push({ method, url: route.url, guard });
  });
  const namedRightly = options.reach ? namesOf(options.reach) : () => true;
  app.addHook('onRequest', (req, reply, done) => {
    beginRequest(req, options);
    watchBody(req, reply, pace);
    if (!namesOneHost(req.raw)) return reply.refuse(UNREADABLE);
    if (options.reach && !namedRightly(req)) {
      const { origin } = options.reach;
      const refusal: SiteRefusal = { code: 'other-host', status: 421, params: { origin } };
      return reply.refuse(refusal);
    }
    const goOn = () => {
      if (!answerStray(req, reply, options.pages, app.doors)) done();
    };
    const asking = recogniseVisitor(req, options);
    const failed = (error: Error) => (readsFirst(req, error) ? goOn() : done(error));
    if (asking) asking.then(goOn, failed).catch(done);
    else goOn();
  });
  app.addHook('preHandler', (req, reply, done) => {
    if (req.away) return done(req.away as Error);
    const passes = mayPass(req, reply, options);
    if (passes === true) done();
    else if (passes !== false) passes.catch(done);
  });
  if (options.pages.keptForm) keptFormDoor(app, options);
  securityHeaders(app, options);
  tagPages(app);
  giveParts(app);
  compressPages(app);
  standingAnswers(app, { clock: options.clock, tally: app.tally });
  answerFailures(app, options);
  return app;
}

function decorate(app: FastifyInstance, options: SiteOptions): void {
  const name = cookieName(options);
  const settings = { path: '/', httpOnly: true, sameSite: 'lax', secure: options.secure } as const;
  app.decorateRequest('session', null);
  app.decorateRequest('actor');
  app.decorateRequest('now');
  app.decorateRequest('addressBlock', '');
  app.decorateRequest('away', null);
  app.decorateRequest('big', false);
  app.decorateRequest('lang', 'vi');
  app.decorateRequest('langChosen', false);
  app.decorateRequest('csrf', function csrf(this: FastifyRequest) {
    let token = this.cookies[name];
    if (!token) {
      token = newToken();
      this.cookies[name] = token;
      (this as { freshCookie?: string }).freshCookie = token;
    }
    return formToken(options.secret, token);
  });
  app.addHook('onSend', (req, reply, payload, done) => {
    const fresh = (req as { freshCookie?: string }).freshCookie;
    if (fresh && reply.getHeader('x-signed-in') === undefined) reply.setCookie(name, fresh, settings);
    reply.removeHeader('x-signed-in');
    // The framework would close at once what it did not read, and the answer be lost with it.
    if (reply.getHeader('connection') === 'close' && !req.raw.complete) reply.removeHeader('connection');
    done(null, payload);
  });
  app.decorateReply('html', function html(this: FastifyReply, page: string, status = 200) {
    if (status === 503) this.header('retry-after', RETRY_SECONDS);
    return this.code(status).type('text/html; charset=utf-8').send(page);
  });
  app.decorateReply('refuse', function refuse(this: FastifyReply, refusal: Refusal) {
    const status = refusal.status ?? 409;
    this.because(refusal);
    return this.html(refusalPage(this.request, this, refusal, options), status);
  });
  app.decorateReply('because', function because(this: FastifyReply, refusal: Refusal) {
    this.refused = refusal;
    return this;
  });
  app.decorateReply('refused', null);
  app.addHook('onResponse', (req, reply, done) => {
    tellRefusal(req, reply);
    app.tally.add(reply.statusCode, reply.elapsedTime);
    done();
  });
  app.decorateReply('signIn', function signIn(this: FastifyReply, token: string) {
    this.setCookie(name, token, settings).header('x-signed-in', '1');
  });
  app.decorateReply('signOut', function signOut(this: FastifyReply) {
    this.clearCookie(name, settings).header('x-signed-in', '1');
  });
}

function beginRequest(req: FastifyRequest, options: SiteOptions): void {
  req.now = options.clock.now();
  req.actor = ANONYMOUS;
  req.addressBlock = addressBlock(req.ip);
  req.big = req.cookies.mc_co_chu === 'lon';
  req.lang = languageOf(req.cookies[LANGUAGE_COOKIE], options.languages);
  req.langChosen = options.languages?.length === 1 || req.lang === req.cookies[LANGUAGE_COOKIE];
}

/** Most requests bring no session: they need not wait. */
function recogniseVisitor(req: FastifyRequest, options: SiteOptions): Promise<void> | undefined {
  const token = req.cookies[cookieName(options)];
  if (!token || req.routeOptions.config.guard === 'machine') return;
  return recognise(req, token, options);
}

async function recognise(req: FastifyRequest, token: string, options: SiteOptions): Promise<void> {
  const session = await findSession(options.db, options.name, token, req.now);
  if (!session) return;
  if (options.stillWelcome && !(await options.stillWelcome(session, req.now)))
    return closeSession(options.db, token);
  req.session = session;
  const kind = options.name === 'desk' ? 'official' : 'citizen';
  req.actor = { kind, personId: session.personId, name: session.name };
}
