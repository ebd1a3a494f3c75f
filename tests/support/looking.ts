// A real browser over the portal's pages: axe, sideways spill, complaints; and with LOOK=<folder> a picture of every page.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { FastifyInstance } from 'fastify';
import type { Browser, Page as Tab } from 'playwright-core';
import { expect } from 'vitest';
import { buildAssets } from '../../scripts/build-assets.ts';
import { serveAssets } from '../../src/platform/http/index.ts';
import type { PortalDeps } from '../../src/sites/portal/deps.ts';
import { furnish } from '../../src/ui/index.ts';
import { startChromium } from './chromium.ts';
import { gluedWords } from './glued-words.ts';
import { AN, type TestPortal, testPortal, type Visitor } from './portal.ts';
import { spillsWhenStretched } from './stretched.ts';

export interface Look {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly javaScriptEnabled: boolean;
  /** Looked over by axe (a second a page). */
  readonly axe: boolean;
}

export const PHONE: Look = {
  name: 'phone',
  viewport: { width: 390, height: 844 },
  javaScriptEnabled: true,
  axe: true,
};
export const PLAIN_PHONE: Look = { ...PHONE, name: 'plain-phone', javaScriptEnabled: false, axe: false };
export const DESKTOP: Look = {
  name: 'desktop',
  viewport: { width: 1280, height: 900 },
  javaScriptEnabled: true,
  axe: false,
};

export interface Viewer {
  readonly portal: TestPortal;
  readonly an: Visitor;
  readonly origin: string;
  /** A folder for files to choose in a form. */
  readonly folder: string;
  /** A signed-in tab. */
  open(look: Look): Promise<Viewing>;
  close(): Promise<void>;
}

export interface Viewing {
  readonly tab: Tab;
  /** What the pages complained of: script errors, refused resources. */
  readonly complaints: readonly string[];
  /** Looks at the page that is open. */
  look(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the portal on a free port, and a browser. */
export async function viewPortal(
  subject: string,
  now: string,
  register: (app: FastifyInstance, deps: PortalDeps) => Promise<void> | void,
): Promise<Viewer> {
  const folder = await mkdtemp(join(tmpdir(), 'motcua-look-'));
  furnish({ assets: await buildAssets(join(folder, 'assets')), sandbox: { href: 'http://127.0.0.1:1/' } });
  const portal = await testPortal(now, async (app, deps) => {
    await serveAssets(app, join(folder, 'assets'));
    await register(app, deps);
  });
  const origin = await portal.app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await startChromium();
  const an = await portal.visitor(AN);
  return {
    portal,
    an,
    origin,
    folder,
    open: (look) => view(browser, look, subject, an, origin),
    async close() {
      await browser.close();
      await portal.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function view(
  browser: Browser,
  { name, axe, ...look }: Look,
  subject: string,
  an: Visitor,
  origin: string,
): Promise<Viewing> {
  const context = await browser.newContext(look);
  await context.addCookies([{ name: 'mc_portal', value: an.token, url: origin }]);
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('pageerror', (error) => complaints.push(String(error)));
  tab.on('console', (message) => {
    // A refused post is answered with 422, which the browser notes as a failed resource.
    if (message.type() === 'error' && !message.text().includes('422')) complaints.push(message.text());
  });
  let shots = 0;
  return {
    tab,
    complaints,
    async look(page) {
      shots += 1;
      const picture = `${subject}-${name}-${String(shots).padStart(2, '0')}-${page}.png`;
      if (process.env.LOOK) await tab.screenshot({ path: join(process.env.LOOK, picture), fullPage: true });
      // A page that has only just begun to arrive has no width yet.
      await tab.waitForLoadState();
      const spill = await tab.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(spill, `${page} spills sideways`).toBeLessThanOrEqual(0);
      expect(gluedWords(await tab.content()), page).toEqual([]);
      if (!axe) return;
      expect(await violations(tab), page).toEqual([]);
      const another = await context.newPage();
      await another.goto(tab.url());
      expect(await spillsWhenStretched(another), `${page} with long words`).toEqual({});
      await another.close();
    },
    close: () => context.close(),
  };
}

async function violations(tab: Tab): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page: tab }).analyze();
  return found.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)}`),
  );
}
