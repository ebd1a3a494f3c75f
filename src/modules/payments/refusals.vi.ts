// What payments refuse with, in words.
import { formatMoney } from '../../rules/kernel/index.ts';

export const vi = {
  'bill-free': 'Ở đây không có khoản nào phải nộp.',
  'bill-settled': 'Khoản này đã được nộp đủ hoặc đã được miễn. Không thu thêm; hãy xem lại các phiếu thu.',
  'bill-cancelled': 'Khoản này không còn phải nộp nữa.',
  'cash-amount-differs': ({ left }: { left: number }) =>
    `Số tiền còn phải thu là ${formatMoney(left)}. Hãy thu đúng số ấy và ghi lại vào ô này.`,
  'cash-amount-unreadable': 'Bạn phải ghi số tiền đã nhận bằng chữ số, ví dụ 15.000.',
  'payer-missing': 'Bạn phải ghi họ tên người nộp tiền.',
  'payer-no-name': 'Ô này ghi họ tên người nộp tiền, bằng chữ, ví dụ Nguyễn Văn An.',
  'payer-too-long': ({ longest }: { longest: number }) =>
    `Họ tên người nộp tiền dài quá ${longest} ký tự; hãy viết ngắn lại.`,
  'exemption-reason-missing':
    'Bạn phải ghi rõ lý do miễn, ví dụ: người nộp thuộc hộ nghèo, có giấy chứng nhận.',
  'exemption-basis-missing':
    'Bạn phải ghi căn cứ pháp lý của việc miễn, ví dụ: khoản 1 Điều 10 Luật Phí và lệ phí 97/2015/QH13.',
  'exemption-unfinished':
    'Câu này còn bỏ dở: hãy viết nốt chỗ sau dấu hai chấm, hoặc thay phần trong ngoặc vuông [ ].',
  'exemption-too-long': ({ longest }: { longest: number }) =>
    `Nội dung này dài quá ${longest} ký tự; hãy viết ngắn lại.`,
};
