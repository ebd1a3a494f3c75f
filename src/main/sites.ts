// The three sites, each on its own origin, with every page registered.
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import {
  createSite,
  healthDoor,
  preferenceDoors,
  readManifest,
  type SiteOptions,
  serveAssets,
} from '../platform/http/index.ts';
import { registerAbout } from '../sites/portal/about/routes.tsx';
import { registerApply } from '../sites/portal/apply/routes.ts';
import type { PortalDeps } from '../sites/portal/deps.ts';
import { registerFindProcedure } from '../sites/portal/find-procedure/routes.tsx';
import { registerHome } from '../sites/portal/home/routes.tsx';
import { registerMyDossiers } from '../sites/portal/my-dossiers/routes.tsx';
import { registerSent } from '../sites/portal/sent/routes.tsx';
import { errorPages as portalErrors } from '../sites/portal/shell.tsx';
import { registerTrack } from '../sites/portal/track/routes.tsx';
import { registerVerifyResult } from '../sites/portal/verify-result/routes.tsx';
import { furnish } from '../ui/index.ts';
import { payeesOf } from './payees.ts';
import { projectFolder } from './project-folder.ts';
import type { House } from './wire.ts';

export interface Sites {
  portal: FastifyInstance;
}

/** Builds the sites; they do not listen yet. */
export async function buildSites(house: House): Promise<Sites> {
  const { config } = house;
  const assets = join(projectFolder(), 'dist', 'assets');
  const manifest = readManifest(assets);
  furnish({
    ...(manifest.css && manifest.js && { assets: { css: manifest.css, js: manifest.js } }),
    helpLine: { phone: config.hotline, hours: '7 giờ đến 19 giờ hằng ngày' },
    ...(config.mode === 'sandbox' && { sandbox: { href: config.urls.sandbox } }),
    homes: { portal: config.urls.portal, account: config.urls.account, desk: config.urls.desk },
  });
  return { portal: await portalOf(house, assets) };
}

async function site(
  house: House,
  assets: string,
  own: Pick<SiteOptions, 'name' | 'pages' | 'formTargets'>,
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
    signInPath: '/dang-nhap',
  });
  await serveAssets(app, assets);
  preferenceDoors(app, config.secure);
  healthDoor(app, db, house.version);
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
    payeeOf: payeesOf(house.agencies),
    urls: config.urls,
    sandbox: config.mode === 'sandbox',
    secret: house.secrets.hmac,
  };
  registerAbout(app);
  registerHome(app, deps);
  registerFindProcedure(app, deps);
  await registerApply(app, deps);
  registerSent(app, deps);
  registerMyDossiers(app, deps);
  registerTrack(app, deps);
  registerVerifyResult(app, deps);
  return app;
}
