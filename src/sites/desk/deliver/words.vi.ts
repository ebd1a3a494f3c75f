// The words of handing over.
export const vi = {
  title: 'Trả kết quả',
  channel: 'Hình thức nhận',
  late: 'Kết quả xong sau ngày hẹn. Việc trả kết quả vẫn tiến hành như thường.',
  uncounted: (why: string) => `Hồ sơ này có khoản phí hệ thống chưa tính: ${why}`,
  compare: 'Bản chính cần đối chiếu hoặc thu',
  identity: 'Người nhận',
  identityTick: (name: string) => `Đã kiểm tra giấy tờ tùy thân: đúng là ${name} hoặc người được ủy quyền.`,
  note: 'Ghi chú (có thể bỏ trống)',
  noteName: 'Ghi chú',
  handOver: 'Xác nhận đã trả kết quả',
  record: 'Xác nhận đã gửi kết quả',
};
