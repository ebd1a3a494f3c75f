// The tariffs that circulars fix for the whole country, and the rule read from a procedure's own fee list for all others.
import { formatMoney } from '../kernel/index.ts';
import type { FeeChannel, FeeItem, FeeRule } from './quote.ts';

/** Birth is registered on time within this many days (Điều 15 Luật Hộ tịch 60/2014/QH13). */
const BIRTH_ON_TIME_DAYS = 60;

const COPY_OF_ORIGINAL: FeeRule = {
  when: 'return',
  items: [
    {
      kind: 'pages',
      name: 'Phí chứng thực bản sao từ bản chính',
      basis: 'Thông tư 226/2016/TT-BTC',
      rows: 'docs',
      title: 'title',
      pages: 'pages',
      copies: 'copies',
      tiers: [{ upTo: 2, amount: 2000 }, { amount: 1000 }],
      capPerCopy: 200_000,
    },
  ],
};

const BIRTH: FeeRule = {
  when: 'reception',
  items: [
    {
      kind: 'fixed',
      name: 'Lệ phí đăng ký khai sinh đúng hạn',
      basis: 'Điều 11 Luật Hộ tịch 60/2014/QH13',
      amount: 0,
      when: { not: { field: 'child.birthDate', olderThanDays: BIRTH_ON_TIME_DAYS } },
    },
    {
      kind: 'fixed',
      name: 'Lệ phí đăng ký khai sinh quá hạn',
      basis: 'Nghị quyết của HĐND tỉnh theo Thông tư 85/2019/TT-BTC',
      amount: null,
      when: { field: 'child.birthDate', olderThanDays: BIRTH_ON_TIME_DAYS },
    },
    {
      kind: 'perUnit',
      name: 'Phí cấp bản sao trích lục khai sinh',
      basis: 'Thông tư 281/2016/TT-BTC',
      amount: 8000,
      count: 'copies.count',
      when: { field: 'copies.want', equals: 'yes' },
    },
  ],
};

/** Rules for procedures whose fee depends on the answers. */
const OWN_RULES: Readonly<Record<string, FeeRule>> = { '1.001193': BIRTH, '2.000815': COPY_OF_ORIGINAL };

/** Fees by the page or by the copy stay open where the form does not ask how many. */
const COUNTED_UNITS: ReadonlySet<string> = new Set(['trang', 'bản']);

/** A fee as the catalogue lists it; a null amount is set by the province's council. */
export interface CatalogueFee {
  readonly name: string;
  readonly amountVnd: number | null;
  readonly unit: string;
  readonly note?: string | null;
}

/**
 * The fee rule of a procedure: its own where the amount depends on the answers, else one line for each fee of the
 * catalogue. A fee named "– trực tiếp" or "– trực tuyến" is asked in that channel only.
 */
export function feeRuleFor(code: string, fees: readonly CatalogueFee[]): FeeRule {
  return OWN_RULES[code] ?? { when: 'reception', items: fees.map(itemOf) };
}

function itemOf({ name, amountVnd, unit, note }: CatalogueFee): FeeItem {
  const channels = channelsOf(name);
  const basis = note ?? 'Theo danh mục thủ tục hành chính';
  const counted = amountVnd !== null && amountVnd > 0 && COUNTED_UNITS.has(unit);
  return {
    kind: 'fixed',
    name,
    amount: counted ? null : amountVnd,
    basis,
    ...(counted && {
      openBecause: `${name}: ${formatMoney(amountVnd)} mỗi ${unit}, cơ quan tính theo số ${unit} thực tế.`,
    }),
    ...(channels && { channels }),
  };
}

function channelsOf(name: string): readonly FeeChannel[] | undefined {
  if (/trực tuyến$/iu.test(name)) return ['online'];
  return /trực tiếp$/iu.test(name) ? ['counter', 'post'] : undefined;
}
