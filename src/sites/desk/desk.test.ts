// The desk from the first look to the result in hand, through its pages, by Bình, Chi and Dũng; and Em, who sees none of it.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Official, type TestDesk, testDesk } from '../../../tests/support/desk.ts';
import { COPIES, DEATH, type Filing, SINGLE } from '../../../tests/support/dossier-fixture.ts';
import { openFile } from '../../modules/files/index.ts';
import { verifyResult } from '../../modules/results/index.ts';
import { verifyJournal } from '../../platform/journal.ts';

let desk: TestDesk;
let binh: Official;
let chi: Official;
let dung: Official;
let em: Official;
const MORNING = '2026-11-23T09:00';

beforeAll(async () => {
  desk = await testDesk(MORNING);
  [binh, chi, dung, em] = await Promise.all([
    desk.official('binh'),
    desk.official('chi'),
    desk.official('dung'),
    desk.official('em'),
  ]);
});
afterAll(async () => desk.close());
beforeEach(() => desk.house.clock.set(MORNING));

const file = (filing: Filing = {}) => desk.house.file(filing);
async function accepted(filing: Filing = {}): Promise<string> {
  const id = await file(filing);
  expect((await binh.act(id, 'tiep-nhan')).status).toBe(303);
  return id;
}
async function taken(filing: Filing = {}): Promise<string> {
  const id = await accepted(filing);
  expect((await chi.act(id, 'thu-ly')).status).toBe(303);
  return id;
}

/** What the boxes of a page hold, by name. */
function boxes(page: string): Record<string, string> {
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
const boxUnder = (page: string, label: string) =>
  new RegExp(`<label[^>]*for="([^"]+)"[^>]*>\\s*${label}`, 'u').exec(page)?.[1] ?? '';

async function proposed(filing: Filing = {}): Promise<string> {
  const id = await taken(filing);
  const page = (await chi.get(`/ho-so/${id}/de-xuat`)).body;
  const fields = {
    ...boxes(page),
    [boxUnder(page, 'Kết quả giải quyết')]: 'Đồng ý đăng ký.',
    note: 'Đủ điều kiện.',
  };
  const sent = await chi.post(`/ho-so/${id}/de-xuat`, fields);
  expect(sent.location, sent.body.match(/error-summary.*?<\/ul>/su)?.[0]).toBe(`/ho-so/${id}?da=de-xuat`);
  return id;
}
async function signed(filing: Filing = {}): Promise<string> {
  const id = await proposed(filing);
  expect((await dung.act(id, 'ky')).location).toBe(`/ho-so/${id}?da=ky`);
  return id;
}

test('the line from the request to the result in hand', async () => {
  const id = await file({ procedure: SINGLE });

  const look = await binh.get(`/ho-so/${id}/tiep-nhan`);
  expect(look.body).toContain('17:30 ngày 27/11/2026');
  expect(look.body).toContain('Ngày Văn hóa Việt Nam');
  expect((await binh.act(id, 'tiep-nhan')).location).toBe(`/ho-so/${id}/da-tiep-nhan`);
  const result = await binh.get(`/ho-so/${id}/da-tiep-nhan`);
  const { number } = await desk.house.row(id);
  expect(result.body).toContain(number);
  const slip = await binh.get(/href="(\/ho-so\/[^"]+\/phieu\/[^"]+)"/u.exec(result.body)?.[1] ?? '');
  expect([slip.type, slip.bytes.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);

  expect((await chi.act(id, 'thu-ly')).location).toBe(`/ho-so/${id}?da=thu-ly`);
  const page = (await chi.get(`/ho-so/${id}/de-xuat`)).body;
  const first = boxes(page);
  expect(Object.values(first)).toEqual(
    expect.arrayContaining(['Nguyễn Văn An', number, '23/11/2026', 'Ủy ban nhân dân xã Hiệp Hòa']),
  );
  const outcome = boxUnder(page, 'Kết quả giải quyết');
  const preview = await chi.post(`/ho-so/${id}/de-xuat?xem=1`, {
    ...first,
    [outcome]: 'Đồng ý cấp giấy.',
    note: '',
  });
  expect(preview.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await desk.house.facts(id)).filter((name) => name === 'dossier.proposed')).toEqual([]);
  await chi.post(`/ho-so/${id}/de-xuat`, {
    ...first,
    [outcome]: 'Đồng ý cấp giấy.',
    note: 'Đã đối chiếu, đủ điều kiện.',
  });

  const toSign = await dung.get(`/ho-so/${id}/ky`);
  expect(toSign.body).toContain('Đồng ý cấp giấy.');
  expect(toSign.body).toContain('Đã đối chiếu, đủ điều kiện.');
  expect((await dung.get(`/ho-so/${id}/ky/xem`)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
  desk.house.clock.set('2026-11-25T10:00');
  expect((await dung.act(id, 'ky')).location).toBe(`/ho-so/${id}?da=ky`);
  expect(await desk.house.row(id)).toMatchObject({ state: 9, delivery_state: 'ready' });

  const handed = await binh.act(id, 'tra-ket-qua', { identityChecked: '1', note: 'Trả cho chính chủ.' });
  expect(handed.location).toBe(`/ho-so/${id}?da=tra-ket-qua`);
  expect(await desk.house.row(id)).toMatchObject({ state: 10, delivery_state: 'delivered' });
  expect((await verifyJournal(desk.house.db)).firstBreak).toBeNull();
});

describe('the result', () => {
  test('is numbered, kept by its hash, and checked by number and code', async () => {
    const id = await signed();
    const issued = await desk.house.db
      .selectFrom('results.result')
      .selectAll()
      .where('dossier_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(issued.number).toMatch(/^\d+\/2026\/TB-UBND$/u);
    expect(issued.signer_name).toBe('Phạm Văn Dũng');
    const kept = await openFile(desk.house.filesFolder, issued.sha256);
    const bytes = await Array.fromAsync(kept.stream as AsyncIterable<Buffer>).then((parts) =>
      Buffer.concat(parts),
    );
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(issued.sha256);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await verifyResult(desk.house.db, issued.dossier_number, issued.check_code)).toMatchObject({
      sha256: issued.sha256,
    });
    const got = await binh.get(`/ho-so/${id}/ket-qua/${issued.id}`);
    expect(createHash('sha256').update(got.bytes).digest('hex')).toBe(issued.sha256);
  });

  test('and the release of the dossier stand or fall together', async () => {
    const id = await proposed();
    await desk.house.db
      .updateTable('dossiers.proposal')
      .set({ result: JSON.stringify({ template: 'thong-bao-ket-qua@1', values: {} }) })
      .where('dossier_id', '=', id)
      .execute();
    const refused = await dung.act(id, 'ky');
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Văn bản kết quả còn thiếu');
    expect(await desk.house.row(id)).toMatchObject({ state: 4, finished_at: null });
    expect(await desk.house.facts(id)).not.toContain('dossier.finished');
  });

  test('takes its rows from the form, loses empty ones and grows by a button', async () => {
    const id = await taken({ procedure: COPIES });
    const page = (await chi.get(`/ho-so/${id}/de-xuat`)).body;
    const fields = boxes(page);
    expect(Object.values(fields)).toEqual(
      expect.arrayContaining(['Bằng tốt nghiệp trung học phổ thông', 'NGUYỄN VĂN AN']),
    );
    const grown = await chi.post(`/ho-so/${id}/de-xuat`, {
      ...fields,
      them: /name="them" value="(\d+)"|value="(\d+)" name="them"/u.exec(page)?.slice(1).find(Boolean) ?? '',
    });
    expect(grown.status).toBe(200);
    expect(Object.keys(boxes(grown.body)).length).toBeGreaterThan(Object.keys(fields).length);
    const missing = await chi.post(`/ho-so/${id}/de-xuat`, { ...boxes(grown.body), note: 'Đủ.' });
    expect(missing.status).toBe(422);
    expect(missing.body).toContain('Bạn phải nhập “Quyển số”.');
    const sent = await chi.post(`/ho-so/${id}/de-xuat`, {
      ...boxes(grown.body),
      [boxUnder(page, 'Quyển số')]: '01/2026',
      note: 'Đủ.',
    });
    expect(sent.status).toBe(303);
    const kept = await desk.house.db
      .selectFrom('dossiers.proposal')
      .select('result')
      .where('dossier_id', '=', id)
      .executeTakeFirstOrThrow();
    expect((kept.result as { values: { docs: unknown[] } }).values.docs).toHaveLength(1);
  });

  test('refuses what a paper cannot print, at its box, and keeps what was typed', async () => {
    const id = await taken();
    const page = (await chi.get(`/ho-so/${id}/de-xuat`)).body;
    const wrong = await chi.post(`/ho-so/${id}/de-xuat`, {
      ...boxes(page),
      [boxUnder(page, 'Kết quả giải quyết')]: 'Đồng ý 😀',
      note: 'Đủ điều kiện.',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('không in được');
    expect(boxes(wrong.body).note).toBe('Đủ điều kiện.');
  });

  test('goes back to the specialist with the reason, who finds the values again', async () => {
    const id = await proposed();
    expect((await dung.act(id, 'tra-lai', { why: ' ' })).status).toBe(422);
    expect((await dung.act(id, 'tra-lai', { why: 'Ghi rõ ngày đăng ký.' })).location).toBe(
      `/ho-so/${id}?da=tra-lai`,
    );
    const again = (await chi.get(`/ho-so/${id}/de-xuat`)).body;
    expect(again).toContain('Ghi rõ ngày đăng ký.');
    expect(Object.values(boxes(again))).toContain('Đồng ý đăng ký.');
  });
});

describe('asking for a supplement', () => {
  const idOf = (page: string, name: string) =>
    new RegExp(`for="chon-([a-z]+-\\d+)"[^>]*>\\s*${name}`, 'u').exec(page)?.[1] ?? '';

  test('lists papers and fields, keeps what was typed on error, shows the letter, and sends it', async () => {
    const id = await file({ procedure: DEATH });
    const page = (await binh.get(`/ho-so/${id}/bo-sung`)).body;
    const paper = idOf(page, 'Giấy báo tử');
    const field = idOf(page, 'Nội dung đề nghị');
    expect([paper, field].every(Boolean)).toBe(true);

    const nothing = await binh.act(id, 'bo-sung', { 'ly-do': 'Để đối chiếu.' });
    expect(nothing.status).toBe(422);
    expect(nothing.body).toContain('Bạn phải chọn ít nhất một');
    expect(boxes(nothing.body)['ly-do']).toBe('Để đối chiếu.');

    const half = await binh.act(id, 'bo-sung', {
      chon: [paper, field],
      [`sai-${paper}`]: 'Mờ.',
      [`lam-${paper}`]: 'Chụp lại.',
      [`sai-${field}`]: 'Thiếu.',
    });
    expect(half.status).toBe(422);
    expect(half.body).toContain(`href="#lam-${field}"`);
    expect(boxes(half.body)[`sai-${paper}`]).toBe('Mờ.');

    const whole = {
      chon: [paper, field],
      [`sai-${paper}`]: 'Mờ.',
      [`lam-${paper}`]: 'Chụp lại.',
      [`sai-${field}`]: 'Thiếu.',
      [`lam-${field}`]: 'Ghi đủ.',
    };
    const preview = await binh.act(id, 'bo-sung?xem=1', whole);
    expect(preview.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await desk.house.row(id)).state).toBe(1);
    expect((await binh.act(id, 'bo-sung', whole)).location).toBe(`/ho-so/${id}?da=bo-sung`);
    const items = await desk.house.db
      .selectFrom('dossiers.supplement_item as i')
      .innerJoin('dossiers.supplement as s', 's.id', 'i.supplement_id')
      .select(['i.kind', 'i.subject', 'i.wrong', 'i.todo'])
      .where('s.dossier_id', '=', id)
      .orderBy('i.seq')
      .execute();
    expect(items).toMatchObject([
      { kind: 'component', wrong: 'Mờ.', todo: 'Chụp lại.' },
      { kind: 'field', subject: 'content', todo: 'Ghi đủ.' },
    ]);
  });
});

describe('refusing', () => {
  test('a ready reason fills the boxes; without a basis the page comes back; then it is done', async () => {
    const id = await file();
    const ready = await binh.act(id, 'tu-choi', { mau: '0' });
    expect(ready.status).toBe(200);
    const letter = boxes(ready.body);
    expect(letter.reason).toContain('không thuộc thẩm quyền');
    const bare = await binh.act(id, 'tu-choi', { reason: letter.reason ?? '', legalBasis: '', advice: '' });
    expect(bare.status).toBe(422);
    expect(boxes(bare.body).reason).toBe(letter.reason);
    expect(
      (await binh.act(id, 'tu-choi?xem=1', { reason: 'x', legalBasis: 'y', advice: '' })).bytes
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const { reason = '', legalBasis = '', advice = '' } = letter;
    expect((await binh.act(id, 'tu-choi', { reason, legalBasis, advice })).location).toBe(
      `/ho-so/${id}?da=tu-choi`,
    );
    expect((await desk.house.row(id)).state).toBe(3);
  });
});

describe('handing over', () => {
  test('at the counter the identity is ticked and the fee due is taken', async () => {
    const id = await taken({ procedure: COPIES });
    const page = (await chi.get(`/ho-so/${id}/de-xuat`)).body;
    await chi.post(`/ho-so/${id}/de-xuat`, {
      ...boxes(page),
      [boxUnder(page, 'Quyển số')]: '01/2026',
      note: 'Đủ.',
    });
    await dung.act(id, 'ky');
    const before = await binh.get(`/ho-so/${id}/tra-ket-qua`);
    expect(before.body).toContain('6.000 đ');
    const unseen = await binh.act(id, 'tra-ket-qua', { feeTaken: '1' });
    expect([unseen.status, unseen.body.includes('href="#identityChecked"')]).toEqual([422, true]);
    const unpaid = await binh.act(id, 'tra-ket-qua', { identityChecked: '1' });
    expect([unpaid.status, unpaid.body.includes('href="#feeTaken"')]).toEqual([422, true]);
    expect((await binh.act(id, 'tra-ket-qua', { identityChecked: '1', feeTaken: '1' })).status).toBe(303);
  });

  test('by post nobody stands at the counter to be checked', async () => {
    const id = await signed({ procedure: SINGLE, returnChannel: 'post' });
    expect((await binh.get(`/ho-so/${id}/tra-ket-qua`)).body).not.toContain('identityChecked');
    expect((await binh.act(id, 'tra-ket-qua')).status).toBe(303);
  });
});

describe('who sees what', () => {
  const paths = [
    '',
    '/tiep-nhan',
    '/da-tiep-nhan',
    '/bo-sung',
    '/tu-choi',
    '/de-xuat',
    '/ky',
    '/ky/xem',
    '/tra-lai',
    '/tra-ket-qua',
  ];

  test('Em: her queue is empty and says why; of a dossier there is nothing, on any page, by any post', async () => {
    const id = await accepted();
    const queue = await em.get('/hang-doi');
    expect(queue.status).toBe(200);
    expect(queue.body).toContain('Bạn chưa được phân công');
    const before = await desk.house.facts(id);
    for (const path of paths) expect((await em.get(`/ho-so/${id}${path}`)).status, path).toBe(404);
    for (const path of [
      'tiep-nhan',
      'bo-sung',
      'tu-choi',
      'thu-ly',
      'de-xuat',
      'ky',
      'tra-lai',
      'tra-ket-qua',
    ])
      expect((await em.act(id, path)).status, path).toBe(404);
    expect((await em.get(`/hang-doi?mo=${id}`)).body).not.toContain('Nguyễn Văn An');
    expect((await em.get('/hang-doi?q=Nguyễn')).body).not.toContain('Nguyễn Văn An');
    expect(await desk.house.facts(id)).toEqual(before);
  });

  test('nobody unless signed in', async () => {
    const id = await file();
    const reply = await desk.app.inject({ url: `/ho-so/${id}` });
    expect([reply.statusCode, reply.headers.location]).toEqual([
      303,
      `/dang-nhap?ve=${encodeURIComponent(`/ho-so/${id}`)}`,
    ]);
  });

  test('an address that is no dossier is a page that is not there', async () => {
    for (const id of ['x', '../x', '00000000-0000-0000-0000-000000000000'])
      expect((await binh.get(`/ho-so/${encodeURIComponent(id)}`)).status, id).toBe(404);
  });

  test('an act that is not one’s own is forbidden; one that is over says so', async () => {
    const id = await accepted();
    expect((await chi.get(`/ho-so/${id}/tiep-nhan`)).status).toBe(403);
    expect((await dung.act(id, 'thu-ly')).status).toBe(403);
    const over = await binh.get(`/ho-so/${id}/tiep-nhan`);
    expect(over.status).toBe(409);
    expect(over.body).toContain('Tiếp nhận hồ sơ, Nguyễn Văn An');
  });

  test('what stands against a button is said beside it', async () => {
    const id = await proposed();
    const page = (await chi.get(`/ho-so/${id}`)).body;
    expect(page).toMatch(/<button[^>]*disabled[^>]*>[^<]*Đề xuất kết quả/u);
    expect(page).toContain('Hồ sơ đã có đề xuất đang chờ lãnh đạo ký.');
  });
});

describe('two at once', () => {
  test('two clerks press “Tiếp nhận”: one number, and one plain page', async () => {
    const id = await file();
    const other = await desk.official('binh');
    const both = await Promise.all([binh.act(id, 'tiep-nhan'), other.act(id, 'tiep-nhan')]);
    expect(both.map((one) => one.status).sort()).toEqual([303, 409]);
    expect(both.find((one) => one.status === 409)?.body).toContain('Xem hồ sơ');
    expect((await desk.house.facts(id)).filter((name) => name === 'dossier.accepted')).toHaveLength(1);
  });

  test('a page from before the change does not act', async () => {
    const id = await taken();
    const page = (await chi.get(`/ho-so/${id}/de-xuat`)).body;
    const fields = {
      ...boxes(page),
      [boxUnder(page, 'Kết quả giải quyết')]: 'Đồng ý.',
      note: 'Đủ điều kiện.',
    };
    const late = await chi.post(`/ho-so/${id}/de-xuat`, { ...fields, version: Number(fields.version) - 1 });
    expect(late.status).toBe(409);
    expect(late.body).toContain('Hồ sơ vừa được người khác xử lý');
    expect((await chi.post(`/ho-so/${id}/de-xuat`, fields)).status).toBe(303);
    expect((await chi.post(`/ho-so/${await accepted()}/thu-ly`)).status).toBe(409);
  });
});

describe('the trace', () => {
  test('pages, files, papers leave a fact each, with who and what', async () => {
    const id = await accepted({ procedure: DEATH });
    const page = (await binh.get(`/ho-so/${id}`)).body;
    const link = /href="(\/ho-so\/[^"]+\/tep\/[^"/]+)"/u.exec(page)?.[1] ?? '';
    const got = await binh.get(link);
    expect([got.status, got.type]).toEqual([200, 'application/pdf']);
    await binh.get(`/hang-doi?mo=${id}`);
    const facts = await desk.house.db
      .selectFrom('journal.fact')
      .select('body')
      .where('stream', '=', `dossier:${id}`)
      .where('name', '=', 'dossier.read')
      .orderBy('seq')
      .execute();
    const bodies = facts.map(({ body }) => JSON.parse(body));
    expect(bodies.map(({ data }) => data)).toEqual([
      { page: 'ho-so' },
      { file: link.split('/').at(-1) },
      { page: 'hang-doi' },
    ]);
    expect(new Set(bodies.map(({ actor }) => actor.personId))).toEqual(
      new Set([desk.house.people.binh.personId]),
    );
  });

  test('a picture is shown from our own page, anything else only downloaded', async () => {
    const id = await file({ procedure: DEATH });
    const kept = await desk.house.db
      .selectFrom('dossiers.file')
      .select(['id', 'sha256'])
      .where('dossier_id', '=', id)
      .executeTakeFirstOrThrow();
    expect((await binh.get(`/ho-so/${id}/tep/${kept.id}/anh`)).status).toBe(404);
    expect((await binh.get(`/ho-so/${id}/tep/${kept.id}/xem`)).status).toBe(404);
    await desk.house.db
      .updateTable('dossiers.file')
      .set({ mime: 'image/png', name: 'anh.png' })
      .where('id', '=', kept.id)
      .execute();
    expect((await binh.get(`/ho-so/${id}/tep/${kept.id}/xem`)).body).toContain(`/tep/${kept.id}/anh`);
    const picture = await desk.app.inject({
      url: `/ho-so/${id}/tep/${kept.id}/anh`,
      cookies: { mc_desk: binh.token },
    });
    expect(picture.headers).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
    });
    expect(await readFile(join(desk.house.filesFolder, ...shelfOf(kept.sha256)))).toEqual(picture.rawPayload);
  });
});

/** Where a file lies, as the shelf lays it out. */
function shelfOf(sha256: string): string[] {
  return [sha256.slice(0, 2), sha256.slice(2, 4), sha256];
}
