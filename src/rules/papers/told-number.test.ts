// The number of a dossier as it is read out, typed without its signs, or pasted with the message around it.
import { describe, expect, test } from 'vitest';
import { spokenText, toldNumbers } from './index.ts';

describe('a number as it is told', () => {
  test.each<[string, readonly string[]]>([
    ['YC-C567X-7PPXS', ['YC-C567X-7PPXS']],
    ['YC–C567X–7PPXS', ['YC-C567X-7PPXS']],
    ['yc c567x 7ppxs', ['YC-C567X-7PPXS']],
    ['YCC567X7PPXS', ['YC-C567X-7PPXS']],
    ['C567X 7PPXS.', ['YC-C567X-7PPXS']],
    ['“YC-C567X-7PPXS”', ['YC-C567X-7PPXS']],
    ['Mã yêu cầu: YC-C567X-7PPXS', ['YC-C567X-7PPXS']],
    ['Mã hồ sơ: yc c567x 7ppxs', ['YC-C567X-7PPXS']],
    ['Số hồ sơ yc c567x 7ppxs', ['YC-C567X-7PPXS']],
    ['Số: yc c567x 7ppxs', ['YC-C567X-7PPXS']],
    ['C567X 7PPXS.”', ['YC-C567X-7PPXS']],
    ['Ho so YC-C567X-7PPXS cua N.V.An da nop.', ['YC-C567X-7PPXS']],
    ['H05.056-261123-00017', ['H05.056-261123-00017']],
    ['H05.056–261123–00017.', ['H05.056-261123-00017']],
    ['\u200bＨ０５．０５６-261123-00017', ['H05.056-261123-00017']],
    ['Ho so so H05.056-261123-00017 cua N.V.An', ['H05.056-261123-00017']],
    ['000.45.23.H02-230615-0007', ['000.45.23.H02-230615-0007']],
    ['H05. 056-261123-00017', ['H05.056-261123-00017']],
    [
      'H05056110-261123-00017',
      ['H05056110-261123-00017', 'H05.056.110-261123-00017', 'H05.05.61.10-261123-00017'],
    ],
    // It stands as it is written on paper: the letters in it are meant.
    ['H05.OI-261123-00017', ['H05.OI-261123-00017']],
    // Numbers of another writing, and of a day that is none, are looked for as they stand.
    ['H5.242-261123-00017', ['H5.242-261123-00017']],
    ['H05.056-261323-00017', ['H05.056-261323-00017']],
  ])('%s is %o', (text, numbers) => expect(toldNumbers(text)).toEqual(numbers));
  test.each(['h05 056 261123 00017', 'H0505626112300017', 'HO5.O56-261123-OOO17', 'Hl5.056-261123-ooo17'])(
    '%s is found among what it may be',
    (text) =>
      expect(toldNumbers(text)).toContain(
        text.startsWith('Hl') ? 'H15.056-261123-00017' : 'H05.056-261123-00017',
      ),
  );
  test.each([
    '',
    'Nguyễn Văn An',
    '0912 345 678',
    '024090001234',
    'khai sinh',
    'YC-C567X',
    'A'.repeat(500),
    '1'.repeat(60),
    'H05'.padEnd(45, '1'),
    'H0505626132300017',
  ])('“%s” is none', (text) => expect(toldNumbers(text)).toEqual([]));
  test('an order of nine digits is found without its dashes, and a day of eight', () => {
    expect(toldNumbers('H05056261123000000017')).toContain('H05.056-261123-000000017');
    expect(toldNumbers('G09 20 20260609 0092637')).toContain('G09.20-20260609-0092637');
  });
  test('sixty signs may be a number with too many dashes, more are a text', () => {
    const dashed = (signs: number) => `H05.056261123${'-'.repeat(signs - 18)}00017`;
    expect(toldNumbers(dashed(60))).toContain('H05.056-261123-00017');
    expect(toldNumbers(dashed(61))).toEqual([]);
  });
  test('a spoken code loses what people put between its signs', () =>
    expect(['ab2–3cd', ' AB 23 CD.', 'AB-23-CD'].map(spokenText)).toEqual(['AB23CD', 'AB23CD', 'AB23CD']));
});
