// Blank forms for every procedure, printed from the definitions; and copies of what was filed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unprintable, withSubstitutes } from '../../../platform/pdf/index.ts';
import { type FormDefinition, strangeCharacters } from '../../../rules/forms/index.ts';
import {
  type BlankProcedure,
  blankFromDefinition,
  generalRequest,
  renderBlankForm,
  renderFilledForm,
} from './index.ts';
import { filled } from './sample-filled.ts';

const REFERENCE = join(import.meta.dirname, '../../../../db/seeds/reference');
const read = (file: string): unknown => JSON.parse(readFileSync(join(REFERENCE, file), 'utf8'));
const PROCEDURES = (read('procedures.json') as { procedures: readonly BlankProcedure[] }).procedures;
const FORMS = readdirSync(join(REFERENCE, 'forms'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => [file, read(`forms/${file}`) as FormDefinition] as const);
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\n/gu)?.length ?? 0;

const procedureOf = (form: FormDefinition): BlankProcedure =>
  PROCEDURES.find((procedure) => procedure.code === form.code) ?? {
    code: form.code,
    name: form.title,
    components: [],
    legalBasis: [],
  };

describe('a blank form', () => {
  it.each(FORMS)('is printed from %s, the same each time, asking every question', async (_, form) => {
    const blank = blankFromDefinition(form, procedureOf(form));
    const pdf = await renderBlankForm(blank);
    expect(pdf.equals(await renderBlankForm(blank))).toBe(true);
    expect(pagesOf(pdf)).toBeLessThanOrEqual(5);
    const asked = JSON.stringify(blank.sections);
    const fields = form.pages.flatMap((page) => page.fields).filter((field) => field.type !== 'computed');
    for (const field of fields) expect(asked).toContain(JSON.stringify(field.label).slice(1, -1));
  });

  it('does not list itself among the papers to enclose', () => {
    const birth = FORMS.find(([file]) => file === '1.001193.json')?.[1];
    if (!birth) throw new Error('no birth form');
    const blank = blankFromDefinition(birth, procedureOf(birth));
    expect(blank.components.map((one) => one.name)).not.toContain('Tờ khai đăng ký khai sinh');
    expect(blank.components.length).toBe(procedureOf(birth).components.length - 1);
  });

  it('can be a general request for every procedure of the catalogue: all their words are printable', () => {
    expect(PROCEDURES.length).toBe(323);
    const words = PROCEDURES.flatMap((one) => [
      one.name,
      ...one.legalBasis,
      ...one.components.map((part) => part.name),
    ]);
    expect(words.filter((text) => unprintable(text).length > 0)).toEqual([]);
  });

  it('stays short as a general request', async () => {
    const most = [...PROCEDURES].sort((a, b) => b.components.length - a.components.length)[0];
    for (const procedure of [...PROCEDURES.filter((_, n) => n % 25 === 0), most]) {
      if (!procedure) throw new Error('the catalogue is empty');
      expect(pagesOf(await renderBlankForm(generalRequest(procedure)))).toBeLessThanOrEqual(3);
    }
  });
});

describe('the copy of what was filed', () => {
  it('is the same each time', async () => {
    expect((await renderFilledForm(filled)).equals(await renderFilledForm(filled))).toBe(true);
  });

  it('is printed although a file’s name or an older text has what no typeface has', async () => {
    const odd = {
      ...filled,
      filedBy: 'Nguyễn Văn An 😀',
      sections: [{ title: 'A', rows: [{ label: 'Nội dung', value: 'vui 👨‍👩‍👧 漢\nхорошо' }] }],
      attachments: [{ component: 'Giấy chứng sinh', file: 'ảnh 😀.pdf' }],
    };
    expect(pagesOf(await renderFilledForm(odd))).toBe(1);
    expect(withSubstitutes('ảnh 😀.pdf')).toBe('ảnh \ufffd.pdf');
    expect(withSubstitutes('vui 👨‍👩‍👧\nхорошо')).toBe('vui \ufffd\ufffd\ufffd\nхорошо');
  });

  it('can print every character that a form lets through', () => {
    const passed: string[] = [];
    for (let point = 0; point <= 0x1ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const character = String.fromCodePoint(point);
      if (strangeCharacters(character).length === 0) passed.push(character);
    }
    expect(passed.length).toBeGreaterThan(1000);
    expect(unprintable(passed.join(''))).toEqual([]);
  });

  it('takes long answers over several pages', async () => {
    const rows = Array.from({ length: 60 }, (_, n) => ({
      label: `Mục ${n}`,
      value: 'nội dung dài '.repeat(30),
    }));
    const pdf = await renderFilledForm({ ...filled, sections: [{ title: 'A', rows }] });
    expect(pagesOf(pdf)).toBeGreaterThan(3);
  });
});

it('names each answer by its question: the question is the head of its row', async () => {
  const pdf = (await renderFilledForm(filled)).toString('latin1');
  const count = (pattern: RegExp) => pdf.match(pattern)?.length ?? 0;
  const rows = filled.sections.flatMap((section) => section.rows).length + filled.attachments.length;
  expect(count(/\/Scope \/Row/gu)).toBe(rows);
});
