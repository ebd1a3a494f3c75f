// Several posts of one draft at one moment: nothing that was answered "kept" may be gone, nothing may be kept twice.
import { describe, expect, test } from 'vitest';
import { begin, GENERIC, hiepHoa, prepare, sending } from '../../../../tests/support/filing.ts';
import { pdf, portalOfFile } from '../../../../tests/support/portal.ts';
import { findDossier, findDraft } from '../../../modules/dossiers/index.ts';
import { registerApply } from './routes.ts';

const DEATH = '1.000656';

const { portal, an } = portalOfFile('2026-11-23T09:00', registerApply);

const kept = async (draft: string) =>
  (await findDraft(portal.deps.db, an.personId, draft.split('/').at(-1) as string))!;
const paperOf = async (draft: string) => {
  const { body } = await an.get(`${draft}/giay-to`);
  return /href="([^"]+\/giay-to\/[^"]+)"/u.exec(body)?.[1] as string;
};

describe('at one moment', () => {
  test('two pages of the form: both are kept', async () => {
    for (let round = 0; round < 5; round += 1) {
      const draft = await begin(an, DEATH);
      await an.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa(portal) });
      const pages = ['requester', 'address', 'contact', 'content'];
      const posts = pages.map((page) => an.post(`${draft}/thong-tin/${page}`, GENERIC[page]));
      expect((await Promise.all(posts)).map(({ status }) => status)).toEqual(pages.map(() => 303));
      expect((await kept(draft)).answers).toMatchObject({
        'requester.personalNumber': '024090001234',
        'requester.address': { detail: 'Thôn Sơn Quả' },
        'requester.phone': expect.any(String),
        content: 'Đề nghị giải quyết thủ tục cho gia đình tôi.',
      });
    }
  });

  test('one page twice: one of the two, whole', async () => {
    const draft = await begin(an, DEATH);
    await an.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa(portal) });
    const say = (content: string) => an.post(`${draft}/thong-tin/content`, { content });
    await Promise.all([say('Một.'), say('Hai.')]);
    expect(['Một.', 'Hai.']).toContain((await kept(draft)).answers.content);
  });

  test('the same file six times: it is there once', async () => {
    const draft = await begin(an, DEATH);
    await an.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa(portal) });
    const paper = await paperOf(draft);
    const posts = Array.from({ length: 6 }, () => an.upload(paper, [pdf('same')]));
    expect((await Promise.all(posts)).map(({ status }) => status)).toEqual(Array(6).fill(303));
    expect((await kept(draft)).files).toHaveLength(1);
  });

  test('files while it is sent: each is in the dossier, or its sender is told that it came too late', async () => {
    for (let round = 0; round < 5; round += 1) {
      const draft = await prepare(portal, an, DEATH);
      const paper = await paperOf(draft);
      const names = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}.pdf`);
      const [sent, ...uploads] = await Promise.all([
        an.post(`${draft}/kiem-tra`, sending(portal, draft)),
        ...names.map((name) => an.upload(paper, [{ ...pdf(name), name }])),
      ]);
      const dossierId = sent!.location.split('/')[2] as string;
      const inside = (await findDossier(portal.deps.db, dossierId))!.files.map((file) => file.name);
      for (const [index, upload] of uploads.entries()) {
        const sentBefore = upload.location.endsWith('/da-nop') || upload.body.includes('đã được nộp');
        expect(inside.includes(names[index]!), upload.body.slice(0, 200)).toBe(!sentBefore);
      }
    }
  });
});
