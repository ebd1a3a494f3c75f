// The words of asking for a supplement, with phrases a clerk writes again and again.

export const vi = {
  title: 'Yêu cầu bổ sung hồ sơ',
  once: 'Chỉ nên yêu cầu một lần: hãy xem hết giấy tờ và mục khai, rồi đánh dấu mọi chỗ cần bổ sung. Hai ô bên dưới chỉ cần ghi cho mục đã đánh dấu.',
  clockRuns:
    'Thời hạn giải quyết dừng từ lúc gửi yêu cầu; khi người nộp bổ sung xong, ngày hẹn lùi đúng bằng giờ làm việc đã chờ.',
  clockNotYet: 'Hồ sơ chưa được tiếp nhận nên chưa tính thời hạn.',
  papers: 'Giấy tờ',
  fields: 'Mục khai trong tờ khai',
  declared: (value: string) => `Đang khai: ${value}`,
  files: (n: number) => (n === 0 ? 'Chưa nộp tệp nào' : `Đã nộp ${n} tệp`),
  wrong: 'Chưa đúng ở đâu',
  todo: 'Người nộp cần làm gì',
  partOf: (name: string, part: string) => `Mục “${name}”: phần “${part}”`,
  reason: 'Lý do chung (có thể bỏ trống)',
  reasonName: 'Lý do chung',
  preview: 'Xem trước Mẫu 02 (PDF)',
  send: 'Gửi yêu cầu bổ sung',
  answerPlace: (portal: string) => `${portal.replace(/^https?:\/\//u, '')}/ho-so, hoặc tại quầy tiếp nhận`,
};

export const paperWrong = [
  'Ảnh chụp bị mờ, không đọc được.',
  'Thiếu trang.',
  'Chưa có giấy này.',
  'Không phải giấy theo quy định.',
  'Giấy đã hết hiệu lực.',
  'Ảnh bị cắt mất góc, không thấy dấu và chữ ký.',
];

export const paperTodo = [
  'Chụp lại toàn bộ tờ giấy, đủ bốn góc, nơi đủ ánh sáng.',
  'Nộp thêm các trang còn thiếu.',
  'Nộp bản chụp từ bản chính.',
  'Mang bản chính đến quầy để đối chiếu.',
];

export const fieldWrong = [
  'Không khớp với giấy tờ đã nộp.',
  'Chưa ghi đủ.',
  'Ghi nhầm chỗ.',
  'Chưa ghi xã, tỉnh.',
];

export const fieldTodo = [
  'Sửa lại cho khớp với giấy tờ.',
  'Ghi đủ theo giấy tờ tùy thân.',
  'Ghi đủ xã và tỉnh.',
];
