// The three sites, each on its own origin, with every page registered.
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { billInquiry } from '../adapters/bank/bill-inquiry.ts';
import { sepay } from '../adapters/bank/sepay.ts';
import { rememberLanguage } from '../modules/identity/index.ts';
import {
  createSite,
  healthDoors,
  preferenceDoors,
  readManifest,
  relyingParty,
  type SiteOptions,
  serveAssets,
  wellKnownDoors,
} from '../platform/http/index.ts';
import { LANGUAGES } from '../rules/kernel/index.ts';
import { registerAccountPages } from '../sites/account/pages.ts';
import { errorPages as accountErrors } from '../sites/account/shell.tsx';
import { registerBank } from '../sites/api/bank/routes.ts';
import type { DeskDeps } from '../sites/desk/deps.ts';
import { errorPages as deskErrors, registerDesk } from '../sites/desk/desk.ts';
import { registerSignIn as registerDeskSignIn, stillSeated } from '../sites/desk/sign-in/routes.tsx';
import { registerAbout } from '../sites/portal/about/routes.tsx';
import { registerApply } from '../sites/portal/apply/routes.ts';
import type { PortalDeps } from '../sites/portal/deps.ts';
import { registerFindProcedure } from '../sites/portal/find-procedure/routes.tsx';
import { registerHome } from '../sites/portal/home/routes.tsx';
import { registerManifest } from '../sites/portal/manifest.ts';
import { registerMyDossiers } from '../sites/portal/my-dossiers/routes.tsx';
import { registerPay } from '../sites/portal/pay/routes.tsx';
import { registerSent } from '../sites/portal/sent/routes.tsx';
import { errorPages as portalErrors } from '../sites/portal/shell.tsx';
import { registerSignIn as registerPortalSignIn } from '../sites/portal/sign-in/routes.tsx';
import { registerSupplement } from '../sites/portal/supplement/routes.tsx';
import { registerTrack } from '../sites/portal/track/routes.tsx';
import { registerVerifyResult } from '../sites/portal/verify-result/routes.tsx';
import { furnish } from '../ui/index.ts';
import { figuresOf, lookAtHouse } from './health.ts';
import { identityProvider, mountIdentityProvider, OIDC_PATH } from './identity-provider.ts';
import { interactionsOf } from './interactions.ts';
import { payeesOf } from './payees.ts';
import { projectFolder } from './project-folder.ts';
import type { House } from './wire.ts';

export interface Sites {
  portal: FastifyInstance;
  account: FastifyInstance;
  desk: FastifyInstance;
}

/** What each site can be read in; officials read Vietnamese. */
const SPOKEN = { portal: LANGUAGES, account: LANGUAGES, desk: ['vi'] } as const;

/** Addresses of the portal behind which somebody's own matters are. */
const PERSONAL = [
  '/ho-so',
  '/nop-ho-so',
  '/tra-cuu',
  '/kiem-tra',
  '/dang-nhap',
  '/ngon-ngu',
  '/co-chu',
  '/api',
];

/** Builds the sites; they do not listen yet. */
export async function buildSites(house: House): Promise<Sites> {
  const { config } = house;
  const assets = join(projectFolder(), 'dist', 'assets');
  const manifest = readManifest(assets);
  furnish({
    ...(manifest.css && manifest.js && { assets: { css: manifest.css, js: manifest.js } }),
    helpLine: { phone: config.hotline },
    languages: SPOKEN,
    ...(config.mode === 'sandbox' && { sandbox: { href: config.urls.sandbox } }),
    homes: { portal: config.urls.portal, account: config.urls.account, desk: config.urls.desk },
  });
  return {
    portal: await portalOf(house, assets),
    account: await accountOf(house, assets),
    desk: await deskOf(house, assets),
  };
}

async function site(
  house: House,
  assets: string,
  own: Pick<SiteOptions, 'name' | 'pages' | 'formTargets' | 'stillWelcome'>,
): Promise<FastifyInstance> {
  const { config, db, clock, log, secrets } = house;
  const app = await createSite({
    ...own,
    db,
    clock,
    log,
    secret: secrets.hmac,
    secure: config.secure,
    trustProxy: config.trustProxy,
    reach: { origin: config.urls[own.name], hosts: config.hosts },
    languages: SPOKEN[own.name],
    signInPath: '/dang-nhap',
  });
  await serveAssets(app, assets);
  preferenceDoors(app, config.secure, (accountId, language) => rememberLanguage(db, accountId, language));
  healthDoors(app, {
    version: house.version,
    token: config.healthToken,
    look: async (now) => {
      const health = await lookAtHouse(db, house.disk, now);
      return { health, metrics: figuresOf(health) };
    },
  });
  wellKnownDoors(app, {
    origin: config.urls[own.name],
    // A trial is nobody's to find; of the portal what belongs to persons is not.
    hidden: own.name === 'portal' && config.mode === 'production' ? PERSONAL : ['/'],
    securityContact: config.securityContact,
    changePassword: `${config.urls.account}/`,
  });
  return app;
}

async function portalOf(house: House, assets: string): Promise<FastifyInstance> {
  const { config } = house;
  const app = await site(house, assets, {
    name: 'portal',
    pages: portalErrors,
    formTargets: [config.urls.account],
  });
  const deps: PortalDeps = {
    ...house,
    payeeOf: payeesOf(house.agencies, config.mode),
    urls: config.urls,
    sandbox: config.mode === 'sandbox',
    secret: house.secrets.hmac,
  };
  const party = relyingParty({
    issuer: `${config.urls.account}${OIDC_PATH}`,
    clientId: 'portal',
    clientSecret: house.secrets.portalClient,
    origin: config.urls.portal,
  });
  registerPortalSignIn(app, { ...deps, secure: config.secure, party });
  registerManifest(app);
  registerAbout(app);
  registerHome(app, deps);
  registerFindProcedure(app, deps);
  await registerApply(app, deps);
  registerSent(app, deps);
  await registerSupplement(app, deps);
  registerMyDossiers(app, deps);
  registerPay(app, deps);
  registerTrack(app, deps);
  registerVerifyResult(app, deps);
  const bank = { secret: config.bank.webhookSecret };
  await registerBank(app, { ...deps, bankNotices: sepay(bank), billInquiry: billInquiry(bank) });
  return app;
}

async function accountOf(house: House, assets: string): Promise<FastifyInstance> {
  const { config, db, secrets, log } = house;
  const app = await site(house, assets, {
    name: 'account',
    pages: accountErrors,
    formTargets: [config.urls.portal, config.urls.desk],
  });
  const provider = identityProvider({
    db,
    secrets,
    urls: config.urls,
    log,
  });
  mountIdentityProvider(app, provider, config.urls.account);
  registerAccountPages(app, {
    ...house,
    urls: config.urls,
    secret: secrets.hmac,
    secure: config.secure,
    interactions: interactionsOf(provider, config.urls),
  });
  return app;
}

async function deskOf(house: House, assets: string): Promise<FastifyInstance> {
  const { config, secrets } = house;
  const app = await site(house, assets, {
    name: 'desk',
    pages: deskErrors,
    formTargets: [config.urls.account],
    stillWelcome: stillSeated(house.db),
  });
  const deps: DeskDeps = {
    ...house,
    urls: config.urls,
    sandbox: config.mode === 'sandbox',
    secret: secrets.hmac,
  };
  const party = relyingParty({
    issuer: `${config.urls.account}${OIDC_PATH}`,
    clientId: 'desk',
    clientSecret: secrets.deskClient,
    origin: config.urls.desk,
    alwaysAsk: true,
  });
  registerDeskSignIn(app, { ...deps, secure: config.secure, party });
  registerDesk(app, deps);
  return app;
}
