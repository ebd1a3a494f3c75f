// The words of answering a request for supplement: what is wrong, what to do, and that the clock stands meanwhile.

export const vi = {
  title: 'Bổ sung hồ sơ',
  number: (number: string) => `Mã hồ sơ ${number}`,
  requestCode: (code: string) => `Mã yêu cầu ${code}`,
  asked: (when: string) => `Cơ quan giải quyết yêu cầu bổ sung lúc ${when}.`,
  reason: 'Lý do:',
  clock: {
    stands: (since: string) =>
      `Thời hạn giải quyết đang dừng từ lúc ${since}. Khi bạn gửi bổ sung, ngày hẹn trả được lùi đúng bằng thời gian làm việc đã chờ; bạn không bị mất ngày nào.`,
    preview: (before: string, after: string) =>
      `Ngày hẹn trả trước đây: ${before}. Nếu bạn gửi ngay bây giờ: ${after}.`,
    notBegun:
      'Hồ sơ chưa được tiếp nhận nên thời hạn giải quyết chưa tính; thời hạn bắt đầu khi hồ sơ được tiếp nhận.',
  },
  items: (count: number) => `Có ${count} mục cần bổ sung`,
  wrong: 'Chỗ chưa đúng',
  todo: 'Bạn cần làm',
  state: 'Tình trạng',
  files: (count: number) => `Đã có ${count} tệp mới`,
  noFiles: 'Chưa có tệp mới',
  changed: 'Đã sửa',
  same: 'Đã xem, giữ như cũ',
  unchanged: 'Chưa sửa',
  upload: 'Tải giấy tờ lên',
  fix: 'Sửa mục này',
  done: 'Xong mục này',
  note: 'Lời nhắn gửi cán bộ',
  noteHint: 'Không bắt buộc. Ví dụ: vì sao bạn giữ nguyên một mục.',
  noteLong: 'Lời nhắn dài quá 1.000 ký tự. Bạn hãy viết ngắn lại.',
  send: 'Gửi bổ sung',
  noFile: 'Bạn chưa chọn tệp nào. Hãy chọn một tệp rồi bấm “Tải lên”.',
  noField: 'Mục này không có trên tờ khai điện tử. Hãy ghi nội dung bổ sung vào “Lời nhắn gửi cán bộ”.',
};
