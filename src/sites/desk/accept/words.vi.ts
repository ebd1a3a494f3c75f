// The words of accepting a dossier.
export const vi = {
  title: 'Tiếp nhận hồ sơ',
  papers: 'Thành phần hồ sơ',
  absent: (names: string) => `Còn thiếu giấy tờ bắt buộc: ${names}. Nên yêu cầu bổ sung trước khi tiếp nhận.`,
  promise: 'Ngày hẹn trả nếu tiếp nhận bây giờ',
  dueAt: 'Hẹn trả lúc',
  period: 'Thời hạn theo quy định',
  fee: 'Phí, lệ phí',
  result: 'Nhận kết quả',
  accept: 'Tiếp nhận và cấp số',
  ask: 'Yêu cầu bổ sung',
  accepted: 'Đã tiếp nhận hồ sơ',
  number: 'Mã hồ sơ:',
  told: 'Người nộp được báo tin bằng tin nhắn. Giấy tiếp nhận (Mẫu 01) đã có trong tài khoản của họ.',
  slip: 'In giấy tiếp nhận (PDF)',
  nextOne: 'Hồ sơ mới tiếp theo',
  dossier: 'Xem hồ sơ',
};
