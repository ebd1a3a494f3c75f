// Blank and filled forms as a reader meets them (needs poppler-utils and zbar-tools).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codesOn, infoOf, structureOf, textOf } from '../../../../tests/support/debian.ts';
import type { FormDefinition } from '../../../rules/forms/index.ts';
import {
  type BlankProcedure,
  blankFromDefinition,
  generalRequest,
  renderBlankForm,
  renderFilledForm,
} from './index.ts';
import { filled } from './sample-filled.ts';

const REFERENCE = join(import.meta.dirname, '../../../../db/seeds/reference');
const procedures = JSON.parse(readFileSync(join(REFERENCE, 'procedures.json'), 'utf8'))
  .procedures as readonly BlankProcedure[];
const birth = procedures.find((procedure) => procedure.code === '1.001193');
if (!birth) throw new Error('the birth registration is not in the catalogue');

it('the blank birth declaration has the official sections, questions and papers', async () => {
  const form = JSON.parse(readFileSync(join(REFERENCE, 'forms/1.001193.json'), 'utf8')) as FormDefinition;
  const pdf = await renderBlankForm(blankFromDefinition(form, birth));
  const text = textOf(pdf);
  for (const words of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'TỜ KHAI ĐĂNG KÝ KHAI SINH',
    'Kính gửi:',
    'Người được khai sinh',
    'Họ, chữ đệm, tên người mẹ:',
    'Giấy chứng sinh (hoặc văn bản người làm chứng',
    'Mã thủ tục 1.001193',
    '(Ký và ghi rõ họ tên)',
  ]) {
    expect(text).toContain(words);
  }
  expect(infoOf(pdf).Tagged).toBe('yes');
});

it('the general request names the procedure and lists its papers', async () => {
  const text = textOf(await renderBlankForm(generalRequest(birth)));
  expect(text).toContain('ĐƠN ĐỀ NGHỊ');
  expect(text).toContain('Đề nghị cơ quan giải quyết thủ tục: Đăng ký khai sinh (mã 1.001193).');
  for (const component of birth.components) expect(text).toContain(component.name.slice(0, 40));
});

it('the copy of what was filed says every answer and leads back to the dossier', async () => {
  const pdf = await renderFilledForm(filled);
  const structure = structureOf(pdf);
  for (const row of filled.sections.flatMap((section) => section.rows)) {
    expect(structure).toContain(`"${row.label}"`);
    expect(structure).toContain(`"${row.value}"`);
  }
  expect(textOf(pdf)).toContain('nộp qua mạng lúc 21:40 ngày 22/11/2026');
  expect(codesOn(pdf)).toEqual([filled.trackUrl]);
});
