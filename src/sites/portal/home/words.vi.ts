// The words of the first page.

export const vi = {
  title: 'Làm thủ tục hành chính tại nhà',
  lead: 'Tìm thủ tục, khai một lần, gửi giấy tờ bằng điện thoại và theo dõi đến khi nhận kết quả. Nộp được cả ngày lẫn đêm, ngày nghỉ cũng nộp được.',
  search: 'Bạn cần làm gì?',
  common: 'Việc nhiều người cần',
  mine: 'Đã nộp hồ sơ rồi?',
  track: 'Tra cứu bằng mã hồ sơ',
  my: 'Xem hồ sơ của tôi',
  checkPaper: 'Kiểm tra một giấy tờ có thật hay không',
  how: 'Làm như thế nào?',
  steps: [
    { what: 'Đăng ký tài khoản', how: 'bằng số căn cước và số điện thoại của bạn, một lần duy nhất.' },
    { what: 'Tìm thủ tục', how: 'bằng từ khóa thường ngày, có dấu hay không dấu đều được.' },
    {
      what: 'Khai và gửi giấy tờ',
      how: 'từng câu một; khai đến đâu được lưu đến đó, dừng lúc nào cũng được.',
    },
    {
      what: 'Nhận tin nhắn ở từng bước',
      how: 'và nhận kết quả: bản điện tử, qua bưu chính, hoặc tại cơ quan.',
    },
  ],
  register: 'Đăng ký tài khoản',
  signIn: 'Đăng nhập',
  near: 'Nhà tôi gần xã, sao phải nộp qua mạng?',
  nearBody:
    'Bạn vẫn có thể ra bộ phận một cửa như trước. Nộp qua mạng thì không phải đi lại, không phải chờ đến lượt; giấy tờ thiếu được báo một lần cho đủ; ngày hẹn trả được tính theo luật và nói rõ vì sao; nhiều thủ tục không mất lệ phí. Kết quả có thể gửi về tận nhà.',
  noPhone: 'Tôi không có điện thoại thông minh',
  noPhoneBody:
    'Điện thoại thường nhận được tin nhắn là đủ: con cháu hoặc cán bộ một cửa có thể giúp bạn khai trên máy khác, mã xác nhận và tin báo vẫn đến số của bạn.',
  afraid: 'Tôi sợ khai sai',
  afraidBody:
    'Mỗi trang chỉ hỏi một việc và nói ngay chỗ chưa đúng bằng lời dễ hiểu. Trước khi nộp, bạn xem lại tất cả và sửa được. Chưa bấm “Nộp hồ sơ” thì chưa có gì được gửi đi.',
};
