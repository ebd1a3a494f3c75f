// People in a real browser, each on a device of their own. Every page they come to is looked over: axe finds nothing,
// nothing spills sideways, nothing is complained about in the console. With LOOK=<folder> each page is kept as a picture.
import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Country } from './country.ts';
import { gluedWords } from './glued-words.ts';
import { languageOfPage, vietnameseLeft } from './vietnamese-left.ts';

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };
/** Milliseconds to find what is to be pressed, and for a page to come. */
const FIND = 10_000;
const COME = 30_000;

export interface Device {
  /** PHONE unless told. */
  readonly viewport?: { width: number; height: number };
  /** true unless told. */
  readonly script?: boolean;
}

/** Turns a tab's JavaScript on and off. */
type ScriptSwitch = (on: boolean) => Promise<unknown>;

/** The browser's own switch, and not the context's: axe needs script for a moment, after the page has been made without. */
async function withoutScript(context: BrowserContext, tab: Page): Promise<ScriptSwitch> {
  const session = await context.newCDPSession(tab);
  const turn = (on: boolean) => session.send('Emulation.setScriptExecutionDisabled', { value: !on });
  await turn(false);
  return turn;
}

export interface Who {
  readonly username: string;
  readonly phone: string;
  readonly password: string;
}

const demo = (username: string, phone: string): Who => ({ username, phone, password: 'MotCua@2026' });
export const AN = demo('024090001234', '0912345678');
export const BINH = demo('binh.hiephoa', '0912345602');
export const CHI = demo('chi.hiephoa', '0912345603');
export const DUNG = demo('dung.hiephoa', '0912345604');
export const EM = demo('em.vietyen', '0912345605');

/** Somebody at a device. Words are what stands on the page: links and buttons are found as a person finds them. */
export class Visitor {
  readonly #complaints: string[] = [];
  readonly tab: Page;
  readonly context: BrowserContext;
  readonly #name: string;
  readonly #script: ScriptSwitch | undefined;
  /** What they read; with `en` every page is held to it. */
  reads: 'vi' | 'en' = 'vi';
  #shots = 0;

  private constructor(name: string, context: BrowserContext, tab: Page, script?: ScriptSwitch) {
    this.#name = name;
    this.context = context;
    this.tab = tab;
    this.#script = script;
    tab.setDefaultTimeout(FIND);
    tab.setDefaultNavigationTimeout(COME);
    tab.on('pageerror', (error) => this.#complaints.push(String(error)));
    tab.on('console', (message) => {
      if (message.type() !== 'error') return;
      // The browser notes a page that answers 4xx as a failed resource; anything else that fails is a fault.
      const [at, page] = [message.location().url, tab.url()].map((address) => address.split('?')[0]);
      const own = at === page && /status of 4\d\d/u.test(message.text());
      if (!own) this.#complaints.push(`${message.location().url}: ${message.text()}`);
    });
  }

  /** @param name for pictures */
  static async at(browser: Browser, name: string, device: Device = {}): Promise<Visitor> {
    const { viewport = PHONE, script = true } = device;
    const context = await browser.newContext({ viewport, locale: 'vi-VN' });
    const tab = await context.newPage();
    return new Visitor(name, context, tab, script ? undefined : await withoutScript(context, tab));
  }

  /** The same person, signed in as here, in one more tab. */
  async anotherTab(): Promise<Visitor> {
    return new Visitor(`${this.#name}-tab`, this.context, await this.context.newPage());
  }

  /** Opens an address. @returns the answer's status */
  async open(address: string): Promise<number> {
    const answer = await this.tab.goto(address);
    await this.look();
    return answer?.status() ?? 0;
  }

  /** Opens a page that is no part of the sites: a stand-in for the outside. */
  async openElsewhere(address: string): Promise<void> {
    await this.tab.goto(address);
  }

  async reload(): Promise<void> {
    await this.tab.reload();
    await this.look();
  }

  /** Follows the link (or the link that looks like a button) with these words; one of the page's own matter before those of its frame. */
  async follow(words: string | RegExp): Promise<void> {
    const link = await this.#link(words);
    await this.leadingOn(() => link.click());
  }

  async #link(words: string | RegExp): Promise<Locator> {
    const within = (scope: Locator) =>
      scope
        .getByRole('link', { name: words })
        .or(scope.locator('a[role="button"]').filter({ hasText: words }))
        .first();
    const own = within(this.tab.locator('main'));
    return (await own.count()) > 0 ? own : within(this.tab.locator('body'));
  }

  /** Presses a button that sends a form. */
  async press(words: string | RegExp): Promise<void> {
    const button = this.tab.getByRole('button', { name: words, exact: typeof words === 'string' });
    await this.leadingOn(() => button.first().click());
  }

  /** Does something that leads to another page, waits for it and looks it over. */
  async leadingOn(act: () => Promise<unknown>): Promise<void> {
    await Promise.all([this.tab.waitForEvent('load', { timeout: COME }), act()]);
    await this.look();
  }

  /** Fills the boxes of a page by their names; a radio or tick box takes the value that is to be chosen. */
  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      const box = this.tab.locator(`[name="${name}"]:not([type=hidden])`);
      const { tag, type } = await box.first().evaluate((element) => ({
        tag: element.tagName,
        type: element.getAttribute('type') ?? '',
      }));
      if (type === 'radio' || type === 'checkbox')
        await this.tab.locator(`[name="${name}"][value="${value}"]`).check();
      else if (tag === 'SELECT') await box.selectOption(value);
      else await box.fill(value);
    }
  }

  /** All words of the page's main part. */
  async words(): Promise<string> {
    return (await this.tab.locator('main').innerText()).replace(/\s+/gu, ' ');
  }

  /** Follows a link that downloads. @returns the bytes and the name */
  async download(words: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
    const link = await this.#link(words);
    const page = this.tab.waitForEvent('load', { timeout: COME }).then(async () => {
      throw new Error(`a page came in place of a download: ${await this.words()}`);
    });
    const download = this.tab.waitForEvent('download', { timeout: COME });
    // Whichever does not come is no failure.
    for (const either of [page, download]) either.catch(() => {});
    await link.click();
    const came = await Promise.race([download, page]);
    return { name: came.suggestedFilename(), bytes: await readFile(await came.path()) };
  }

  /** Looks the open page over. @throws AssertionError that names the page and what is wrong with it */
  async look(): Promise<void> {
    const { tab } = this;
    const page = `${new URL(tab.url()).pathname} (${await tab.title()})`;
    await this.#lookAtWidth(page);
    expect(gluedWords(await tab.content()), page).toEqual([]);
    if (this.reads === 'en') await this.#lookInEnglish(page);
    const supported = await tab.locator('body.govuk-frontend-supported').count();
    expect(supported === 1, `${page}: script runs`).toBe(this.#script === undefined);
    expect(this.#complaints, page).toEqual([]);
    // The same pages as in Vietnamese, which axe has looked over.
    if (this.reads === 'vi') await this.#lookByAxe(page);
  }

  async #lookByAxe(page: string): Promise<void> {
    const { tab } = this;
    await this.#script?.(true);
    const { violations } = await new AxeBuilder({ page: tab }).setLegacyMode(true).analyze();
    await this.#script?.(false);
    const faults = violations.flatMap((found) =>
      found.nodes.map((node) => `${found.id}: ${node.html.slice(0, 200)}`),
    );
    expect(faults, page).toEqual([]);
  }

  async #lookAtWidth(page: string): Promise<void> {
    if (process.env.LOOK) await this.#picture(process.env.LOOK);
    const spill = await this.tab.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(spill, `${page} spills sideways`).toBeLessThanOrEqual(0);
  }

  /** English words have other lengths: a desktop's width is looked at too. */
  async #lookInEnglish(page: string): Promise<void> {
    const html = await this.tab.content();
    expect(languageOfPage(html), page).toBe('en');
    expect(vietnameseLeft(html), page).toEqual([]);
    const before = this.tab.viewportSize() ?? PHONE;
    await this.tab.setViewportSize(DESKTOP);
    await this.#lookAtWidth(page);
    await this.tab.setViewportSize(before);
  }

  async #picture(folder: string): Promise<void> {
    this.#shots += 1;
    mkdirSync(folder, { recursive: true });
    const what = new URL(this.tab.url()).pathname
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, 'id')
      .replace(/\W+/gu, '-');
    const file = `journey-${this.#name}-${String(this.#shots).padStart(2, '0')}${what.slice(0, 60)}.png`;
    await this.tab.screenshot({ path: join(folder, file), fullPage: true });
  }

  /** The code shown on the page to be typed again, as a screen reader says it. */
  async shownCode(): Promise<string> {
    const spoken = await this.tab.locator('.mc-code .govuk-visually-hidden').first().textContent();
    return (spoken ?? '').replace(/\D/gu, '');
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/** Signs a citizen in as the guide says, from any page that leads to "Đăng nhập". Ends where the person wanted to go. */
export async function signIn(visitor: Visitor, country: Country, who: Who): Promise<void> {
  await visitor.follow('Đăng nhập Cổng DVC Quốc gia');
  // Whoever signed in a short while ago in this browser is still known at the account service.
  if (visitor.tab.url().startsWith(country.urls.portal)) return;
  await visitor.follow('Tài khoản cấp bởi Cổng Dịch vụ công quốc gia');
  await passwordAndCode(visitor, country, who);
}

/** Signs an official in at the desk; ends at the queue. */
export async function signInAtDesk(visitor: Visitor, country: Country, who: Who): Promise<void> {
  await visitor.open(`${country.urls.desk}/`);
  await visitor.follow('Đăng nhập cán bộ');
  await passwordAndCode(visitor, country, who);
}

async function passwordAndCode(visitor: Visitor, country: Country, who: Who): Promise<void> {
  await visitor.tab.getByLabel('Tên đăng nhập').fill(who.username);
  await visitor.tab.getByLabel('Mật khẩu', { exact: true }).fill(who.password);
  const text = await country.messageAfter(who.phone, () => visitor.press('Đăng nhập'));
  await visitor.tab.getByLabel('Nhập mã OTP').fill(/\d{6}/u.exec(text)?.[0] ?? '');
  await visitor.press('Xác nhận');
}
