// A person at a browser without script who knows the way through the three sites and reads their own SMS.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { loadDemo } from '../../src/main/demo.ts';
import { loadSecrets, type Secrets } from '../../src/platform/secrets.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { PlainBrowser, wordsOf } from './plain-browser.ts';
import { type ThreeSites, threeSites } from './three-sites.ts';

export interface Who {
  readonly username: string;
  /** E.164. */
  readonly phone: string;
}

export const PASSWORD = 'MotCua@2026';
export const AN: Who = { username: '024090001234', phone: '+84912345678' };
export const BINH: Who = { username: 'binh.hiephoa', phone: '+84912345602' };

export interface Stage {
  readonly test: TestDatabase;
  readonly secrets: Secrets;
  readonly sites: ThreeSites;
  /** Somebody new, two minutes after the one before, so that no wait of theirs is left over. */
  visitor(): Visitor;
  close(): Promise<void>;
}

/** The sites of a test file, there from its first test to its last. Call it once, at the top of the file. */
export function stageOfFile(): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    Object.assign(stage, await setStage());
  });
  afterAll(() => stage.close());
  return stage;
}

/** Three running sites with the demo people; `close()` in afterAll. */
export async function setStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-oidc-'));
  const test = await testDatabase();
  const secrets = loadSecrets(folder);
  const sites = await threeSites(test.db, secrets);
  await loadDemo(test.db, sites.clock.now());
  return {
    test,
    secrets,
    sites,
    visitor() {
      sites.clock.set(sites.clock.now().add({ minutes: 2 }).toString());
      return new Visitor(test, sites);
    },
    async close() {
      await sites.close();
      await test.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

export class Visitor extends PlainBrowser {
  readonly #test: TestDatabase;
  readonly #sites: ThreeSites;

  constructor(test: TestDatabase, sites: ThreeSites) {
    super();
    this.#test = test;
    this.#sites = sites;
  }

  /** The newest code sent to a number. */
  async codeFor(phone: string): Promise<string> {
    const row = await this.#test.db
      .selectFrom('notices.message')
      .select('text')
      .where('recipient', '=', phone)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    return row.text.slice(0, 6);
  }

  /** From a page of the site to the account service's password form. */
  async toPassword(site: 'portal' | 'desk', path = '/ai') {
    await this.open(`${this.#sites.urls[site]}${path}`);
    await this.follow(site === 'portal' ? 'Đăng nhập Cổng DVC Quốc gia' : 'Đăng nhập cán bộ');
    if (site === 'portal') await this.follow('Tài khoản cấp bởi Cổng Dịch vụ công quốc gia');
  }

  /** Name, password and code, ending at `/ai` of the site. */
  async signIn(site: 'portal' | 'desk', who: Who, until?: (url: URL) => boolean) {
    await this.toPassword(site);
    await this.submit('/mat-khau', { 'ten-dang-nhap': who.username, 'mat-khau': PASSWORD });
    return this.submit('/otp', { otp: await this.codeFor(who.phone) }, until);
  }

  /** The words of the page. */
  words(): string {
    return wordsOf(this.at?.html ?? '');
  }

  /** What `/ai` says of who is signed in. */
  json(): { name: string; csrf: string; kind: string } {
    return JSON.parse(this.at?.html ?? '{}');
  }
}
