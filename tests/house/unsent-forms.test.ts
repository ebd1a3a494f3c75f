// A form that comes while the database is away comes back with every word in it, and one press sends it once more when all is well again.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { findPersonByNumber } from '../../src/modules/people/index.ts';
import { PAGE_LIMITS } from '../../src/platform/db.ts';
import { openSession } from '../../src/platform/sessions.ts';
import { errorPages as accountPages } from '../../src/sites/account/shell.tsx';
import { allSitesOnALine, type SITE_NAMES } from '../support/all-sites.ts';
import { AN, BINH } from '../support/portal.ts';
import { sentDossier } from '../support/sent-dossier.ts';

const all = allSitesOnALine({
  ...PAGE_LIMITS,
  connectMs: 2_000,
  lockMs: 300,
  patience: { suspectMs: 300, pingMs: 1_500 },
});
type Site = (typeof SITE_NAMES)[number];
type Fields = readonly (readonly [string, string])[];

const plain = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The form of a page that goes to an address, as a browser would send it. */
function formIn(page: string, action: string): { action: string; fields: Fields } {
  const forms = [...page.matchAll(/<form\b[^>]*\baction="([^"]*)"[^>]*>([\s\S]*?)<\/form>/gu)];
  const [, address = '', inside = ''] = forms.find(([, to = '']) => plain(to) === action) ?? [];
  const attribute = (tag: string, name: string) =>
    plain(new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '');
  const inputs = [...inside.matchAll(/<(input|textarea)\b((?:[^>"]|"[^"]*")*)>(?:([^<]*)<\/textarea>)?/gu)];
  return {
    action: plain(address),
    fields: inputs.map(([, kind, tag = '', text = '']) => [
      attribute(tag, 'name'),
      kind === 'textarea' ? plain(text) : attribute(tag, 'value'),
    ]),
  };
}

const filled = (fields: Fields, typed: Fields): Fields => [
  ...fields.filter(([name]) => !typed.some(([box]) => box === name)),
  ...typed,
];

/** A browser with a session, or with the cookie that a page gave it. */
function browserAt(site: Site, token: string) {
  const app = all.sites[site];
  const cookies = { [`mc_${site}`]: token };
  return {
    get: (url: string) => app.inject({ url, cookies }),
    send: ({ action, fields }: { action: string; fields: Fields }, headers: Record<string, string> = {}) =>
      app.inject({
        method: 'POST',
        url: action,
        cookies,
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
      }),
  };
}

let an: ReturnType<typeof browserAt>;
let binh: ReturnType<typeof browserAt>;
let dossier: string;
let draft: string;
/** The first page of questions. */
let first: string;

beforeAll(async () => {
  const { db } = all.test;
  const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
  const signedIn = async (site: 'portal' | 'desk', number: string, name: string) => {
    const personId = (await findPersonByNumber(db, number))!.id;
    const token = await openSession(db, { site, accountId: personId, personId, name, now, hours: 8 });
    return { personId, browser: browserAt(site, token) };
  };
  const ofAn = await signedIn('portal', AN, 'Nguyễn Văn An');
  an = ofAn.browser;
  binh = (await signedIn('desk', BINH, 'Trần Thị Bình')).browser;
  const procedure = await db
    .selectFrom('catalogue.procedure')
    .select('id')
    .where('slug', '=', '1.001193')
    .where('valid_to', 'is', null)
    .executeTakeFirstOrThrow();
  const { id: agencyId } = await db
    .selectFrom('agencies.agency')
    .select('id')
    .where('unit_code', '=', '07840')
    .where('kind', '=', 'committee')
    .where('valid_to', 'is', null)
    .executeTakeFirstOrThrow();
  const sent = { personId: ofAn.personId, procedureId: procedure.id, agencyId, at: now.toString() };
  dossier = `/ho-so/${(await sentDossier(db, sent)).id}`;
  const where = String((await an.get('/nop-ho-so?thu-tuc=1.000656')).headers.location);
  draft = where.replace(/\/noi-nop$/u, '');
  const [token] = formIn((await an.get(where)).body, '/dang-xuat').fields;
  const chosen: Fields = [token ?? ['', ''], ['co-quan', agencyId]];
  first = String((await an.send({ action: where, fields: chosen })).headers.location);
});

/** Resolves when it does: on a busy machine a connection may take its time. */
const serves = () =>
  expect.poll(async () => (await an.get('/ho-so')).statusCode, { timeout: 20_000 }).toBeLessThan(400);
afterEach(async () => {
  all.line.mend();
  await serves();
});

const WORDS = 'Thôn "Sơn Quả" <b> & nhà số 5\nngõ hai';

describe.each([
  ['hangs', () => all.line.hold()],
  ['is away', () => all.line.cut()],
])('while the database %s', (_what, happen) => {
  it('the reason of an official comes back, and arrives by one press', async () => {
    const action = `${dossier}/tu-choi`;
    const form = formIn((await binh.get(action)).body, action);
    const fields = filled(form.fields, [
      ['reason', WORDS],
      ['legalBasis', ''],
    ]);
    happen();
    const away = await binh.send({ action, fields }, { referer: `http://desk.test${dossier}` });
    expect(away.statusCode).toBe(503);
    expect(Number(away.headers['retry-after'])).toBeGreaterThan(0);
    expect(away.headers['cache-control']).toBe('no-store');
    expect(away.headers['content-security-policy']).toContain("form-action 'self'");
    expect(away.headers['set-cookie']).toBeUndefined();
    expect(away.body).toContain('Chưa có gì được gửi đi');
    expect(away.body).toContain('Gửi lại');
    expect(away.body).toContain(`href="${dossier}"`);
    const again = formIn(away.body, action);
    expect([...again.fields].sort()).toEqual([...fields].sort());
    // Pressed too early it is still there.
    const still = await binh.send(again);
    expect([still.statusCode, formIn(still.body, action)]).toEqual([503, again]);
    all.line.mend();
    await serves();
    const taken = await binh.send(again);
    // The words stand in their box, and what else is missing is named.
    expect([taken.statusCode, plain(taken.body)]).toEqual([422, expect.stringContaining(WORDS)]);
  });
});

it('an answer of a form that is being filed comes back, and arrives by one press', async () => {
  const form = formIn((await an.get(first)).body, first);
  const name = 'Nguyễn Thị "Bé" & Ê̆ban';
  const typed = filled(form.fields, [['requester.fullName', name]]);
  all.line.cut();
  const away = await an.send({ action: first, fields: typed });
  expect([away.statusCode, away.body.includes('Chưa có gì được gửi đi')]).toEqual([503, true]);
  all.line.mend();
  await serves();
  const taken = await an.send(formIn(away.body, first));
  const stands =
    taken.statusCode === 303 ? formIn((await an.get(first)).body, first) : formIn(taken.body, first);
  expect(stands.fields).toContainEqual(['requester.fullName', name]);
});

it('what stopped on its way is told to be unknown, and comes back too', async () => {
  const form = formIn((await an.get(first)).body, first);
  const fields = filled(form.fields, [['requester.fullName', 'Trần Văn Khóa']]);
  const id = draft.split('/').at(-1) ?? '';
  const away = await all.test.db.transaction().execute(async (tx) => {
    await tx.selectFrom('dossiers.draft').select('id').where('id', '=', id).forUpdate().execute();
    return an.send({ action: first, fields });
  });
  expect([away.statusCode, away.body.includes('Chưa rõ điều bạn vừa gửi')]).toEqual([503, true]);
  expect(away.body).not.toContain('Chưa có gì được gửi đi');
  const taken = await an.send(formIn(away.body, first));
  expect(plain(taken.body + (await an.get(first)).body)).toContain('Trần Văn Khóa');
});

it('who has no session gets back all but the secret', async () => {
  const page = await all.sites.portal.inject({ url: '/tra-cuu', headers: { cookie: 'mc_ngon_ngu=en' } });
  const visitor = browserAt('portal', page.cookies[0]?.value ?? '');
  const form = formIn(page.body, '/tra-cuu');
  all.line.cut();
  const typed = filled(form.fields, [
    ['ma', 'H05.07840-261123-00001'],
    ['bi-mat', 'ABC234'],
  ]);
  // Its cookie belongs to no session: whether it does, nobody can be asked.
  const away = await visitor.send({ action: '/tra-cuu', fields: typed });
  expect(away.statusCode).toBe(503);
  expect(away.body).not.toContain('ABC234');
  expect(away.body).toContain('mật khẩu và mã bí mật không giữ ở đây');
  expect(formIn(away.body, '/tra-cuu').fields).toContainEqual(['ma', 'H05.07840-261123-00001']);
});

it('files are to be chosen again, and nothing else is said of them', async () => {
  const page = await an.get('/ho-so');
  const token = /name="_csrf" value="([^"]+)"/u.exec(page.body)?.[1] ?? '';
  const url = `${draft}/giay-to/c1`;
  all.line.cut();
  const away = await an.send(
    { action: `${url}?_csrf=${token}`, fields: [] },
    { 'content-type': 'multipart/form-data; boundary=x', referer: `http://portal.test${url}` },
  );
  expect(away.statusCode).toBe(503);
  expect(away.body).toContain('Chưa có tệp nào được gửi đi');
  expect(away.body).toContain(`href="${url}"`);
  expect(away.body).not.toContain('Gửi lại</button>');
  expect(away.body).not.toContain(token);
});

describe('nothing is given back', () => {
  const sent = (fields: Fields, headers: Record<string, string> = {}) =>
    an.send({ action: '/ho-so', fields }, headers);
  const WORD = 'chuyện riêng';

  it.each<[string, Fields, Record<string, string>]>([
    ['without a token', [['ghi-chu', WORD]], {}],
    [
      'of another site',
      [
        ['_csrf', 'x'],
        ['ghi-chu', WORD],
      ],
      { origin: 'https://evil.example' },
    ],
    [
      'that a browser says comes from another site',
      [
        ['_csrf', 'x'],
        ['ghi-chu', WORD],
      ],
      { origin: 'http://127.0.0.1:4300', 'sec-fetch-site': 'cross-site' },
    ],
    [
      'that is longer than any of ours',
      [
        ['_csrf', 'x'],
        ...Array.from({ length: 30 }, (_, at) => [`ghi-chu-${at}`, `${WORD}${'a'.repeat(4000)}`] as const),
      ],
      { origin: 'http://127.0.0.1:4300' },
    ],
  ])('%s', async (_what, fields, headers) => {
    all.line.cut();
    const away = await an.send({ action: `${draft}/xoa`, fields }, headers);
    expect(away.statusCode).toBe(503);
    expect(away.body).not.toContain(WORD);
    expect(away.body).not.toContain('Gửi lại</button>');
    expect(away.body).toContain('hãy mở lại trang xem đã được ghi nhận chưa');
  });

  it('at an address that takes no form', async () => {
    all.line.cut();
    const away = await sent([['_csrf', 'x']], { origin: 'http://127.0.0.1:4300' });
    expect([away.statusCode, away.body.includes('<form method="post" action="/ho-so"')]).toEqual([
      503,
      false,
    ]);
  });

  it('by a token that is not ours though the browser is: it is judged again when it comes again', async () => {
    all.line.cut();
    const fields: Fields = [
      ['_csrf', 'of-a-former-session'],
      ['ghi-chu', WORD],
    ];
    const away = await an.send({ action: `${draft}/xoa`, fields }, { origin: 'http://127.0.0.1:4300' });
    const again = formIn(away.body, `${draft}/xoa`);
    expect(again.fields).toEqual(fields);
    all.line.mend();
    await serves();
    const taken = await an.send(again, { origin: 'http://127.0.0.1:4300' });
    expect([taken.statusCode, taken.body.includes('Trang này đã mở từ trước')]).toEqual([409, true]);
  });
});

test('no box of a password or of a code is ever shown again', () => {
  const src = fileURLToPath(new URL('../../src/sites/', import.meta.url));
  const boxes = globSync('**/*.tsx', { cwd: src }).flatMap((file) =>
    [
      ...readFileSync(src + file, 'utf8').matchAll(
        /<(?:PasswordInput|OneTimeCode)\b[\s\S]*?\bname="([^"]+)"/gu,
      ),
    ].map((found) => [file.split('/')[0], found[1]]),
  );
  expect(boxes.length).toBeGreaterThan(3);
  for (const [site, box] of boxes)
    expect([site, box, accountPages.neverShown?.includes(box ?? '')]).toEqual(['account', box, true]);
});
