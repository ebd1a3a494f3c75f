// Fees as the circulars say them, one case a row, and what no fee may ever do.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../forms/index.ts';
import {
  type CatalogueFee,
  type FeeItem,
  type FixedItem,
  feeRuleFor,
  type QuoteContext,
  quote,
  quoteText,
  withDecidedAmounts,
} from './index.ts';

const online: QuoteContext = { channel: 'online', date: Temporal.PlainDate.from('2026-11-23') };
const counter: QuoteContext = { ...online, channel: 'counter' };
const procedures = JSON.parse(
  readFileSync(new URL('../../../db/seeds/reference/procedures.json', import.meta.url), 'utf8'),
).procedures as { code: string | null; fees: CatalogueFee[] }[];
const listed = (code: string) => feeRuleFor(code, procedures.find((each) => each.code === code)!.fees);
/** One decided amount, from the day the catalogue begins. */
const decide = (
  fee: string,
  amount: number,
  basis: string,
  from = '2021-01-01',
  to: string | null = null,
) => {
  return (asked: string) => (asked === fee ? [{ amount, basis, from, to }] : []);
};
const docs = (...rows: readonly (readonly [pages: number, copies: number])[]): Answers => ({
  docs: {
    next: rows.length + 1,
    rows: rows.map(([pages, copies], at) => ({
      id: `r${at + 1}`,
      answers: { title: `Tờ ${at + 1}`, pages, copies },
    })),
  },
});

describe('chứng thực bản sao (Thông tư 226/2016/TT-BTC)', () => {
  const rule = feeRuleFor('2.000815', []);
  test.each([
    ['one page, one copy', docs([1, 1]), 2000],
    ['two pages at 2.000 đ', docs([2, 1]), 4000],
    ['the third page at 1.000 đ', docs([3, 1]), 5000],
    ['five copies of three pages', docs([3, 5]), 25_000],
    ['198 pages reach the cap exactly', docs([198, 1]), 200_000],
    ['never above 200.000 đ a copy', docs([199, 1]), 200_000],
    ['the cap holds for each copy', docs([200, 3]), 600_000],
    ['each paper by itself', docs([1, 1], [3, 2]), 12_000],
    ['nothing answered yet', {}, 0],
  ])('%s', (_, answers, total) => expect(quote(rule, answers, online).total).toBe(total));

  test('each paper has its line with the basis, paid on return', () => {
    const { lines, when } = quote(rule, docs([3, 2]), online);
    expect(when).toBe('return');
    expect(lines).toEqual([
      {
        name: 'Phí chứng thực bản sao từ bản chính: Tờ 1 (3 trang)',
        quantity: 2,
        unitAmount: 5000,
        amount: 10_000,
        basis: 'Thông tư 226/2016/TT-BTC',
      },
    ]);
  });

  test('never negative, whole đồng, and more copies or pages never cost less', () => {
    const count = fc.integer({ min: -5, max: 500 });
    fc.assert(
      fc.property(count, count, fc.nat(20), fc.nat(20), (pages, copies, morePages, moreCopies) => {
        const less = quote(rule, docs([pages, copies]), online).total;
        const more = quote(rule, docs([pages + morePages, copies + moreCopies]), online).total;
        expect(Number.isSafeInteger(less) && less >= 0).toBe(true);
        expect(more).toBeGreaterThanOrEqual(less);
      }),
    );
  });
});

describe('khai sinh', () => {
  const rule = feeRuleFor('1.001193', []);
  test.each([
    ['on time, no copies (Điều 11 Luật Hộ tịch)', { 'child.birthDate': '2026-11-01' }, 0, 'free', false],
    ['on the 60th day', { 'child.birthDate': '2026-09-24' }, 0, 'free', false],
    ['on the 61st day: the council decides', { 'child.birthDate': '2026-09-23' }, 0, 'reception', true],
    [
      'three copies (TT 281/2016: 8.000 đ/bản)',
      { 'child.birthDate': '2026-11-01', 'copies.want': 'yes', 'copies.count': 3 },
      24_000,
      'reception',
      false,
    ],
    [
      'a count left behind by "no copies"',
      { 'child.birthDate': '2026-11-01', 'copies.want': 'no', 'copies.count': 3 },
      0,
      'free',
      false,
    ],
  ])('%s', (_, answers: Answers, total, when, open) => {
    const quoted = quote(rule, answers, online);
    expect([quoted.total, quoted.when, quoted.undecided !== undefined]).toEqual([total, when, open]);
  });
});

describe('from the catalogue', () => {
  test('an amount that the council has not decided is announced by the agency', () => {
    const quoted = quote(listed('1.001612'), {}, online);
    expect(quoted.total).toBe(0);
    expect(quoted.when).toBe('reception');
    expect(quoted.undecided).toContain('Hội đồng nhân dân tỉnh');
  });

  test('the agency’s own configuration decides it', () => {
    const decided = decide('Lệ phí đăng ký hộ kinh doanh', 100_000, 'Nghị quyết của HĐND tỉnh');
    const quoted = quote(withDecidedAmounts(listed('1.001612'), decided), {}, online);
    expect(quoted.lines).toEqual([
      {
        name: 'Lệ phí đăng ký hộ kinh doanh',
        quantity: 1,
        unitAmount: 100_000,
        amount: 100_000,
        basis: 'Nghị quyết của HĐND tỉnh',
      },
    ]);
    expect(quoted.undecided).toBeUndefined();
  });

  test.each([
    ['2026-06-30', undefined],
    ['2026-07-01', 70_000],
    ['2026-12-31', 70_000],
    ['2027-01-01', 90_000],
    ['2028-01-01', undefined],
  ])('a council decides from a day to a day: %s', (on, amount) => {
    const of = [
      { amount: 90_000, basis: 'Nghị quyết 2', from: '2027-01-01', to: '2028-01-01' },
      { amount: 70_000, basis: 'Nghị quyết 1', from: '2026-07-01', to: '2027-01-01' },
    ];
    const rule = withDecidedAmounts(listed('1.001612'), () => of);
    const quoted = quote(rule, {}, { ...online, date: Temporal.PlainDate.from(on) });
    expect(quoted.lines[0]?.amount).toBe(amount);
    expect(quoted.undecided === undefined).toBe(amount !== undefined);
  });

  test('the agency does not overrule a circular', () => {
    const decided = decide('Phí chứng thực chữ ký', 1, '?');
    expect(quote(withDecidedAmounts(listed('2.000884'), decided), {}, online).total).toBe(10_000);
  });

  test.each([
    ['online', online, 10_000],
    ['at the counter', counter, 20_000],
  ])('thường trú %s (TT 75/2022/TT-BTC)', (_, ctx, total) => {
    expect(quote(listed('1.004222'), {}, ctx).total).toBe(total);
  });

  test('a fee by the page stays open where the form does not ask the pages', () => {
    const quoted = quote(listed('2.000942'), {}, online);
    expect(quoted.total).toBe(0);
    expect(quoted.undecided).toContain('2.000 đ mỗi trang');
  });

  test('khai tử on time is free', () => expect(quote(listed('1.000656'), {}, online).when).toBe('free'));
  test('no fee at all is free', () =>
    expect(quote(feeRuleFor('x', []), {}, online)).toEqual({ lines: [], total: 0, when: 'free' }));

  test('a tariff holds from its first day to the day before its last', () => {
    const rule = feeRuleFor('x', [{ name: 'Phí', amountVnd: 5, unit: 'lần' }]);
    const dated = {
      ...rule,
      items: rule.items.map((item) => ({ ...item, validFrom: '2026-01-01', validTo: '2026-02-01' })),
    };
    const on = (day: string) => quote(dated, {}, { ...online, date: Temporal.PlainDate.from(day) }).total;
    expect([on('2025-12-31'), on('2026-01-01'), on('2026-01-31'), on('2026-02-01')]).toEqual([0, 5, 5, 0]);
  });
});

test.each([
  ['a sum', quote(feeRuleFor('2.000815', []), docs([3, 2]), online), '10.000 đ'],
  ['nothing to pay', quote(feeRuleFor('x', []), {}, online), 'Không mất phí'],
])('%s in words', (_, quoted, text) => expect(quoteText(quoted)).toBe(text));

describe('a fee that is partly open', () => {
  const open = { kind: 'perUnit', name: 'Phí bản sao', basis: 'NQ', amount: null, count: 'n' } as const;
  const fixed = { kind: 'fixed', name: 'Lệ phí', basis: 'TT', amount: 5000 } as const;
  const said = (items: FeeItem[], answers: Answers) =>
    quoteText(quote({ when: 'reception', items }, answers, online));
  const ANNOUNCED =
    'Phí bản sao: mức thu do Hội đồng nhân dân tỉnh quy định, cơ quan giải quyết sẽ thông báo.';

  test.each([
    ['only the open part is asked', [open], { n: 1 }, ANNOUNCED],
    ['what is decided stands before it', [fixed, open], { n: 1 }, `5.000 đ. ${ANNOUNCED}`],
    ['nothing is open that was not asked for', [fixed, open], { n: 0 }, '5.000 đ'],
    ['nothing asked, nothing to pay', [open], {}, 'Không mất phí'],
  ] as const)('%s', (_, items, answers, text) => expect(said([...items], answers)).toBe(text));

  test('no more is billed than a form may ask', () => {
    const each = { ...open, amount: 1 };
    const total = (n: unknown) => quote({ when: 'return', items: [each] }, { n } as Answers, online).total;
    expect([total(100_000), total(100_001), total(0.5), total(-1), total('3')]).toEqual([
      100_000, 100_000, 0, 0, 0,
    ]);
  });
});

describe('what the agency decides', () => {
  test('an amount for a name fills what is open, and never what is counted by pages', () => {
    const pages = feeRuleFor('2.000815', []);
    const name = pages.items[0]!.name;
    const decided = (fee: string) =>
      fee === name ? [{ amount: 1, basis: '?', from: '2026-01-01', to: null }] : [];
    expect(withDecidedAmounts(pages, decided)).toEqual(pages);
    expect(withDecidedAmounts(listed('1.001612'), decided)).toEqual(listed('1.001612'));
  });
});

describe('a line of the catalogue', () => {
  const item = (fee: Partial<CatalogueFee>) =>
    feeRuleFor('x', [{ name: 'Phí', amountVnd: 2000, unit: 'lần', ...fee }]).items[0];

  test.each([
    ['the basis as the catalogue has it', { note: 'TT 226' }, 'TT 226'],
    ['the catalogue itself where it has none', { note: null }, 'Theo danh mục thủ tục hành chính'],
  ])('%s', (_, fee, basis) => expect(item(fee)).toMatchObject({ basis, amount: 2000 }));

  test.each([
    ['by the page', { unit: 'trang' }, null],
    ['free by the page is free', { unit: 'trang', amountVnd: 0 }, 0],
    ['open by the page stays open', { unit: 'bản', amountVnd: null }, null],
    ['once', { unit: 'hồ sơ' }, 2000],
  ])('%s', (_, fee: Partial<CatalogueFee>, amount) => {
    const { openBecause, ...rest } = item(fee) as FixedItem;
    expect(rest.amount).toBe(amount);
    expect(openBecause !== undefined).toBe(amount === null && fee.amountVnd !== null);
  });

  test.each([
    ['Lệ phí – trực tuyến', ['online']],
    ['Lệ phí – trực tiếp', ['counter', 'post']],
    ['Lệ phí nộp trực tuyến hoặc trực tiếp', ['counter', 'post']],
    ['Lệ phí trực tuyến (một phần)', undefined],
    ['Lệ phí trực tiếp (một phần)', undefined],
    ['Lệ phí', undefined],
  ])('%s: %j', (name, channels) => expect(item({ name })?.channels).toEqual(channels));
});
