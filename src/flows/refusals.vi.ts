// What flows refuse with, in words.

export const vi = {
  'fee-not-asked': 'Hồ sơ này không có khoản nào phải nộp.',
  'fee-later': 'Phí, lệ phí của hồ sơ này được nộp khi có kết quả. Bạn chưa phải nộp bây giờ.',
  'fee-at-counter': 'Phí, lệ phí của hồ sơ này được nộp tại bộ phận một cửa, không nộp trực tuyến.',
  'bill-no-account':
    'Cơ quan này chưa có tài khoản thu phí trực tuyến. Hãy nộp tại bộ phận một cửa khi nộp hoặc nhận kết quả.',
  'body-ended': ({ name }: { name: string }) =>
    `${name} không còn hoạt động và việc được chia về nhiều cơ quan, nên không ký được văn bản của cơ quan này. Hãy trả lại đề xuất và báo người quản trị chuyển hồ sơ.`,
};
