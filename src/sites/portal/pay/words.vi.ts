// The pay page's words.

export const vi = {
  title: 'Nộp phí, lệ phí',
  paidTitle: 'Đã nộp đủ',
  procedure: 'Thủ tục',
  number: 'Mã hồ sơ',
  requestCode: 'Mã yêu cầu',
  fees: 'Các khoản phải nộp',
  fee: 'Khoản thu và căn cứ',
  sum: 'Số tiền',
  quantity: (quantity: number, unit: string) => `${quantity} × ${unit}`,
  basis: 'Căn cứ:',
  total: 'Tổng cộng',
  part: (received: string, left: string) =>
    `Đã nhận được ${received}. Bạn chỉ còn phải nộp ${left}; mã QR dưới đây đã ghi đúng số tiền còn thiếu.`,
  left: 'Còn phải nộp:',
  onePhone:
    'Chỉ có một điện thoại này? Lưu ảnh mã QR, rồi trong ứng dụng ngân hàng chọn quét mã từ ảnh đã lưu.',
  saveQr: 'Lưu ảnh mã QR',
  scan: 'Cách 1: quét mã QR',
  scanHint:
    'Mở ứng dụng ngân hàng, chọn quét mã QR và quét mã này. Số tiền, tài khoản và nội dung đã được ghi sẵn.',
  qrLabel: (amount: string, reference: string) =>
    `Mã VietQR để chuyển ${amount} với nội dung ${reference}. Các thông tin này cũng được ghi bằng chữ ở dưới.`,
  type: 'Cách 2: tự nhập thông tin chuyển khoản',
  bank: 'Ngân hàng',
  account: 'Số tài khoản',
  holder: 'Chủ tài khoản',
  content: 'Nội dung chuyển khoản',
  keepContent:
    'Bạn phải ghi đúng nội dung chuyển khoản này, nếu không hệ thống không biết tiền là của hồ sơ nào.',
  waiting: 'Đang chờ xác nhận',
  waitingHint:
    'Sau khi bạn chuyển, ngân hàng báo cho Cổng, thường trong vòng một phút. Bạn có thể đóng trang này: hồ sơ tự cập nhật và bạn nhận được tin nhắn.',
  notYet:
    'Chưa nhận được xác nhận của ngân hàng. Nếu bạn đã chuyển tiền, hãy chờ thêm vài phút rồi kiểm tra lại. Bạn không cần chuyển lần nữa.',
  check: 'Kiểm tra lại',
  openSandbox: 'Mở ngân hàng thử',
  sandboxHint: 'Bản dùng thử: không có tiền thật. Mở ngân hàng thử để đóng vai người trả tiền.',
  otherWay:
    'Không chuyển khoản được? Bạn có thể nộp tiền tại bộ phận một cửa, hoặc gọi số trợ giúp ở cuối trang.',
  given: 'Đã nộp',
  paidAt: 'Thời điểm ghi nhận',
  held: (amount: string) =>
    `Bạn đã chuyển thừa ${amount}. Tiền không tự động chuyển lại cho bạn: hãy mang giấy tờ tùy thân và mã hồ sơ đến nơi thu; việc hoàn trả được giải quyết tại quầy.`,
  toDossier: 'Xem hồ sơ',
};
