// Filing from the first step to the code, as An does it; and everything that must not pass.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AN, EM, pdf, type TestPortal, testPortal, type Visitor } from '../../../../tests/support/portal.ts';
import { verifyJournal } from '../../../platform/journal.ts';
import { registerSent } from '../sent/routes.tsx';
import { confirmationCode } from './confirmation-number.ts';
import { registerApply } from './routes.ts';

const TODAY = '2026-11-23T09:00';
const DEATH = '1.000656';
const MARRIAGE = '1.000894';
const BIRTH = '1.001193';

let portal: TestPortal;
let an: Visitor;
let em: Visitor;

beforeAll(async () => {
  portal = await testPortal(TODAY, async (app, deps) => {
    await registerApply(app, deps);
    registerSent(app, deps);
  });
  an = await portal.visitor(AN);
  em = await portal.visitor(EM);
});
afterAll(async () => portal.close());

/** A fresh draft of a procedure. @returns its address, without a step */
async function begin(slug: string, who = an): Promise<string> {
  const { location } = await who.post('/nop-ho-so', { 'thu-tuc': slug });
  expect(location).toMatch(/^\/nop-ho-so\/[0-9a-f-]{36}\/noi-nop$/u);
  return location.replace(/\/noi-nop$/u, '');
}

const idOf = (draft: string) => draft.split('/').at(-1) as string;
const codeOf = (draft: string) => confirmationCode(portal.deps.secret, idOf(draft));

function hiepHoa(): string {
  return portal.deps.agencies.ofUnit('07840', Temporal.PlainDate.from('2026-11-23'))!.id;
}

/** The general form, as a person with a full account answers it. */
const GENERIC: [page: string, fields: Record<string, string>][] = [
  [
    'requester',
    {
      'requester.fullName': 'Nguyễn Văn An',
      'requester.birthDate.day': '15',
      'requester.birthDate.month': '3',
      'requester.birthDate.year': '1990',
      'requester.personalNumber': '024 090 001 234',
    },
  ],
  [
    'address',
    { 'requester.address.place': 'Hiệp Hòa, Bắc Ninh', 'requester.address.detail': 'Thôn Sơn Quả' },
  ],
  ['contact', { 'requester.phone': '0912 345 678', 'requester.email': '' }],
  ['content', { content: 'Đề nghị đăng ký khai tử cho ông nội tôi.' }],
];

async function answerGeneric(draft: string): Promise<void> {
  for (const [page, fields] of GENERIC) {
    const { status, body } = await an.post(`${draft}/thong-tin/${page}`, fields);
    expect(status, `${page}: ${body.match(/error-summary__list.*?<\/ul>/su)?.[0]}`).toBe(303);
  }
}

/** Fills a draft up to the check page. */
async function prepare(slug = DEATH): Promise<string> {
  const draft = await begin(slug);
  await an.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa() });
  await answerGeneric(draft);
  const paper = /giay-to\/(c\d+)"/u.exec((await an.get(`${draft}/giay-to`)).body)?.[1];
  await an.upload(`${draft}/giay-to/${paper}`, [pdf()]);
  expect((await an.post(`${draft}/giay-to`)).location).toBe(`${draft}/hinh-thuc`);
  expect((await an.post(`${draft}/hinh-thuc`, { nop: 'online', nhan: 'counter' })).location).toBe(
    `${draft}/kiem-tra`,
  );
  return draft;
}

const sending = (draft: string) => ({ ma: codeOf(draft), 'cam-doan': 'co' });

async function dossiers(draft: string): Promise<number> {
  const sent = await portal.deps.db
    .selectFrom('dossiers.draft')
    .select('dossier_id')
    .where('id', '=', idOf(draft))
    .executeTakeFirstOrThrow();
  const { n } = await portal.deps.db
    .selectFrom('dossiers.dossier')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('id', '=', sent.dossier_id)
    .executeTakeFirstOrThrow();
  return Number(n);
}

describe('from the first step to the code', () => {
  test('a procedure with the general form', async () => {
    const draft = await begin(DEATH);
    const where = await an.get(`${draft}/noi-nop`);
    expect(where.body).toContain('UBND tỉnh Bắc Ninh');
    const chosen = await an.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa() });
    expect(chosen.location).toBe(`${draft}/thong-tin/requester`);
    const first = await an.get(chosen.location);
    expect(first.body).toContain('value="Nguyễn Văn An"');
    expect(first.body).toContain('Đồng ý và tiếp tục');
    await answerGeneric(draft);
    const papers = await an.get(`${draft}/giay-to`);
    expect(papers.body).toContain('Giấy báo tử hoặc giấy tờ thay thế');
    expect(papers.body).toContain('Giấy tờ mang theo khi đến');
    const paper = /giay-to\/(c\d+)"/u.exec(papers.body)?.[1];
    expect(
      (await an.upload(`${draft}/giay-to/${paper}`, [pdf('a'), { ...pdf('b'), name: 'trang-2.pdf' }])).status,
    ).toBe(303);
    const given = await an.get(`${draft}/giay-to/${paper}`);
    expect(given.body).toContain('ban-chup.pdf');
    expect(given.body).toContain('trang-2.pdf');
    await an.post(`${draft}/giay-to`);
    await an.post(`${draft}/hinh-thuc`, {
      nop: 'online',
      nhan: 'post',
      'dia-chi': 'Thôn Sơn Quả, xã Hiệp Hòa, Bắc Ninh',
    });
    const check = await an.get(`${draft}/kiem-tra`);
    expect(check.body).toContain('Tôi xin chịu trách nhiệm trước pháp luật về lời khai trên');
    expect(check.body).toContain('Thôn Sơn Quả, Xã Hiệp Hòa');
    expect(check.body).toContain('Thủ tục này không phải nộp phí, lệ phí.');
    const sent = await an.post(`${draft}/kiem-tra`, {
      ...sending(draft),
      ma: ` ${codeOf(draft).slice(0, 3)} ${codeOf(draft).slice(3)}`,
    });
    expect(sent.location).toMatch(/^\/ho-so\/[0-9a-f-]{36}\/da-nop$/u);
    const confirmed = await an.get(sent.location);
    expect(confirmed.body).toMatch(/YC-[2-9A-Z]{5}-[2-9A-Z]{5}/u);
    expect(confirmed.body).toContain('chậm nhất lúc 09:00 ngày 25/11/2026');
    expect(confirmed.body).not.toContain('thanh-toan');
    expect((await an.get(sent.location)).body).toContain(/YC-\S{5}-\S{5}/u.exec(confirmed.body)![0]);
    for (const step of ['noi-nop', 'thong-tin/requester', 'giay-to', 'hinh-thuc', 'kiem-tra'])
      expect((await an.get(`${draft}/${step}`)).location).toBe(sent.location);
    expect((await em.get(sent.location)).status).toBe(404);
    expect(await verifyJournal(portal.deps.db)).toMatchObject({ firstBreak: null });
  });
});
