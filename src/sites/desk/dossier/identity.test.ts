// Who stands in a dossier, held against who filed it, whom the register knows and who reads it: one line at the desk.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskLine, deskLine } from '../../../../tests/support/desk.ts';
import { COPIES, COPY_ANSWERS } from '../../../../tests/support/dossier-fixture.ts';

let line: DeskLine;
beforeAll(async () => {
  line = await deskLine('2026-11-23T09:00');
});
afterAll(async () => line.desk.close());

const BINH = '024188002345';
const filed = (change: object) =>
  line.file({ procedure: COPIES, answers: { ...COPY_ANSWERS, ...change } as never });
const seenBy = async (who: 'binh' | 'chi', id: string) => (await line[who].get(`/ho-so/${id}`)).body;

test('what agrees is not mentioned; the account that filed it, when it is another', async () => {
  expect(await seenBy('binh', await filed({}))).not.toContain('khác với tài khoản');
  const other = await filed({ 'requester.fullName': 'Nguyễn Văn Ân' });
  expect((await seenBy('binh', other)).match(/khác với tài khoản/gu)).toHaveLength(1);
});

test('an official whose own number stands in it is told to leave it to another; a colleague is not', async () => {
  const id = await filed({
    'requester.fullName': 'Trần Thị Bình',
    'requester.idDoc': { kind: 'cccd', number: BINH },
  });
  expect(await seenBy('binh', id)).toContain('là của chính người đang xem');
  expect(await seenBy('chi', id)).not.toContain('là của chính người đang xem');
});

test('a name that the register does not know under this number is told', async () => {
  const id = await filed({
    'requester.fullName': 'Lê Văn Lạ',
    'requester.idDoc': { kind: 'cccd', number: BINH },
  });
  expect(await seenBy('chi', id)).toContain('trong hệ thống, số này là của người');
});
