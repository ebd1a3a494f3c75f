// The file store is full, away or has lost a file: the person is told what to do, and nothing half-made or damaged is passed on.
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerAll, begin, GENERIC, hiepHoa } from '../../../../tests/support/filing.ts';
import { pdf, portalOfFile } from '../../../../tests/support/portal.ts';
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

test('a store that is full in the middle of a file: every file is named, the page comes back, nothing is attached', async () => {
  const { draft, paper } = await atPaper();
  portal.deps.files = {
    ...whole,
    async put(bytes) {
      for await (const _ of bytes) break;
      return { kind: 'tryAgain', reason: 'ENOSPC write' };
    },
  };
  const large = { ...pdf(), name: 'lon.pdf', bytes: Buffer.alloc(5_000_000, 1) };
  const answer = await an.upload(paper, [large, { ...pdf('nhỏ'), name: 'nho.pdf' }]);
  expect(answer.status).toBe(422);
  expect(answer.body).toContain('Kho lưu tệp đang bận nên tệp “lon.pdf” chưa được giữ lại.');
  expect(answer.body).toContain('tệp “nho.pdf” chưa được giữ lại');
  expect(await keptFor(draft)).toEqual([]);
});

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
