// What a person filed, as it comes to stand on the paper of the result.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prefillResult, readResultTemplates } from '../../../modules/results/index.ts';
import { type Answers, type FormDefinition, summary } from '../../../rules/forms/index.ts';
import { filedAnswers } from './values.ts';

const SEEDS = join(import.meta.dirname, '../../../../db/seeds/reference');
const certificate = readResultTemplates(join(SEEDS, 'result-templates')).find(
  ({ id }) => id === 'giay-chung-nhan-ho-kinh-doanh',
)!;

test.each(['2021', '2025'])(
  'a ticked box is a mark on the certificate, not the words of a page (%s)',
  (year) => {
    const form = JSON.parse(
      readFileSync(join(SEEDS, `forms/1.001612.${year}.json`), 'utf8'),
    ) as FormDefinition;
    const answers: Answers = {
      industries: {
        next: 3,
        rows: [
          { id: 'r1', answers: { name: 'Bán lẻ gạo', code: '4721', main: true } },
          { id: 'r2', answers: { name: 'Bán lẻ rau', code: '4722' } },
        ],
      },
    };
    const today = Temporal.PlainDate.from('2026-11-23');
    const asked = summary(form, answers, { today, agencyName: 'UBND xã Hiệp Hòa', madeAt: 'xã Hiệp Hòa' });
    expect(prefillResult(certificate, filedAnswers(asked)).industries).toEqual([
      { name: 'Bán lẻ gạo', code: '4721', main: 'x' },
      { name: 'Bán lẻ rau', code: '4722', main: '' },
    ]);
  },
);
