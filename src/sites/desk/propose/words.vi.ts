// The words of proposing a result.
export const vi = {
  title: 'Đề xuất kết quả',
  paper: (title: string) => `Văn bản: ${title}`,
  prefilled:
    'Các ô đã điền sẵn theo tờ khai. Hãy đối chiếu với giấy tờ rồi sửa hoặc ghi thêm; lãnh đạo ký đúng những gì ghi ở đây.',
  returned: (why: string) => `Lãnh đạo đã trả lại: ${why}`,
  optional: '(không bắt buộc)',
  row: (n: number) => `Dòng ${n}`,
  add: 'Thêm một dòng',
  note: 'Ý kiến đề xuất',
  noteHint: 'Đã kiểm tra những gì, căn cứ nào, đề nghị ký văn bản nào. Chỉ nội bộ xem được.',
  preview: 'Xem trước văn bản (PDF)',
  send: 'Trình lãnh đạo ký',
};
