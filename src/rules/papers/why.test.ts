// Whoever typed something wrong is told what is wrong with just that, and what to do.
import { expect, test } from 'vitest';
import { type CheckContext, check, EMPTY_ID_SENTENCE, isPaperKind, type PaperKind } from './index.ts';

type Row = [kind: PaperKind, text: string, words: string, ctx?: CheckContext];

const today = '2026-11-23';

const EMPTY: readonly Row[] = [
  ['cccd', ' ', 'Bạn phải nhập cmt/cccd.'],
  ['cmnd', '', 'Bạn phải nhập cmt/cccd.'],
  ['bhxh', '', 'Bạn phải nhập mã số BHXH.'],
  ['taxCode', ' ', 'Bạn phải nhập mã số thuế.'],
  ['phone', '()', 'Bạn phải nhập số điện thoại.'],
  ['email', '<>', 'Bạn phải nhập thư điện tử.'],
  ['name', ' ', 'Bạn phải nhập họ tên.'],
  ['partialDate', ' ', 'Bạn phải nhập ngày.'],
  ['agencyCode', '', 'Bạn phải nhập mã cơ quan.'],
  ['dossierNumber', '', 'Bạn phải nhập mã hồ sơ.'],
  ['procedureCode', '', 'Bạn phải nhập mã thủ tục.'],
];

const PEOPLE: readonly Row[] = [
  ['cccd', '02408700123', '12 chữ số, bạn đã nhập 11'],
  ['cccd', '121234567', 'số CMND cũ'],
  ['cccd', 'x24087001234', 'Số CCCD chỉ gồm chữ số'],
  ['cccd', 'x12123456', 'Số CCCD chỉ gồm chữ số'],
  ['cccd', '024187001234', 'giới tính nữ, khác với giới tính đã khai', { sex: 'nam' }],
  ['cccd', '024087001234', 'sinh năm 1987, khác với năm sinh đã khai', { birthYear: 1988 }],
  ['cccd', '024287001234', 'năm sinh 2087, ở sau năm nay', { today }],
  ['cccd', '999087001234', 'ba số đầu 999 không phải mã tỉnh'],
  ['cmnd', '024087001234', 'nhập vào ô số CCCD'],
  ['cmnd', '12123456', '9 chữ số, bạn đã nhập 8'],
  ['cmnd', 'x24087001234', 'Số CMND chỉ gồm chữ số'],
  ['cmnd', '121234567', 'không còn giá trị sử dụng'],
  ['bhxh', '24123456789', 'bạn đã nhập 11'],
  ['bhxh', 'GD4241234567890', 'Mã số BHXH chỉ gồm chữ số'],
  ['taxCode', '01001091', 'bạn đã nhập 8'],
  ['taxCode', '01001O9106', 'Mã số thuế chỉ gồm chữ số'],
  ['taxCode', '0100109106-000', 'từ 001 đến 999'],
  ['taxCode', '0100109107-001', 'sai chữ số kiểm tra'],
  ['name', 'Nguyễn Văn 4n', 'bỏ chữ số'],
  ['name', 'A'.repeat(101), 'dài nhất 100 ký tự'],
  ['name', '<b>An</b>', 'bỏ ký hiệu khác'],
  ['name', 'Nguyễn V. An', 'có dấu chấm'],
  ['name', 'Müller An', 'chữ cái ngoài tiếng Việt'],
];

const REACHED: readonly Row[] = [
  ['phone', 'mẹ tôi', 'chỉ gồm chữ số'],
  ['phone', '091234567a', 'chỉ gồm chữ số'],
  ['phone', 'a091234567', 'chỉ gồm chữ số'],
  ['phone', '01234567890', 'đã đổi thành 10 chữ số'],
  ['phone', '+84 123 456 7890', 'đã đổi thành 10 chữ số'],
  ['phone', '84 123 456 7890', 'đã đổi thành 10 chữ số'],
  ['phone', '012345678901', 'của một đầu số đang dùng'],
  ['phone', '0319999999', 'của một đầu số đang dùng'],
  ['phone', '+84 31 999 9999', 'của một đầu số đang dùng'],
  ['phone', '84 31 999 9999', 'của một đầu số đang dùng'],
  ['phone', '912345678', 'bắt đầu bằng 0 hoặc +84'],
  ['phone', '912345670', 'bắt đầu bằng 0 hoặc +84'],
  ['phone', '9 0123 456 7890', 'bắt đầu bằng 0 hoặc +84'],
  ['phone', '024 3826 1234', 'không nhận được mã OTP'],
  ['email', 'an', 'có dạng ten@vidu.vn'],
  ['email', 'nguyễn', 'có dạng ten@vidu.vn'],
  ['email', '@viđu.vn', 'có dạng ten@vidu.vn'],
  ['email', 'nguyễn@vidu.vn', 'không có dấu tiếng Việt'],
  ['email', `${'a'.repeat(65)}@vidu.vn`, 'dài nhất 254 ký tự'],
];

const DATES_AND_CODES: readonly Row[] = [
  ['partialDate', 'hôm nay', 'dạng dd/mm/yyyy'],
  ['partialDate', '03/05/1799', 'Năm 1799 không hợp lý'],
  ['partialDate', '01/13/2020', 'Không có tháng 13'],
  ['partialDate', '15/00/1950', 'phải ghi cả tháng'],
  ['partialDate', '29/02/2023', 'Tháng 2 năm 2023 không có ngày 29'],
  ['partialDate', '24/11/2026', 'Ngày 24/11/2026 ở sau hôm nay', { today }],
  ['partialDate', '15.8.05', 'được hiểu là 2005', { today }],
  ['agencyCode', 'H5.242', 'có dạng H55.242'],
  ['dossierNumber', '000.45.23.H02-230615-007', 'có dạng H02.45.23-230615-0007'],
  ['dossierNumber', 'G09.20-20261309-0092637', 'không phải ngày có thật'],
  ['dossierNumber', '.......-230615-0007', 'mã cơ quan'],
  ['procedureCode', '2.000815.02', 'bỏ dấu chấm và hai chữ số cuối'],
  ['procedureCode', '2.000815.H55.02', 'bỏ dấu chấm và hai chữ số cuối'],
  ['procedureCode', '1.00119', 'có dạng 1.001193'],
  ['procedureCode', 'H05.02', 'có dạng 1.001193'],
];

test.each([...EMPTY, ...PEOPLE, ...REACHED, ...DATES_AND_CODES])(
  '%s "%s": “…%s…”',
  (kind, text, words, context) => expect(check(kind, text, context).why).toContain(words),
);

test('an empty identity number says the sentence of the form, to the letter', () => {
  expect(EMPTY_ID_SENTENCE).toBe('Bạn phải nhập cmt/cccd.');
});

test('a paper that nobody checks is no kind', () => {
  expect(['cccd', 'passport', 'toString'].map(isPaperKind)).toEqual([true, false, false]);
});
