// Each paper as people write it, right and wrong; the rows follow the code tables of the one-stop rules.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CheckContext,
  check,
  formatPartialDate,
  isMobile,
  normalizePhone,
  PAPER_KINDS,
  type PaperKind,
  parseDossierNumber,
  parsePartialDate,
  partialDateIso,
  readPersonalNumber,
  taxCheckDigit,
} from './index.ts';

type Row = [kind: PaperKind, text: string, ok: true | false | 'warn', out: string | null, ctx?: CheckContext];

const today = '2026-11-23';

const PEOPLE: readonly Row[] = [
  ['cccd', '024087001234', true, '024087001234'],
  ['cccd', ' 024 087 001 234 ', true, '024087001234'],
  ['cccd', '024.087.001-234', true, '024087001234'],
  ['cccd', '０２４０８７００１２３４', true, '024087001234'],
  ['cccd', '024087001234', true, '024087001234', { sex: 'nam', birthYear: 1987, today }],
  ['cccd', '024187001234', true, '024187001234', { sex: 'Nữ', birthYear: 1987, today }],
  ['cccd', '024187001234', true, '024187001234', { sex: 'nữ'.normalize('NFD'), today }],
  ['cccd', '027215000123', true, '027215000123', { sex: 'male', birthYear: 2015, today }],
  ['cccd', '024087001234', 'warn', '024087001234', { sex: 'nữ' }],
  ...['nam', ' Nam ', 'male', 'M'].map(
    (sex): Row => ['cccd', '024187001234', 'warn', '024187001234', { sex }],
  ),
  ...['nữ', 'Nu', 'female', 'F'].map((sex): Row => ['cccd', '024087001234', 'warn', '024087001234', { sex }]),
  ['cccd', '024226001234', true, '024226001234', { today }],
  ['cccd', '024087001234', 'warn', '024087001234', { birthYear: 1988 }],
  ['cccd', '024287001234', 'warn', '024287001234', { today }],
  ['cccd', '024287001234', true, '024287001234'],
  ['cccd', '024087001234', true, '024087001234', { sex: 'khác' }],
  ['cccd', '999087001234', 'warn', '999087001234'],
  ['cccd', '003087001234', 'warn', '003087001234'],
  ['cccd', '', false, null],
  ['cccd', '   ', false, null],
  ['cccd', '123456789', false, null],
  ['cccd', '02408700123', false, null],
  ['cccd', '0240870012345', false, null],
  ['cccd', '02408700123a', false, null],
  ['cccd', '0240870O1234', false, null],
  ['cccd', '024087001234😀', false, null],
  ['cccd', '024087\u200b001234', true, '024087001234'],
  ['cccd', '024087\u0000001234', true, '024087001234'],
  ['cccd', '024–087\u2011001\u2212234', true, '024087001234'],
  ['cccd', '\ufeff024\u202f087\u2007001\u3000234\u200e', true, '024087001234'],
  ['cccd', '٠٢٤٠٨٧٠٠١٢٣٤', false, null],
  ['cccd', '-024087001234', true, '024087001234'],
  ['cmnd', '121234567', 'warn', '121234567'],
  ['cmnd', '121 234 567', 'warn', '121234567', { today }],
  ['cmnd', '121234567', true, '121234567', { today: '2023-05-15' }],
  ['cmnd', '121234567', true, '121234567', { today: '2024-12-31' }],
  ['cmnd', '121234567', 'warn', '121234567', { today: '2025-01-01' }],
  ['cmnd', '12123456', false, null],
  ['cmnd', '024087001234', false, null],
  ['cmnd', '12123456x', false, null],
  ['cmnd', 'x12123456', false, null],
  ['cmnd', '', false, null],
  ['bhxh', '2412345678', true, '2412345678'],
  ['bhxh', '24 1234 5678', true, '2412345678'],
  ['bhxh', '024087001234', true, '024087001234'],
  ['bhxh', '024087001234', 'warn', '024087001234', { sex: 'nữ' }],
  ['bhxh', '241234567', false, null],
  ['bhxh', 'x241234567', false, null],
  ['bhxh', 'GD4241234567890', false, null],
];

const TAX: readonly Row[] = [
  ['taxCode', '0100109106', true, '0100109106'],
  ['taxCode', '0100 109 106', true, '0100109106'],
  ['taxCode', '0100109107', false, null],
  ['taxCode', '0100109106-001', true, '0100109106-001'],
  ['taxCode', '0100109106001', true, '0100109106-001'],
  ['taxCode', '0100109106–001', true, '0100109106-001'],
  ['taxCode', '0100109107-001', false, null],
  ['taxCode', '0100109106-000', false, null],
  ['taxCode', '024087001234', true, '024087001234'],
  ['taxCode', '024087001234', 'warn', '024087001234', { birthYear: 1990 }],
  ['taxCode', '01001091', false, null],
  ['taxCode', '0100109106-0011', false, null],
  ['taxCode', '01001O9106', false, null],
  ['taxCode', '', false, null],
];

const PHONES: readonly Row[] = [
  ['phone', '0912345678', true, '+84912345678'],
  ['phone', '0912.345.678', true, '+84912345678'],
  ['phone', '0912 345-678', true, '+84912345678'],
  ['phone', '+84 912 345 678', true, '+84912345678'],
  ['phone', '84912345678', true, '+84912345678'],
  ['phone', '(+84) 912 345 678', true, '+84912345678'],
  ['phone', '０９１２３４５６７８', true, '+84912345678'],
  ['phone', '0559999999', true, '+84559999999'],
  ['phone', '0879999999', true, '+84879999999'],
  ['phone', '0821234088', true, '+84821234088'],
  ['phone', '0319999999', false, null],
  ['phone', '0579999999', false, null],
  ['phone', '0719999999', false, null],
  ['phone', '0809999999', false, null],
  ['phone', '0959999999', false, null],
  ['phone', '091234567', false, null],
  ['phone', '09123456789', false, null],
  ['phone', '01234567890', false, null],
  ['phone', '912345678', false, null],
  ['phone', '+84 0912345678', true, '+84912345678'],
  ['phone', '+84 (0)912 345 678', true, '+84912345678'],
  ['phone', '+84(0) 912.345.678', true, '+84912345678'],
  ['phone', '0084 912 345 678', true, '+84912345678'],
  ['phone', '0912\u2013345\u2013678', true, '+84912345678'],
  ['phone', '0912/345/678', true, '+84912345678'],
  ['phone', '\u202a0912\u00a0345\u00a0678\u202c', true, '+84912345678'],
  ['phone', 'tel:+84912345678', true, '+84912345678'],
  ['phone', 'ĐT: 0912 345 678', true, '+84912345678'],
  ['phone', 'ĐT : 0912 345 678', true, '+84912345678'],
  ['phone', 'ĐT.: 0912 345 678', true, '+84912345678'],
  ['phone', '0912 ĐT: 345 678', false, null],
  ['phone', '084912345678', false, null],
  ['phone', '0084 24 3826 1234', 'warn', '+842438261234'],
  ['phone', '+1 212 555 0100', false, null],
  ['phone', '091234567a', false, null],
  ['phone', '0912345678📱', false, null],
  ['phone', '', false, null],
  ['phone', '024 3826 1234', 'warn', '+842438261234'],
  ['phone', '84 24 3826 1234', 'warn', '+842438261234'],
  ['phone', '9 024 3826 1234', false, null],
  ['phone', '024 3826 12345', false, null],
  ['phone', '0204 385 4321', 'warn', '+842043854321'],
];

const NAMES: readonly Row[] = [
  ['name', 'Nguyễn Văn An', true, 'Nguyễn Văn An'],
  ['name', 'Nguyễn Văn An'.normalize('NFD'), true, 'Nguyễn Văn An'],
  ['name', '  Nguyễn   Văn\u00a0An ', true, 'Nguyễn Văn An'],
  ['name', 'NGUYỄN VĂN AN', true, 'NGUYỄN VĂN AN'],
  ['name', 'An', true, 'An'],
  ['name', 'Hoà', true, 'Hoà'],
  ['name', "Ksor H'Blâm", true, "Ksor H'Blâm"],
  ['name', 'Ksor H’Blâm', true, "Ksor H'Blâm"],
  ['name', 'Tôn-Thất Bình', true, 'Tôn-Thất Bình'],
  ['name', 'Ðặng Thị Chi', true, 'Đặng Thị Chi'],
  ['name', 'Zơ Râm Wơn', true, 'Zơ Râm Wơn'],
  ['name', 'Müller An', 'warn', 'Müller An'],
  ['name', 'Y Bhĭu', true, 'Y Bhĭu'],
  ['name', 'Y Moan Ê̆ban', true, 'Y Moan Ê̆ban'],
  ['name', 'Y MOAN Ê̆BAN', true, 'Y MOAN Ê̆BAN'],
  ['name', 'Y Moan Ê̆ban'.normalize('NFD'), true, 'Y Moan Ê̆ban'],
  ['name', 'H’Lơ̆k Bư̆ Ƀăn', true, "H'Lơ̆k Bư̆ Ƀăn"],
  ['name', 'K\u02bcBrơi', true, "K'Brơi"],
  ['name', 'NGUYỄN VĂN AN JR.', true, 'NGUYỄN VĂN AN JR.'],
  ['name', 'Nguyễn Văn An Jr', true, 'Nguyễn Văn An Jr'],
  ['name', 'Nguyễn V. An', 'warn', 'Nguyễn V. An'],
  ['name', 'Nguyễn Jr. An', 'warn', 'Nguyễn Jr. An'],
  ['name', 'Nguyễn Văn An.', 'warn', 'Nguyễn Văn An.'],
  ['name', '. An', false, null],
  ['name', 'An..', false, null],
  ['name', `A${'\u0306'.repeat(4)}n`, false, null],
  ['name', '\u0306An', false, null],
  ['name', 'Ｎｇｕｙễｎ\u3000Ｖăｎ\u3000Ａｎ', true, 'Nguyễn Văn An'],
  ['name', `${'An '.repeat(33)}A`, true, `${'An '.repeat(33)}A`],
  ['name', 'A'.repeat(101), false, null],
  ['name', 'Nguyễn Văn 4n', false, null],
  ['name', 'Nguyễn Văn An 😀', false, null],
  ['name', 'Nguyễn\u0007 An', true, 'Nguyễn An'],
  ['name', 'Nguyễn \u202eAn', true, 'Nguyễn An'],
  ['name', 'Nguyễn\nAn', true, 'Nguyễn An'],
  ['name', 'Nguyễn \ud83dAn', true, 'Nguyễn An'],
  ['name', 'Нгуен Ван', false, null],
  ['name', '阮文安', false, null],
  ['name', '<b>An</b>', false, null],
  ['name', "An'; --", false, null],
  ['name', 'An--Bình', false, null],
  ['name', '- An', false, null],
  ['name', 'An -', false, null],
  ['name', 'Nguyễn Văn Ⅷ', false, null],
  ['name', '', false, null],
];

const DATES: readonly Row[] = [
  ['partialDate', '03/05/1950', true, '1950-05-03'],
  ['partialDate', '3/5/1950', true, '1950-05-03'],
  ['partialDate', '03-05-1950', true, '1950-05-03'],
  ['partialDate', '03.05.1950', true, '1950-05-03'],
  ['partialDate', ' 03 / 05 / 1950 ', true, '1950-05-03'],
  ['partialDate', '０３/０５/１９５０', true, '1950-05-03'],
  ['partialDate', '1950-05-03', true, '1950-05-03'],
  ['partialDate', '05/1950', true, '1950-05'],
  ['partialDate', '1950-05', true, '1950-05'],
  ['partialDate', '1950', true, '1950'],
  ['partialDate', '00/00/1950', true, '1950'],
  ['partialDate', '00/05/1950', true, '1950-05'],
  ['partialDate', '00/1950', true, '1950'],
  ['partialDate', '__/__/1950', true, '1950'],
  ['partialDate', '--/05/1950', true, '1950-05'],
  ['partialDate', '15/00/1950', false, null],
  ['partialDate', '29/02/2024', true, '2024-02-29'],
  ['partialDate', '29/02/2000', true, '2000-02-29'],
  ['partialDate', '29/02/2023', false, null],
  ['partialDate', '29/02/1900', false, null],
  ['partialDate', '31/04/2020', false, null],
  ['partialDate', '32/01/2020', false, null],
  ['partialDate', '01/13/2020', false, null],
  ['partialDate', '13/2020', false, null],
  ['partialDate', '03/05/50', true, '1950-05-03', { today }],
  ['partialDate', '15.8.55', true, '1955-08-15'],
  ['partialDate', '15.8.05', 'warn', '2005-08-15', { today }],
  ['partialDate', '15.8.00', 'warn', '2000-08-15', { today }],
  ['partialDate', '1.1.26', 'warn', '2026-01-01', { today }],
  ['partialDate', '1.1.49', 'warn', '2049-01-01'],
  ['partialDate', '1.1.50', true, '1950-01-01'],
  ['partialDate', '1800', true, '1800'],
  ['partialDate', '1799', false, null],
  ['partialDate', '2199', true, '2199'],
  ['partialDate', '2200', false, null],
  ['partialDate', '1.1.27', true, '1927-01-01', { today }],
  ['partialDate', '03051950', true, '1950-05-03'],
  ['partialDate', '150855', true, '1955-08-15'],
  ['partialDate', '081955', true, '1955-08'],
  ['partialDate', '15 8 1955', true, '1955-08-15'],
  ['partialDate', '15–08–1955', true, '1955-08-15'],
  ['partialDate', '15/8/1955.', true, '1955-08-15'],
  ['partialDate', 'ngày 15 tháng 8 năm 1955', true, '1955-08-15'],
  ['partialDate', 'Ngày 15, tháng 8, năm 1955', true, '1955-08-15'],
  ['partialDate', 'ngày mười lăm tháng tám năm một nghìn chín trăm năm mươi lăm', true, '1955-08-15'],
  ['partialDate', 'ngày hai mươi mốt tháng mười hai năm một chín sáu tư', true, '1964-12-21'],
  ['partialDate', 'ngày hai lăm tháng tư năm hai nghìn không trăm linh năm', true, '2005-04-25'],
  ['partialDate', 'ngày năm tháng năm năm một chín bảy năm', true, '1975-05-05'],
  ['partialDate', 'tháng 8 năm 1955', true, '1955-08'],
  ['partialDate', 'tháng năm năm 1975', true, '1975-05'],
  ['partialDate', 'năm 1955', true, '1955'],
  ['partialDate', 'sinh năm 1955', true, '1955'],
  ['partialDate', 'Năm 1955, .', true, '1955'],
  ['partialDate', '15 August 1955', true, '1955-08-15'],
  ['partialDate', 'Aug 15, 1955', true, '1955-08-15'],
  // Days of the moon's calendar are not guessed.
  ['partialDate', 'rằm tháng tám năm 1955', false, null],
  ['partialDate', 'ngày 1e1 tháng 8 năm 1955', false, null],
  ['partialDate', 'năm 19551', false, null],
  ['partialDate', 'mùng 5 tháng giêng năm 1960', false, null],
  ['partialDate', 'ngày ba mươi hai tháng tám năm 1955', false, null],
  ['partialDate', '31021955', false, null],
  ...['103051950', '030519501', '1150855', '1508551'].map((text): Row => ['partialDate', text, false, null]),
  ['partialDate', 'ngày mười lăm', false, null],
  ['partialDate', '0000', false, null],
  ['partialDate', '1950-5-3', false, null],
  ['partialDate', '03/05/1950x', false, null],
  ['partialDate', '-1950', false, null],
  ['partialDate', 'hôm nay', false, null],
  ['partialDate', '', false, null],
  ['partialDate', '23/11/2026', true, '2026-11-23', { today }],
  ['partialDate', '24/11/2026', 'warn', '2026-11-24', { today }],
  ['partialDate', '2026', true, '2026', { today }],
  ['partialDate', '2027', 'warn', '2027', { today }],
];

const CODES: readonly Row[] = [
  ['agencyCode', '000.00.01.H22', true, '000.00.01.H22'],
  ['agencyCode', '000.00.04.G18', true, '000.00.04.G18'],
  ['agencyCode', 'H55.242', true, 'H55.242'],
  ['agencyCode', 'G09.20', true, 'G09.20'],
  ['agencyCode', ' h55.242 ', true, 'H55.242'],
  ['agencyCode', 'H02', true, 'H02'],
  ['agencyCode', 'H55.242.10.AB.12.34', true, 'H55.242.10.AB.12.34'],
  ['agencyCode', 'H55.242.10.AB.12.34.56', false, null],
  ['agencyCode', '.......', false, null],
  ['agencyCode', 'H55.', false, null],
  ['agencyCode', 'H55.2', false, null],
  ['agencyCode', 'H5.242', false, null],
  ['agencyCode', 'X000.00.01.H22', false, null],
  ['agencyCode', '000.00.01.H223', false, null],
  ['agencyCode', '00.00.01.H22', false, null],
  ['agencyCode', '', false, null],
  ['dossierNumber', '000.45.23.H02-230615-0007', true, '000.45.23.H02-230615-0007'],
  ['dossierNumber', 'G09.20-20260609-0092637', true, 'G09.20-20260609-0092637'],
  ['dossierNumber', 'H01.23-251122-00017', true, 'H01.23-251122-00017'],
  ['dossierNumber', ' g09.20 – 20260609 – 0092637 ', true, 'G09.20-20260609-0092637'],
  ['dossierNumber', '000.45.23.H02-240229-0007', true, '000.45.23.H02-240229-0007'],
  ['dossierNumber', '000.45.23.H02-230229-0007', false, null],
  ['dossierNumber', '000.45.23.H02-231315-0007', false, null],
  ['dossierNumber', 'G09.20-20261309-0092637', false, null],
  ['dossierNumber', 'G09.20-20260631-0092637', false, null],
  ['dossierNumber', 'G09.20-20260600-0092637', false, null],
  ['dossierNumber', 'G09.20-20260031-0092637', false, null],
  ['dossierNumber', 'G09.20-20260101-0092637', true, 'G09.20-20260101-0092637'],
  ['dossierNumber', 'G09.20-20261231-0092637', true, 'G09.20-20261231-0092637'],
  ['dossierNumber', 'G09.20-20000101-0092637', true, 'G09.20-20000101-0092637'],
  ['dossierNumber', 'G09.20-19991231-0092637', false, null],
  ['dossierNumber', 'H05. 056-261123-00017', true, 'H05.056-261123-00017'],
  ['dossierNumber', '.......-230615-0007', false, null],
  ['dossierNumber', '000.45.23.H02-230615-007', false, null],
  ['dossierNumber', '000.45.23.H02-230615-1234567890', false, null],
  ['dossierNumber', '000.45.23.H02-2306150-0007', false, null],
  ['dossierNumber', '000.45.23.H02_230615_0007', false, null],
  ['dossierNumber', 'HO5.O56-261123-OOO17.', false, null],
  ['dossierNumber', 'H05056 – 261123 – 00017.', true, 'H05.056-261123-00017'],
  ['dossierNumber', 'Mã hồ sơ: H05.056-261123-00017', true, 'H05.056-261123-00017'],
  ['dossierNumber', '', false, null],
  ['procedureCode', '1.001193', true, '1.001193'],
  ['procedureCode', '2.000815.000.00.00.H55', true, '2.000815.000.00.00.H55'],
  ['procedureCode', '1.000948.h38', true, '1.000948.H38'],
  ['procedureCode', '2.000815.000.00.00.H55.02', false, null],
  ['procedureCode', '2.000815.02', false, null],
  ['procedureCode', '1.00119', false, null],
  ['procedureCode', '10.001193', false, null],
  ['procedureCode', '10.001193.H38', false, null],
  ['procedureCode', '1001193', false, null],
  ['procedureCode', '', false, null],
];

/** Of 254 characters, the most that are carried. */
const LONGEST_EMAIL = `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(58)}.vn`;

const EMAILS: readonly Row[] = [
  ['email', 'an@vidu.vn', true, 'an@vidu.vn'],
  ['email', ' An.Nguyen+xa@Mail.ViDu.VN ', true, 'An.Nguyen+xa@mail.vidu.vn'],
  ['email', 'an @gmail.com', true, 'an@gmail.com'],
  ['email', 'mailto:an@gmail.com', true, 'an@gmail.com'],
  ['email', 'an@gmail.com.', true, 'an@gmail.com'],
  ['email', 'an@mail.test.vn', true, 'an@mail.test.vn'],
  ['email', '"<an@gmail.com>",', true, 'an@gmail.com'],
  ['email', LONGEST_EMAIL, true, LONGEST_EMAIL],
  ['email', '\u200ban＠gmail.com', true, 'an@gmail.com'],
  ['email', "o'neil@vidu.vn", true, "o'neil@vidu.vn"],
  ['email', `${'a'.repeat(64)}@vidu.vn`, true, `${'a'.repeat(64)}@vidu.vn`],
  ...[
    'an',
    '@vidu.vn',
    'an@',
    'an@vidu',
    'an@vidu.v',
    'an@vidu..vn',
    'an@.vidu.vn',
    'an@-vidu.vn',
    'an@vidu-.vn',
    'an@vidu.1',
    'an@192.168.1.1',
    'an@localhost',
    'an@may.local',
    '.an@vidu.vn',
    'an.@vidu.vn',
    'a..n@vidu.vn',
    'an@b@vidu.vn',
    'an@gmail,com',
    'An mailto:an@vidu.vn',
    `${LONGEST_EMAIL}m`,
    'nguyễn@vidu.vn',
    'an@viđu.vn',
    'an@vidu.vn, bình@vidu.vn',
    'An <an@vidu.vn>',
    '"an b"@vidu.vn',
    'an;b@vidu.vn',
    'an\u0000@vidu',
    `${'a'.repeat(65)}@vidu.vn`,
    `an@${'a'.repeat(64)}.vn`,
    `an@${'abcdefghi.'.repeat(26)}vn`,
    '',
  ].map((text): Row => ['email', text, false, null]),
];

describe.each([
  ['e-mail addresses', EMAILS],
  ['numbers of people', PEOPLE],
  ['tax codes', TAX],
  ['telephones', PHONES],
  ['names', NAMES],
  ['partial dates', DATES],
  ['codes of the one-stop system', CODES],
])('%s', (_group, rows) => {
  test.each<Row>(rows)('%s "%s" → %s', (kind, text, ok, out, context) => {
    const result = check(kind, text, context);
    expect({ ok: result.ok, out: result.out }).toEqual({ ok, out });
    expect(result.why).toMatch(/^\p{Lu}.*\.$/u);
  });
});

test('the personal number tells sex and year by century: 0/1 for 19xx up to 8/9 for 23xx', () => {
  const told = Array.from({ length: 10 }, (_, digit) => readPersonalNumber(`024${digit}05000001`));
  expect(told.map((facts) => `${facts?.sex} ${facts?.birthYear}`)).toEqual([
    'nam 1905',
    'nữ 1905',
    'nam 2005',
    'nữ 2005',
    'nam 2105',
    'nữ 2105',
    'nam 2205',
    'nữ 2205',
    'nam 2305',
    'nữ 2305',
  ]);
});

describe('the check digit of tax codes', () => {
  test('0100109106: Σ = 114, 114 mod 11 = 4, digit 6', () => {
    expect(taxCheckDigit('010010910')).toBe(6);
  });

  test('accepts one last digit of ten, and only doubts where none fits', () => {
    const nine = fc.integer({ min: 0, max: 999_999_999 }).map((n) => String(n).padStart(9, '0'));
    fc.assert(
      fc.property(nine, (digits) => {
        const answers = Array.from({ length: 10 }, (_, last) => check('taxCode', digits + last).ok);
        const fits = answers.filter((ok) => ok === true).length;
        const doubts = answers.filter((ok) => ok === 'warn').length;
        expect([fits, doubts]).toEqual(taxCheckDigit(digits) === 10 ? [0, 10] : [1, 0]);
      }),
    );
  });
});

test('a date is shown as precisely as it is known', () => {
  const shown = ['1950', '05/1950', '3/5/1950', '00/00/1950'].map((text) => {
    const date = parsePartialDate(text);
    return date && formatPartialDate(date);
  });
  expect(shown).toEqual(['1950', '05/1950', '03/05/1950', '1950']);
  expect(parsePartialDate('30/02/1950')).toBeNull();
});

test('telephones: one form to store, one question for the one-time code', () => {
  expect(normalizePhone('0912 345 678')).toBe('+84912345678');
  expect(normalizePhone('mẹ tôi')).toBeNull();
  expect([isMobile('+84912345678'), isMobile('024 3826 1234')]).toEqual([true, false]);
});

test('a dossier number gives its agency, day and order', () => {
  const parts = parseDossierNumber('000.45.23.H02-230615-0007');
  expect(`${parts?.agency} ${parts?.date} ${parts?.sequence}`).toBe('000.45.23.H02 2023-06-15 0007');
});

describe('whatever is typed', () => {
  const kind = fc.constantFrom(...PAPER_KINDS);
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0123456789 .-/HG+ăĐ\n\u200b'), maxLength: 40 }),
  );

  test('an answer comes, never an exception; what is accepted is accepted again as it was written', () => {
    fc.assert(
      fc.property(kind, typed, (which, text) => {
        const first = check(which, text, { today });
        if (first.ok === false) expect(first.out).toBeNull();
        else expect(check(which, first.out, { today })).toEqual(first);
      }),
      { numRuns: 2000 },
    );
  });

  test('every real day survives the way to paper and back', () => {
    const day = fc
      .integer({ min: 0, max: 140_000 })
      .map((days) => Temporal.PlainDate.from('1801-01-01').add({ days }));
    fc.assert(
      fc.property(day, (date) => {
        const read = parsePartialDate(`${date.day}/${date.month}/${date.year}`);
        expect(read && partialDateIso(read)).toBe(date.toString());
        expect(read && parsePartialDate(formatPartialDate(read))).toEqual(read);
      }),
    );
  });

  test.each(PAPER_KINDS)('%s: a context that is no date is the caller’s mistake', (which) => {
    expect(() => check(which, 'một', { today: 'hôm nay' })).toThrow(RangeError);
  });
});
