// The file store is full, away or has lost a file: the person is told what to do, and nothing half-made or damaged is passed on.
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerAll, begin, GENERIC, hiepHoa } from '../../../../tests/support/filing.ts';
import { AN, pdf, portalOfFile } from '../../../../tests/support/portal.ts';
import type { FileStore } from '../../../modules/files/index.ts';
import { registerApply } from './routes.ts';

const DEATH = '1.000656';
const { portal, an } = portalOfFile('2026-11-23T09:00', registerApply);
let whole: FileStore;
beforeEach(() => {
  whole = portal.deps.files;
});
afterEach(() => {
  portal.deps.files = whole;
});

async function atPaper() {
  const draft = await begin(an, DEATH);
  await an.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa(portal) });
  await answerAll(portal, an, draft, GENERIC);
  return { draft, paper: `${draft}/giay-to/c2` };
}

const keptFor = (draft: string) =>
  portal.deps.db
    .selectFrom('dossiers.draft_file')
    .select(['id', 'sha256'])
    .where('draft_id', '=', draft.split('/').at(-1) as string)
    .execute();

test('a store that fails in the middle of a file: every file is named, the page comes back, nothing is attached', async () => {
  const { draft, paper } = await atPaper();
  portal.deps.files = {
    ...whole,
    async put(bytes) {
      for await (const _ of bytes) break;
      return { kind: 'tryAgain', reason: 'EIO write' };
    },
  };
  const large = { ...pdf(), name: 'lon.pdf', bytes: Buffer.alloc(5_000_000, 1) };
  const answer = await an.upload(paper, [large, { ...pdf('nhỏ'), name: 'nho.pdf' }]);
  expect(answer.status).toBe(422);
  expect(answer.body).toContain('Kho lưu tệp đang bận nên tệp “lon.pdf” chưa được giữ lại.');
  expect(answer.body).toContain('tệp “nho.pdf” chưa được giữ lại');
  expect(await keptFor(draft)).toEqual([]);
});

const NO_ROOM = 'tạm chưa nhận thêm tệp vì nơi lưu tệp sắp đầy';

test.each([
  ['room is kept back', { hasRoom: async () => false }],
  [
    'the disk is full in the middle of a file',
    {
      async put(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
        for await (const _ of bytes) break;
        return { kind: 'tryAgain', reason: 'ENOSPC write', full: true } as const;
      },
    },
  ],
])(
  'while %s no file is taken, which is said once; answers go on, and files when there is room again',
  async (_, way) => {
    const { draft, paper } = await atPaper();
    await an.upload(paper, [pdf('trước')]);
    portal.deps.files = { ...whole, ...way };
    const large = { ...pdf(), name: 'lon.pdf', bytes: Buffer.alloc(5_000_000, 1) };
    const refused = await an.upload(paper, [large, { ...pdf('nhỏ'), name: 'nho.pdf' }]);
    expect(refused.status).toBe(422);
    // In the summary and at the box.
    expect(refused.body.split(NO_ROOM)).toHaveLength(3);
    expect(refused.body).toContain('gọi tổng đài');
    expect(refused.body).not.toContain('phần còn lại');
    expect(await keptFor(draft)).toHaveLength(1);
    await answerAll(portal, an, draft, GENERIC);
    expect((await an.post(`${draft}/giay-to`)).status).toBe(303);
    const english = await portal.visitor(AN, 'en');
    expect((await english.upload(paper, [pdf('x')])).body).toContain('No more files can be taken for now');
    portal.deps.files = whole;
    expect((await an.upload(paper, [pdf('sau')])).status).toBe(303);
    expect(await keptFor(draft)).toHaveLength(2);
  },
);

test.each([
  [{ kind: 'missing' }, 500, 'không được đưa ra'],
  [{ kind: 'damaged', reason: 'x' }, 500, 'không được đưa ra'],
  [{ kind: 'tryAgain', reason: 'no answer' }, 503, 'Tệp vẫn còn; hãy đợi vài phút'],
] as const)('a file that the store answers with %j is not given', async (end, status, says) => {
  const { draft, paper } = await atPaper();
  await an.upload(paper, [pdf('một bản')]);
  const [file] = await keptFor(draft);
  portal.deps.files = { ...whole, get: async () => end };
  const answer = await an.get(`${draft}/tep/${file!.id}`);
  expect(answer.status).toBe(status);
  expect(answer.body).toContain(says);
  expect(answer.body).not.toContain('%PDF');
});

test('a large file found damaged while it streams breaks off: nobody has it as if it were whole', async () => {
  const { draft, paper } = await atPaper();
  await an.upload(paper, [pdf('bản khác')]);
  const [file] = await keptFor(draft);
  async function* failing() {
    yield Buffer.alloc(100_000);
    throw new Error('the stored file is damaged');
  }
  portal.deps.files = {
    ...whole,
    get: async () => ({ kind: 'found', size: 200_000, stream: Readable.from(failing()) }),
  };
  const origin = await portal.app.listen({ host: '127.0.0.1', port: 0 });
  const answer = await fetch(`${origin}${draft}/tep/${file!.id}`, {
    headers: { cookie: `mc_portal=${an.token}` },
  });
  expect(answer.headers.get('content-length')).toBe('200000');
  await expect(answer.arrayBuffer()).rejects.toThrow();
});
