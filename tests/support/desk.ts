// The desk's pages on a database of a test's own, and officials who sit at it: signed in, with their token, without a browser.
import type { FastifyInstance } from 'fastify';
import { hmac } from '../../src/platform/crypto.ts';
import { createSite, preferenceDoors } from '../../src/platform/http/index.ts';
import { createLog } from '../../src/platform/log.ts';
import { openSession } from '../../src/platform/sessions.ts';
import type { DeskDeps } from '../../src/sites/desk/deps.ts';
import { errorPages, registerDesk } from '../../src/sites/desk/desk.ts';
import {
  type DossierHouse,
  dossierHouse,
  type Filing,
  type HouseOptions,
  type PersonName,
} from './dossier-fixture.ts';

const SECRET = 'secret-of-the-tests';

export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly type: string;
  readonly body: string;
  readonly bytes: Buffer;
}

/** An official in a browser that keeps its cookie. */
export interface Official {
  readonly token: string;
  get(url: string): Promise<Answer>;
  /** Posts a form with the official's token; a list posts its name once per entry. */
  post(url: string, fields?: Readonly<Record<string, string | number | readonly string[]>>): Promise<Answer>;
  /** Posts an act's form with the dossier's version of now. */
  act(
    id: string,
    path: string,
    fields?: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<Answer>;
}

export interface TestDesk {
  readonly app: FastifyInstance;
  readonly house: DossierHouse;
  official(who: PersonName): Promise<Official>;
  close(): Promise<void>;
}

/** Opens the desk with the clock at a moment ("2026-11-23T09:00"). */
export async function testDesk(now: string, options: HouseOptions = {}): Promise<TestDesk> {
  const house = await dossierHouse(now, options);
  const at = (name: string) => `http://${name}.test`;
  const deps: DeskDeps = {
    ...house,
    urls: { portal: at('portal'), account: at('account'), desk: at('desk'), sandbox: at('sandbox') },
    sandbox: true,
    secret: SECRET,
  };
  const app = await createSite({
    name: 'desk',
    db: house.db,
    clock: house.clock,
    log: createLog('test', 'silent'),
    secret: SECRET,
    secure: false,
    pages: errorPages,
    signInPath: '/dang-nhap',
  });
  preferenceDoors(app, false);
  registerDesk(app, deps);
  await app.ready();
  return {
    app,
    house,
    official: (who) => officialOf(app, house, who),
    async close() {
      await app.close();
      await house.close();
    },
  };
}

async function officialOf(app: FastifyInstance, house: DossierHouse, who: PersonName): Promise<Official> {
  const { personId, name } = house.people[who];
  const session = {
    site: 'desk',
    accountId: personId,
    personId,
    name,
    now: house.clock.now(),
    hours: 1000,
  } as const;
  const token = await openSession(house.db, session);
  const csrf = hmac(SECRET, `csrf:${token}`);
  const cookies = { mc_desk: token };
  const answered = (reply: Awaited<ReturnType<typeof app.inject>>): Answer => ({
    status: reply.statusCode,
    location: String(reply.headers.location ?? ''),
    type: String(reply.headers['content-type'] ?? ''),
    body: reply.body,
    bytes: reply.rawPayload,
  });
  const official: Official = {
    token,
    get: async (url) => answered(await app.inject({ url, cookies })),
    async post(url, fields = {}) {
      const form = new URLSearchParams({ _csrf: csrf });
      for (const [field, value] of Object.entries(fields))
        for (const one of [value].flat()) form.append(field, String(one));
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return answered(await app.inject({ method: 'POST', url, cookies, headers, payload: form.toString() }));
    },
    act: async (id, path, fields = {}) =>
      official.post(`/ho-so/${id}/${path}`, { version: String((await house.row(id)).version), ...fields }),
  };
  return official;
}

/** What the boxes of a page hold, by name. */
export function boxes(page: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [tag] of page.matchAll(/<input[^>]*>/gu)) {
    const name = /\bname="([^"]*)"/u.exec(tag)?.[1];
    if (name && name !== '_csrf') found[name] = plain(/\bvalue="([^"]*)"/u.exec(tag)?.[1] ?? '');
  }
  for (const [, attributes = '', text = ''] of page.matchAll(/<textarea([^>]*)>([^<]*)<\/textarea>/gu))
    found[/\bname="([^"]*)"/u.exec(attributes)?.[1] ?? ''] = plain(text);
  return found;
}
const plain = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
/** Name of the box under a label. */
export const boxUnder = (page: string, label: string) =>
  new RegExp(`<label[^>]*for="([^"]+)"[^>]*>\\s*${label}`, 'u').exec(page)?.[1] ?? '';

/** The demo people at work: each step by its pages, on a dossier that An files now. */
export interface DeskLine extends Record<'binh' | 'chi' | 'dung' | 'em', Official> {
  readonly desk: TestDesk;
  file(filing?: Filing): Promise<string>;
  accepted(filing?: Filing): Promise<string>;
  taken(filing?: Filing): Promise<string>;
  proposed(filing?: Filing): Promise<string>;
  signed(filing?: Filing): Promise<string>;
}

/** Opens a desk with everybody signed in. */
export async function deskLine(now: string, options: HouseOptions = {}): Promise<DeskLine> {
  const desk = await testDesk(now, options);
  const [binh, chi, dung, em] = await Promise.all([
    desk.official('binh'),
    desk.official('chi'),
    desk.official('dung'),
    desk.official('em'),
  ]);
  const done = (answer: Answer) => {
    if (answer.status !== 303)
      throw new Error(`${answer.status}: ${answer.body.match(/error-summary.*?<\/ul>/su)?.[0]}`);
  };
  const line: DeskLine = {
    desk,
    binh,
    chi,
    dung,
    em,
    file: (filing) => desk.house.file(filing),
    async accepted(filing) {
      const id = await line.file(filing);
      done(await binh.act(id, 'tiep-nhan'));
      return id;
    },
    async taken(filing) {
      const id = await line.accepted(filing);
      done(await chi.act(id, 'thu-ly'));
      return id;
    },
    async proposed(filing) {
      const id = await line.taken(filing);
      const page = (await chi.get(`/ho-so/${id}/de-xuat`)).body;
      const typed = {
        [boxUnder(page, 'Kết quả giải quyết')]: 'Đồng ý đăng ký.',
        [boxUnder(page, 'Quyển số')]: '01/2026',
      };
      done(await chi.post(`/ho-so/${id}/de-xuat`, { ...boxes(page), ...typed, note: 'Đủ điều kiện.' }));
      return id;
    },
    async signed(filing) {
      const id = await line.proposed(filing);
      done(await dung.act(id, 'ky'));
      return id;
    },
  };
  return line;
}
