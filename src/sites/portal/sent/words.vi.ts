// The words after sending: it is in, this is your code, this happens next and by when.

export const vi = {
  title: 'Đã nộp hồ sơ',
  code: 'Mã yêu cầu của bạn',
  keep: 'Hãy ghi lại hoặc chụp màn hình trang này. Chúng tôi cũng gửi tin nhắn có mã yêu cầu cho bạn.',
  secret: 'Mã tra cứu:',
  secretUse:
    'Ai có cả mã yêu cầu và mã tra cứu thì xem được hồ sơ đang ở bước nào trong mục “Tra cứu hồ sơ” mà không cần đăng nhập. Mã tra cứu không có trong tin nhắn; chỉ đưa cho người bạn nhờ theo dõi.',
  office: 'Nơi tiếp nhận hồ sơ của bạn',
  officeAddress: 'Địa chỉ:',
  officePhone: 'Điện thoại:',
  payFirst: 'Bạn cần nộp phí để hồ sơ được giải quyết',
  payHow: (amount: string) => `Số tiền: ${amount}. Nộp bằng mã VietQR hoặc chuyển khoản ngân hàng.`,
  pay: (amount: string) => `Nộp ${amount}`,
  paid: (amount: string) => `Bạn đã nộp ${amount}.`,
  feeUndecided: 'Mức thu chưa xác định được ở đây:',
  payLater: (amount: string, when: string) => `Phí, lệ phí ${amount}. ${when}`,
  next: 'Việc tiếp theo',
  steps: {
    visit: (when: string, desk: string, address: string) =>
      `Đến ${desk}, ${address}, vào buổi đã hẹn: ${when}. Mang theo bản chính và giấy tờ tùy thân.`,
    post: (desk: string, address: string) =>
      `Gửi giấy tờ qua bưu chính công ích tới ${desk}, ${address}; ghi mã yêu cầu ngoài bì thư.`,
    counter: (desk: string, address: string) =>
      `Mang giấy tờ đến ${desk}, ${address}; đọc mã yêu cầu cho cán bộ.`,
    check: (desk: string, by: string) =>
      `${desk} kiểm tra hồ sơ và trả lời bạn chậm nhất lúc ${by} (8 giờ làm việc). Nếu cần bổ sung, bạn nhận được tin nhắn; phiếu yêu cầu nói rõ từng điểm nằm trong hồ sơ của bạn.`,
    settle:
      'Khi hồ sơ được tiếp nhận, bạn nhận Giấy tiếp nhận có mã hồ sơ và ngày hẹn trả. Thời hạn giải quyết:',
    deliver: 'Nhận kết quả:',
  },
  moved: (state: string) => `Trạng thái hiện nay: ${state}.`,
  bring: 'Khi đến nhận kết quả, bạn mang theo',
  bringIfAsked: 'Nếu phải đến cơ quan giải quyết, bạn mang theo',
  bringIdentity: 'giấy tờ tùy thân;',
  bringOriginals:
    'bản chính hoặc bản sao giấy tờ đã gửi bản chụp, để nộp hoặc đối chiếu, trừ giấy tờ đã nộp bản điện tử.',
  follow: 'Theo dõi hồ sơ',
  list: 'Xem tất cả hồ sơ của tôi',
  copy: 'Tải bản khai của bạn (PDF)',
  help: 'Cần giúp đỡ?',
  helpPhone: (phone: string, hours: string, desk: string) =>
    `Gọi ${phone} (${hours}) hoặc hỏi ${desk}; khi gọi, hãy đọc mã yêu cầu ở trên.`,
};
