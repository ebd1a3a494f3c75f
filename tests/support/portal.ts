// The portal's pages on a database of their own, and people who visit them: signed in, with their token, without a browser.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { payeesOf } from '../../src/main/payees.ts';
import { readReference } from '../../src/main/reference.ts';
import { findPersonByNumber } from '../../src/modules/people/index.ts';
import { openPlaces, warmUp } from '../../src/modules/places/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { hmac } from '../../src/platform/crypto.ts';
import { BODY_PACE, type BodyPace } from '../../src/platform/http/bodies.ts';
import { createSite, LANGUAGE_COOKIE } from '../../src/platform/http/index.ts';
import { createLog } from '../../src/platform/log.ts';
import { inMemory, throughTo } from '../../src/platform/reference.ts';
import { openSession } from '../../src/platform/sessions.ts';
import type { Language } from '../../src/rules/kernel/index.ts';
import type { PortalDeps } from '../../src/sites/portal/deps.ts';
import { errorPages } from '../../src/sites/portal/shell.tsx';
import { type TestDatabase, testDatabase } from './database.ts';
import { filesUnder } from './kept-files.ts';

const SECRET = 'secret-of-the-tests';

export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly body: string;
}

/** A citizen in a browser that keeps its cookie. */
export interface Visitor {
  readonly personId: string;
  readonly name: string;
  readonly token: string;
  get(url: string): Promise<Answer>;
  /** Posts a form with the visitor's token. */
  post(url: string, fields?: Record<string, string>): Promise<Answer>;
  /** Posts files as the control `tep` of a form; the token goes into the query. */
  upload(url: string, files: readonly Upload[]): Promise<Answer>;
}

export interface Upload {
  name: string;
  mime: string;
  bytes: Uint8Array;
}

export interface TestPortal {
  app: FastifyInstance;
  deps: PortalDeps;
  test: TestDatabase;
  clock: ReturnType<typeof fixedClock>;
  /** Reads reference data that were loaded meanwhile. */
  refresh(): Promise<boolean>;
  /** Signs a demo person in by number; reading Vietnamese unless told. */
  visitor(number: string, language?: Language): Promise<Visitor>;
  close(): Promise<void>;
}

/** Numbers of An, who files, of Bình at the desk, and of Em, a stranger to An's dossiers. */
export const AN = '024090001234';
export const BINH = '024188002345';
export const EM = '024195005678';

type Register = (app: FastifyInstance, deps: PortalDeps) => Promise<void> | void;

/**
 * The portal of a test file, there from its first test to its last, with An and Em signed in. Call it once, at the top of the file.
 * @param now where the clock stands: "2026-11-23T09:00"
 */
export function portalOfFile(now: string, ...pages: Register[]) {
  const portal = {} as TestPortal;
  const [an, em] = [{} as Visitor, {} as Visitor];
  beforeAll(async () => {
    const opened = await testPortal(now, async (app, deps) => {
      for (const register of pages) await register(app, deps);
    });
    Object.assign(portal, opened);
    Object.assign(an, await portal.visitor(AN));
    Object.assign(em, await portal.visitor(EM));
  });
  afterAll(() => portal.close());
  return { portal, an, em };
}

/**
 * Opens a portal with the pages of `register`, with the clock at a moment ("2026-11-23T09:00").
 * @param given a database to stand on, instead of a clone of the template; another pace of what is sent
 */
export async function testPortal(
  now: string,
  register: Register,
  given: TestDatabase | undefined = undefined,
  pace: BodyPace = BODY_PACE,
): Promise<TestPortal> {
  const test = given ?? (await testDatabase());
  const { db } = test;
  const clock = fixedClock(now);
  const folder = mkdtempSync(join(tmpdir(), 'motcua-portal-'));
  const places = await openPlaces(db);
  warmUp(places);
  const urls = {
    portal: 'http://portal.test',
    account: 'http://account.test',
    desk: 'http://desk.test',
    sandbox: 'http://sandbox.test',
  };
  const reference = await inMemory(db, (snapshot) => readReference(snapshot, places, urls.portal));
  const agencies = throughTo(() => reference.now().agencies);
  const deps: PortalDeps = {
    db,
    catalogue: throughTo(() => reference.now().catalogue),
    agencies,
    clock,
    urls,
    books: throughTo(() => reference.now().books),
    payeeOf: payeesOf(agencies, 'sandbox'),
    sandbox: true,
    secret: SECRET,
    files: await filesUnder(folder),
  };
  const app = await createSite({
    name: 'portal',
    db,
    clock,
    log: createLog('test', 'silent'),
    secret: SECRET,
    secure: false,
    pages: errorPages,
    pace,
    signInPath: '/dang-nhap',
  });
  await register(app, deps);
  await app.ready();
  return {
    app,
    deps,
    test,
    clock,
    refresh: reference.refresh,
    visitor: (number, language = 'vi') => visitorOf(app, deps, number, language),
    async close() {
      await app.close();
      await test.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function visitorOf(
  app: FastifyInstance,
  { db, clock }: PortalDeps,
  number: string,
  language: Language,
): Promise<Visitor> {
  const person = await findPersonByNumber(db, number);
  if (!person) throw new Error(`no person ${number}`);
  const session = {
    site: 'portal',
    accountId: person.id,
    personId: person.id,
    name: person.fullName,
    now: clock.now(),
    hours: 8,
  } as const;
  const token = await openSession(db, session);
  const csrf = hmac(SECRET, `csrf:${token}`);
  const cookies = { mc_portal: token, [LANGUAGE_COOKIE]: language };
  const answered = (reply: Awaited<ReturnType<typeof app.inject>>): Answer => ({
    status: reply.statusCode,
    location: String(reply.headers.location ?? ''),
    body: reply.body,
  });
  return {
    personId: person.id,
    name: person.fullName,
    token,
    get: async (url) => answered(await app.inject({ url, cookies })),
    async post(url, fields = {}) {
      const payload = new URLSearchParams({ _csrf: csrf, ...fields }).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      return answered(await app.inject({ method: 'POST', url, cookies, headers, payload }));
    },
    async upload(url, files) {
      const boundary = `----${randomBytes(9).toString('hex')}`;
      const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
      const mark = url.includes('?') ? '&' : '?';
      const payload = multipart(boundary, files);
      return answered(
        await app.inject({ method: 'POST', url: `${url}${mark}_csrf=${csrf}`, cookies, headers, payload }),
      );
    },
  };
}

/** What a browser sends; with no file chosen one empty part. */
function multipart(boundary: string, files: readonly Upload[]): Buffer {
  const chosen =
    files.length > 0 ? files : [{ name: '', mime: 'application/octet-stream', bytes: new Uint8Array() }];
  const parts = chosen.flatMap(({ name, mime, bytes }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="tep"; filename="${name}"\r\ncontent-type: ${mime}\r\n\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}

/** A whole PDF of one empty page; another text, another file. */
export function pdf(text = ''): Upload {
  const head = `%PDF-1.4\n% ${text}\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[<</Type/Page/MediaBox[0 0 595 842]>>]/Count 1>> endobj\n`;
  const tail = `xref\n0 1\n0000000000 65535 f \ntrailer <</Size 3/Root 1 0 R>>\nstartxref\n${head.length}\n%%EOF\n`;
  return { name: 'ban-chup.pdf', mime: 'application/pdf', bytes: Buffer.from(head + tail, 'latin1') };
}
