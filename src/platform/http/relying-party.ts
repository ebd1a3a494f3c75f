// A site as a client of an OpenID Connect provider: code flow with PKCE; the provider is looked up when first needed.
import * as oidc from 'openid-client';
import type { Language } from '../../rules/kernel/index.ts';

export interface RelyingPartyOptions {
  /** The provider's issuer, e.g. `https://taikhoan.example.vn/oidc`. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Own public origin, without a trailing slash. */
  readonly origin: string;
  /** Ask for the password even when the provider still knows the browser. */
  readonly alwaysAsk?: boolean;
  /** How long the provider has for each answer, seconds; 5 when absent. */
  readonly timeoutSeconds?: number;
}

/** What must be remembered between leaving and coming back. */
export interface Trip {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Local path to go on to. */
  readonly back: string;
}

export interface Arrival {
  /** The account at the provider. */
  readonly subject: string;
  /** For signing out later. */
  readonly idToken: string;
}

/** `unreachable`: the provider cannot be asked now; `refused`: it said no, or the answer is not for this trip. */
export class SignInFailed extends Error {
  readonly kind: 'unreachable' | 'refused';
  constructor(kind: 'unreachable' | 'refused', cause: unknown) {
    super(`sign-in ${kind}`, { cause });
    this.kind = kind;
  }
}

export interface RelyingParty {
  /** Where to send the browser, in the language it is to be asked in if it chose one, and what to remember meanwhile. @throws SignInFailed when unreachable */
  leave(back: string, language: Language | undefined): Promise<{ url: URL; trip: Trip }>;
  /** Trades the code for a subject. @throws SignInFailed */
  arrive(address: URL, trip: Trip): Promise<Arrival>;
  /** Where to send the browser to sign out at the provider too. @throws SignInFailed when unreachable */
  farewell(idToken: string | undefined): Promise<URL>;
}

export const CALLBACK_PATH = '/dang-nhap/xong';
const TIMEOUT_SECONDS = 5;

/** The client of one site. Nothing is asked of the provider before the first use; a failed look-up is tried again. */
export function relyingParty(options: RelyingPartyOptions): RelyingParty {
  const redirectUri = `${options.origin}${CALLBACK_PATH}`;
  let known: Promise<oidc.Configuration> | undefined;

  function provider(): Promise<oidc.Configuration> {
    known ??= lookUp(options).catch((error: unknown) => {
      known = undefined;
      throw new SignInFailed('unreachable', error);
    });
    return known;
  }

  return {
    async leave(back, language) {
      const trip = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        back,
      };
      const url = oidc.buildAuthorizationUrl(await provider(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        ...(language && { ui_locales: language }),
        state: trip.state,
        nonce: trip.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(trip.verifier),
        code_challenge_method: 'S256',
        ...(options.alwaysAsk && { prompt: 'login' }),
      });
      return { url, trip };
    },
    async arrive(address, trip) {
      const configuration = await provider();
      // Behind a proxy the address asked for is not the public one; only its query matters.
      const current = new URL(`${redirectUri}${address.search}`);
      const checks = {
        expectedState: trip.state,
        expectedNonce: trip.nonce,
        pkceCodeVerifier: trip.verifier,
      };
      try {
        const tokens = await oidc.authorizationCodeGrant(configuration, current, {
          ...checks,
          idTokenExpected: true,
        });
        return { subject: String(tokens.claims()?.sub), idToken: tokens.id_token ?? '' };
      } catch (error) {
        throw new SignInFailed(isRefusal(error) ? 'refused' : 'unreachable', error);
      }
    },
    async farewell(idToken) {
      return oidc.buildEndSessionUrl(await provider(), {
        post_logout_redirect_uri: `${options.origin}/`,
        ...(idToken && { id_token_hint: idToken }),
      });
    },
  };
}

function lookUp({
  issuer,
  clientId,
  clientSecret,
  timeoutSeconds,
}: RelyingPartyOptions): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  // Plain http is for loopback only: the sandbox, and an inside address of the same machine.
  const loopback =
    server.protocol === 'http:' && /^(?:127\.0\.0\.1|localhost|\[::1\])$/u.test(server.hostname);
  const execute = loopback ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(server, clientId, undefined, oidc.ClientSecretBasic(clientSecret), {
    execute,
    timeout: timeoutSeconds ?? TIMEOUT_SECONDS,
  });
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof oidc.AuthorizationResponseError ||
    (error instanceof oidc.ResponseBodyError && error.status < 500) ||
    (error instanceof oidc.ClientError && error.code !== 'OAUTH_TIMEOUT') ||
    error instanceof oidc.WWWAuthenticateChallengeError
  );
}
