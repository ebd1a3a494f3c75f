// The words of one's own dossiers: each state says what it means and what comes next.

export const vi = {
  title: 'Hồ sơ của tôi',
  drafts: 'Bản nháp chưa nộp',
  draftSaved: (when: string) => `Đã lưu lúc ${when}`,
  resume: 'Làm tiếp',
  discard: 'Xóa bản nháp',
  discarded: 'Đã xóa bản nháp.',
  sent: 'Hồ sơ đã nộp',
  none: 'Bạn chưa nộp hồ sơ nào.',
  noneHint: 'Hãy tìm thủ tục cần làm rồi bấm “Nộp hồ sơ”.',
  find: 'Tìm thủ tục',
  older: 'Xem hồ sơ cũ hơn',
  number: 'Mã hồ sơ',
  requestCode: 'Mã yêu cầu',
  secret: 'Mã tra cứu (cho người bạn nhờ theo dõi)',
  toSign: {
    holder: 'Lãnh đạo, chờ ký',
    next: 'Lãnh đạo xem lại và ký kết quả.',
  },
  refusedBecause: 'Lý do không tiếp nhận:',
  agency: 'Nơi giải quyết',
  submitted: 'Nộp lúc',
  accepted: 'Tiếp nhận lúc',
  dueBefore: 'Hẹn trả lúc đầu',
  state: 'Tình trạng hồ sơ',
  since: 'từ',
  papers: 'Giấy tờ của cơ quan gửi bạn',
  paperNames: {
    '01': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
    '02': 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
    '03': 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
  } as Record<string, string>,
  result: 'Kết quả',
  files: 'Giấy tờ bạn đã nộp',
  answers: 'Nội dung bạn đã khai',
  history: 'Diễn biến',
  sentLine: 'Bạn nộp hồ sơ',
  fee: 'Phí, lệ phí',
  pay: 'Nộp phí trực tuyến',
  paid: 'Đã nộp',
  free: 'Không phải nộp',
  withdraw: 'Rút hồ sơ',
  withdrawAsk:
    'Bạn muốn rút hồ sơ này? Hồ sơ chưa được tiếp nhận nên được rút ngay; sau đó bạn có thể nộp hồ sơ mới.',
  /** `desk`: "Trung tâm Phục vụ hành chính công xã Hiệp Hòa (địa chỉ, điện thoại)". */
  held: (amount: string, agency: string, desk: string) =>
    `${agency} đang giữ ${amount} bạn đã nộp cho hồ sơ này. Tiền không tự động chuyển lại cho bạn. Hãy liên hệ ${desk}, mang theo giấy tờ tùy thân và mã hồ sơ; việc hoàn trả được giải quyết tại quầy.`,
  withdrawPaid: (amount: string, desk: string) =>
    `Bạn đã nộp ${amount} cho hồ sơ này. Nếu rút hồ sơ, tiền không tự động chuyển lại cho bạn: việc hoàn trả được giải quyết tại quầy của ${desk}.`,
  withdrawYes: 'Có, rút hồ sơ',
  answer: 'Bổ sung hồ sơ',
  states: {
    1: {
      holder: 'Bộ phận một cửa, chờ cán bộ kiểm tra',
      next: 'Cán bộ kiểm tra và trả lời trong 8 giờ làm việc. Bạn sẽ nhận được tin nhắn.',
    },
    2: {
      holder: 'Bộ phận một cửa, chờ chuyển công chức thụ lý',
      next: 'Công chức chuyên môn nhận hồ sơ và thẩm định.',
    },
    3: {
      holder: '',
      next: 'Hồ sơ không được tiếp nhận. Hãy đọc phiếu từ chối để biết lý do; bạn có thể nộp hồ sơ mới.',
    },
    4: { holder: 'Công chức thụ lý', next: 'Thẩm định, trình lãnh đạo ký kết quả.' },
    5: {
      holder: 'Bạn',
      next: 'Bạn cần bổ sung hồ sơ theo phiếu yêu cầu. Thời hạn giải quyết dừng lại cho đến khi bạn bổ sung.',
    },
    7: { holder: '', next: 'Hồ sơ đã được rút theo yêu cầu của bạn.' },
    9: { holder: 'Bộ phận một cửa', next: 'Kết quả đã có. Xem cách nhận bên dưới.' },
    10: { holder: '', next: 'Kết quả đã được trả. Việc giải quyết hồ sơ đã xong.' },
  } as Record<number, { holder: string; next: string }>,
};
