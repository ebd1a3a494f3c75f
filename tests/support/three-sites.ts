// Portal, account service and desk on free ports of loopback, with real clients and a real database: what the sign-in tests stand on.
import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Provider } from 'oidc-provider';
import { identityProvider, mountIdentityProvider, OIDC_PATH } from '../../src/main/identity-provider.ts';
import { interactionsOf } from '../../src/main/interactions.ts';
import { createIdentity, type OwnerCheck, rememberLanguage } from '../../src/modules/identity/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import type { Db } from '../../src/platform/db.ts';
import { createSite, type ErrorPages, preferenceDoors, relyingParty } from '../../src/platform/http/index.ts';
import { createLog } from '../../src/platform/log.ts';
import type { Secrets } from '../../src/platform/secrets.ts';
import { registerAccountPages } from '../../src/sites/account/pages.ts';
import { errorPages as accountErrors } from '../../src/sites/account/shell.tsx';
import { errorPages as deskErrors } from '../../src/sites/desk/shell.tsx';
import { registerSignIn as registerDeskSignIn, stillSeated } from '../../src/sites/desk/sign-in/routes.tsx';
import { errorPages as portalErrors } from '../../src/sites/portal/shell.tsx';
import { registerSignIn as registerPortalSignIn } from '../../src/sites/portal/sign-in/routes.tsx';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}

export interface ThreeSites {
  readonly urls: { portal: string; account: string; desk: string; sandbox: string };
  readonly apps: { portal: FastifyInstance; account: FastifyInstance; desk: FastifyInstance };
  readonly provider: Provider;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly telco: { answer: OwnerCheck };
  close(): Promise<void>;
}

/** `accountLater` leaves the account service not listening; the test starts it by `apps.account.listen`. */
export async function threeSites(
  db: Db,
  secrets: Secrets,
  options: { accountLater?: boolean } = {},
): Promise<ThreeSites> {
  const [portal, account, desk] = await Promise.all([freePort(), freePort(), freePort()]);
  const at = (port: number) => `http://127.0.0.1:${port}`;
  const urls = { portal: at(portal), account: at(account), desk: at(desk), sandbox: at(1) };
  const clock = fixedClock('2026-11-23T09:00');
  const log = createLog('test', 'silent');
  const telco = { answer: 'match' as OwnerCheck };
  const provider = identityProvider({ db, secrets, urls, log });
  const secret = secrets.hmac;
  const site = (name: 'portal' | 'account' | 'desk', pages: ErrorPages) => {
    // A form's answer leads across origins: signing in back to the asking site, signing out to the account service.
    const formTargets = name === 'account' ? [urls.portal, urls.desk] : [urls.account];
    return createSite({
      name,
      db,
      clock,
      log,
      secret,
      secure: false,
      pages,
      formTargets,
      signInPath: '/dang-nhap',
      reach: { origin: urls[name], hosts: ['mot-cua.test'] },
      ...(name === 'desk' && { stillWelcome: stillSeated(db) }),
    });
  };
  const apps = {
    portal: await site('portal', portalErrors),
    account: await site('account', accountErrors),
    desk: await site('desk', deskErrors),
  };
  for (const app of [apps.portal, apps.account])
    preferenceDoors(app, false, (accountId, language) => rememberLanguage(db, accountId, language));
  const phoneOwner = { check: async () => telco.answer };
  mountIdentityProvider(apps.account, provider, urls.account);
  registerAccountPages(apps.account, {
    identity: createIdentity({
      db,
      secret,
      phoneOwner,
      limits: { codesPerAddress: 1e6, passwordsPerAddress: 1e6, ownerChecksPerAddress: 1e6 },
    }),
    clock,
    urls,
    version: 'test',
    secret,
    secure: false,
    interactions: interactionsOf(provider, urls),
  });
  const issuer = `${urls.account}${OIDC_PATH}`;
  const portalParty = relyingParty({
    issuer,
    clientId: 'portal',
    clientSecret: secrets.portalClient,
    origin: urls.portal,
  });
  const deskParty = relyingParty({
    issuer,
    clientId: 'desk',
    clientSecret: secrets.deskClient,
    origin: urls.desk,
    alwaysAsk: true,
  });
  registerPortalSignIn(apps.portal, { db, urls, secret, secure: false, party: portalParty });
  registerDeskSignIn(apps.desk, { db, urls, secret, secure: false, party: deskParty });
  const whoami = (app: FastifyInstance, guard: 'citizen' | 'official') =>
    app.get('/ai', { config: { guard } }, (req) => ({
      name: req.session?.name,
      csrf: req.csrf(),
      kind: req.actor.kind,
    }));
  // A page with a form, and where it goes: what was typed comes back as it was sent.
  for (const [app, guard] of [
    [apps.portal, 'citizen'],
    [apps.desk, 'official'],
  ] as const) {
    app.get('/viet', { config: { guard } }, (req, reply) =>
      reply.html(
        `<form method="post" action="/viet?o=1"><input type="hidden" name="_csrf" value="${req.csrf()}" /></form>`,
      ),
    );
    app.post('/viet', { config: { guard } }, (req) => ({ name: req.session?.name, sent: req.body }));
  }
  whoami(apps.portal, 'citizen');
  whoami(apps.desk, 'official');
  await apps.portal.listen({ host: '127.0.0.1', port: portal });
  await apps.desk.listen({ host: '127.0.0.1', port: desk });
  if (!options.accountLater) await apps.account.listen({ host: '127.0.0.1', port: account });
  return {
    urls,
    apps,
    provider,
    clock,
    telco,
    close: async () => {
      await Promise.all(Object.values(apps).map((app) => app.close()));
    },
  };
}
