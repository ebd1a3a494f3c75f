// The desk's pages on a database of a test's own, and officials who sit at it: signed in, with their token, without a browser.
import type { FastifyInstance } from 'fastify';
import { hmac } from '../../src/platform/crypto.ts';
import { createSite, preferenceDoors } from '../../src/platform/http/index.ts';
import { createLog } from '../../src/platform/log.ts';
import { openSession } from '../../src/platform/sessions.ts';
import type { DeskDeps } from '../../src/sites/desk/deps.ts';
import { errorPages, registerDesk } from '../../src/sites/desk/desk.ts';
import { type DossierHouse, dossierHouse, type HouseOptions, type PersonName } from './dossier-fixture.ts';

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
