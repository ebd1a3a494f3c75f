// Result documents as a reader and a scanner meet them (needs poppler-utils and zbar-tools).
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codesOn, infoOf, structureOf, textOf } from '../../../../tests/support/debian.ts';
import { readResultTemplates, renderResult } from './index.ts';
import { sampleResult, VALUES } from './sample-results.ts';

const TEMPLATES = readResultTemplates(
  join(import.meta.dirname, '../../../../db/seeds/reference/result-templates'),
);

it.each(TEMPLATES.map((template) => [template.id, template] as const))(
  '%s says all its values',
  async (id, template) => {
    const pdf = await renderResult(template, sampleResult(id));
    const structure = structureOf(pdf);
    for (const value of Object.values(VALUES[id] ?? {})) {
      const texts = typeof value === 'string' ? [value] : value.flatMap((row) => Object.values(row));
      for (const text of texts) expect(structure).toContain(text);
    }
    const text = textOf(pdf);
    expect(text).not.toContain('{{');
    expect(text).toContain(`Số: 12${template.numberSuffix}`);
    expect(text).toContain('Hiệp Hòa, ngày 25 tháng 11 năm 2026');
    expect(text).toContain('Văn bản này chưa có chữ ký số PKI; kiểm tra tại motcua.example/kiem-tra');
    expect(text).toContain('Mã kiểm tra: 4KX9-72MD');
    expect(text).toContain('Dũng');
    expect(codesOn(pdf)).toEqual(['https://motcua.example/kiem-tra/4KX9-72MD']);
    expect(infoOf(pdf).Tagged).toBe('yes');
  },
);
