// The words of not accepting, with ready reasons that a person can act on.

export const vi = {
  title: 'Từ chối tiếp nhận hồ sơ',
  caution:
    'Chỉ từ chối khi hồ sơ không thuộc trường hợp được giải quyết. Nếu thiếu giấy tờ hoặc khai chưa đúng, hãy yêu cầu bổ sung.',
  given: (amount: string) =>
    `Hồ sơ này đã nộp ${amount}. Không tiếp nhận thì số tiền ấy phải trả lại: hãy nói cho người nộp biết nhận lại ở đâu.`,
  ready: 'Lý do thường gặp',
  use: 'Dùng lý do này',
  reason: 'Lý do không tiếp nhận',
  reasonHint: 'Viết để người dân hiểu vì sao và biết phải làm gì.',
  basis: 'Căn cứ pháp lý',
  basisHint: 'Ví dụ: khoản 3 Điều 17 Nghị định 118/2025/NĐ-CP.',
  advice: 'Hướng dẫn người nộp (có thể bỏ trống)',
  adviceName: 'Hướng dẫn người nộp',
  preview: 'Xem trước Mẫu 03 (PDF)',
  refuse: 'Từ chối và gửi Mẫu 03',
  ask: 'Chuyển sang yêu cầu bổ sung',
};

export interface ReadyReason {
  readonly name: string;
  readonly reason: string;
  readonly basis: string;
  readonly advice: string;
}

const DECREE = 'Nghị định số 118/2025/NĐ-CP về cơ chế một cửa, một cửa liên thông';

export const readyReasons: readonly ReadyReason[] = [
  {
    name: 'Không thuộc thẩm quyền',
    reason: 'Việc Ông/Bà đề nghị không thuộc thẩm quyền giải quyết của cơ quan này.',
    basis: DECREE,
    advice: 'Đề nghị Ông/Bà nộp hồ sơ tại [tên, địa chỉ cơ quan có thẩm quyền].',
  },
  {
    name: 'Trùng hồ sơ đã nộp',
    reason: 'Ông/Bà đã nộp một hồ sơ khác về cùng việc này và hồ sơ đó đang được giải quyết: [mã hồ sơ].',
    basis: DECREE,
    advice: 'Ông/Bà theo dõi hồ sơ đã nộp trước; không cần nộp lại.',
  },
  {
    name: 'Đã được giải quyết trước đây',
    reason: 'Việc này đã được giải quyết trước đây, kết quả số [số, ngày của văn bản].',
    basis: DECREE,
    advice: 'Nếu cần thêm bản sao, Ông/Bà có thể đề nghị cấp bản sao trích lục.',
  },
  {
    name: 'Không đủ điều kiện theo luật',
    reason: 'Hồ sơ không đáp ứng điều kiện của thủ tục: [điều kiện nào, vì sao].',
    basis: '',
    advice: '',
  },
];
