// The national account service: oidc-provider on the account site's origin, with portal and desk as its ordinary clients.
import type { EventEmitter } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import {
  type Configuration,
  interactionPolicy,
  type KoaContextWithOIDC,
  Provider,
  type UnknownObject,
} from 'oidc-provider';
import { claimsOf, findAccount } from '../modules/identity/index.ts';
import { isDatabaseAway } from '../platform/database-watch.ts';
import type { Db } from '../platform/db.ts';
import { LANGUAGE_COOKIE, languageDoor, languageOf, RETRY_SECONDS } from '../platform/http/index.ts';
import type { Log } from '../platform/log.ts';
import type { Secrets } from '../platform/secrets.ts';
import { LANGUAGES, type Language } from '../rules/kernel/index.ts';
import {
  confirmSignOutPage,
  protocolErrorPage,
  signedOutPage,
  signOutFailedPage,
  unavailablePage,
} from '../sites/account/protocol-pages.tsx';
import { recordsOver } from './protocol-records.ts';
import { cookiesOut, readCookies } from './sign-in-cookies.ts';

/** Where the protocol's own addresses begin, on the account site. */
export const OIDC_PATH = '/oidc';
/** Password and one-time code. */
export const LEVEL = 'LoA1';

export interface ProviderInput {
  readonly db: Db;
  readonly secrets: Secrets;
  readonly urls: { portal: string; account: string; desk: string };
  readonly log: Log;
}

type Kind = 'citizen' | 'official';
/** The desk is for officials; every other site is for citizens. */
export const kindFor = (clientId: string | undefined): Kind => (clientId === 'desk' ? 'official' : 'citizen');

function clients({ secrets, urls }: ProviderInput): Configuration['clients'] {
  const one = (id: string, name: string, secret: string, origin: string) => ({
    client_id: id,
    client_name: name,
    client_secret: secret,
    redirect_uris: [`${origin}/dang-nhap/xong`],
    post_logout_redirect_uris: [`${origin}/`],
    response_types: ['code' as const],
    grant_types: ['authorization_code'],
    id_token_signed_response_alg: 'ES256' as const,
  });
  return [
    one('portal', 'Cổng dịch vụ công', secrets.portalClient, urls.portal),
    one('desk', 'Bàn một cửa', secrets.deskClient, urls.desk),
  ];
}

// Consent is not asked for: both clients are ours. Signing in is asked for whenever the browser's session is not of the site's kind.
function policy(db: Db) {
  const { base, Check } = interactionPolicy;
  const prompts = base();
  prompts.remove('consent');
  const login = prompts.get('login');
  login?.checks.add(
    new Check('desk_asks_always', 'officials sign in each time', ({ oidc }) =>
      oidc.client?.clientId === 'desk' && !oidc.result?.login
        ? Check.REQUEST_PROMPT
        : Check.NO_NEED_TO_PROMPT,
    ),
  );
  login?.checks.add(
    new Check('wrong_kind', 'the account is not of the kind this site is for', async ({ oidc }) => {
      const id = oidc.session?.accountId;
      if (!id) return Check.NO_NEED_TO_PROMPT;
      const account = await findAccount(db, id);
      return account?.kind === kindFor(oidc.client?.clientId)
        ? Check.NO_NEED_TO_PROMPT
        : Check.REQUEST_PROMPT;
    }),
  );
  return prompts;
}

async function grantFor(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  const found = known ? await provider.Grant.find(known) : undefined;
  if (found) return found;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

/** What the person reads on this site. */
function languageIn({ cookies }: KoaContextWithOIDC): Language {
  return languageOf(cookies.get(LANGUAGE_COOKIE));
}

/** Where somebody is asked who they are, in the language of the site that sent them. */
function askIn(ctx: KoaContextWithOIDC, { uid, params }: { uid: string; params: UnknownObject }): string {
  const path = `/tuong-tac/${uid}`;
  const [asked] = String(params.ui_locales ?? '').split(' ');
  const language = LANGUAGES.find((one) => one === asked);
  return language === undefined || language === languageIn(ctx) ? path : languageDoor(language, path);
}

// With a valid token of the very person whose session this is, the wish to leave needs no second question.
async function leaveOrAsk(ctx: KoaContextWithOIDC): Promise<void> {
  const { session, provider, params, entities } = ctx.oidc;
  const hint = entities.IdTokenHint?.payload as { sub?: string } | undefined;
  if (!session?.accountId || hint?.sub !== session.accountId) {
    const state = session?.state as { secret?: string } | undefined;
    ctx.body = confirmSignOutPage(languageIn(ctx), {
      action: ctx.oidc.urlFor('end_session_confirm'),
      xsrf: state?.secret ?? '',
    });
    return;
  }
  await session.destroy();
  ctx.cookies.set(provider.cookieName('session'), null);
  goHome(ctx, params);
}

function goHome(ctx: KoaContextWithOIDC, params: Record<string, unknown> | undefined): void {
  const to = params?.post_logout_redirect_uri;
  if (typeof to !== 'string') {
    ctx.body = signedOutPage(languageIn(ctx));
    return;
  }
  const url = new URL(to);
  if (typeof params?.state === 'string') url.searchParams.set('state', params.state);
  ctx.redirect(url.href);
}

function configuration(input: ProviderInput): Configuration {
  const { db, secrets } = input;
  const cookie = { signed: true, httpOnly: true, sameSite: 'lax' } as const;
  return {
    adapter: recordsOver(db),
    clients: clients(input),
    jwks: { keys: [secrets.oidcKey as never] },
    cookies: { keys: [secrets.cookies], short: cookie, long: cookie },
    scopes: ['openid'],
    acrValues: [LEVEL],
    claims: {
      openid: [
        'sub',
        'amr',
        'HoVaTen',
        'LoaiTaiKhoan',
        'TenDangNhap',
        'SoDinhDanh',
        'SoCMND',
        'NgayThangNamSinh',
        'GioiTinh',
        'SoDienThoai',
        'ThuDienTu',
        'loAs',
      ],
    },
    responseTypes: ['code'],
    pkce: { required: () => true },
    // A browser's session here is short: it saves typing while going between sites, it is not "being signed in".
    ttl: {
      // Shorter than a site's limit of disuse, which it would undo.
      Session: 1800,
      Interaction: 1800,
      AuthorizationCode: 60,
      AccessToken: 300,
      IdToken: 300,
      Grant: 3600,
    },
    interactions: { policy: policy(db), url: askIn },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: leaveOrAsk,
        postLogoutSuccessSource: (ctx) => {
          ctx.body = signedOutPage(languageIn(ctx));
        },
      },
    },
    loadExistingGrant: grantFor,
    async findAccount(_ctx, sub) {
      if (!(await findAccount(db, sub))) return undefined;
      // The ID token travels in addresses when signing out: it names the account and nothing of the person.
      return {
        accountId: sub,
        claims: async (use) => (use === 'id_token' ? { sub } : { ...(await claimsOf(db, sub)), sub }),
      };
    },
    renderError(ctx, out, error) {
      const lang = languageIn(ctx);
      ctx.type = 'html';
      const failed = SIGNING_OUT.has(ctx.oidc?.route ?? '') ? signOutFailedPage : protocolErrorPage;
      ctx.body = isDatabaseAway(error)
        ? unavailablePage(lang)
        : failed(lang, { code: out.error, portal: input.urls.portal });
    },
  };
}

/** The engine's names of the routes that end a session. */
const SIGNING_OUT: ReadonlySet<string> = new Set(['end_session', 'end_session_confirm']);

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/** Makes the provider. Its issuer is `<account origin>/oidc`. */
export function identityProvider(input: ProviderInput): Provider {
  const provider = new Provider(`${input.urls.account}${OIDC_PATH}`, configuration(input));
  // It believes what `ourAddress` writes, and nothing else gets there.
  provider.proxy = true;
  const events: EventEmitter = provider;
  events.on('server_error', (ctx: KoaContextWithOIDC, error: unknown) => {
    input.log.error({ err: error }, 'identity provider failed');
    if (!isDatabaseAway(error)) return;
    ctx.status = 503;
    ctx.set('retry-after', String(RETRY_SECONDS));
  });
  events.on('error', (error) => input.log.error({ err: error }, 'identity provider failed'));
  provider.use(async (ctx, next) => {
    await next();
    const { oidc } = ctx as Partial<KoaContextWithOIDC>;
    // Leaving when nobody is signed in: the engine would answer with a form that sends itself by script.
    if (oidc?.route === 'end_session' && ctx.status === 200 && !oidc.session?.accountId && oidc.params) {
      goHome(ctx as KoaContextWithOIDC, oidc.params);
    }
    if (ctx.type === 'text/html') ctx.set('content-security-policy', POLICY);
    const cookies = ctx.response.headers['set-cookie'];
    if (cookies) ctx.res.setHeader('set-cookie', cookiesOut([cookies].flat().map(String)));
    if (cookies) ctx.set('cache-control', 'no-store');
    ctx.set('x-content-type-options', 'nosniff');
    ctx.set('referrer-policy', 'same-origin');
  });
  return provider;
}

const FROM_OUTSIDE = /^(?:forwarded|x-forwarded-.+|x-real-.+)$/u;

/**
 * The engine makes its addresses (discovery, cookies, forms) of the name it is asked for: it is told the configured one,
 * whatever the visitor wrote as Host or a proxy as forwarded.
 */
function ourAddress(headers: IncomingHttpHeaders, account: string): void {
  const { host, protocol } = new URL(account);
  for (const name of Object.keys(headers)) if (FROM_OUTSIDE.test(name)) delete headers[name];
  headers.host = host;
  headers['x-forwarded-proto'] = protocol.slice(0, -1);
}

/** Puts the provider under `/oidc` of the account site; it reads its bodies itself. Call before the site is ready. @param account the site's public origin */
export function mountIdentityProvider(app: FastifyInstance, provider: Provider, account: string): void {
  const answer = provider.callback();
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_req, _payload, done) => done(null));
    scope.route({
      method: ['GET', 'POST', 'OPTIONS'],
      url: `${OIDC_PATH}/*`,
      config: { guard: 'machine' },
      async handler(req, reply) {
        reply.hijack();
        ourAddress(req.raw.headers, account);
        // PostgreSQL keeps no NUL in a text, and nobody types one.
        req.raw.url = req.raw.url?.replaceAll('%00', '');
        // The engine finds where it is mounted by comparing these two.
        Object.assign(req.raw, { originalUrl: req.raw.url });
        req.raw.url = req.raw.url?.slice(OIDC_PATH.length);
        readCookies(req, /^\/auth\/([\w-]+)/u.exec(req.raw.url ?? '')?.[1]);
        await answer(req.raw, reply.raw);
      },
    });
  });
}
