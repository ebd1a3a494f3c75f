// How anyone can use the site, and what becomes of one's data.

export const vi = {
  helpLine: 'Tổng đài:',
  access: {
    title: 'Ai cũng dùng được',
    parts: [
      {
        heading: 'Chúng tôi làm gì',
        body: 'Các trang được làm theo WCAG 2.2 mức AA và Thông tư 26/2020/TT-BTTTT: dùng được bằng bàn phím, bằng trình đọc màn hình, phóng to 400 %, trên điện thoại cũ, mạng yếu và cả khi không bật JavaScript. Không có mã hình ảnh phải đoán.',
      },
      {
        heading: 'Chữ lớn',
        body: 'Bấm “Chữ lớn” ở đầu trang để chữ to thêm một phần tư. Lựa chọn được nhớ trên máy của bạn.',
      },
      {
        heading: 'Tiếng Anh',
        body: 'Bấm “English” ở đầu trang để đọc các trang dành cho người dân bằng tiếng Anh. Tên thủ tục, tên cơ quan, câu hỏi của tờ khai và văn bản pháp luật vẫn bằng tiếng Việt, vì pháp luật chỉ công bố bằng tiếng Việt. Tin nhắn về hồ sơ bạn nộp khi đọc tiếng Anh cũng bằng tiếng Anh.',
      },
      {
        heading: 'Chỗ chưa được',
        body: 'Tệp PDF được gắn thẻ để trình đọc màn hình đọc được nhưng chưa được kiểm định độc lập. Giấy tờ và văn bản kết quả chỉ có tiếng Việt.',
      },
      {
        heading: 'Gặp khó khăn',
        body: 'Gọi tổng đài, hoặc đến bộ phận một cửa: mọi việc làm được ở đây đều làm được tại quầy.',
      },
    ],
  },
  data: {
    title: 'Dữ liệu cá nhân của bạn',
    parts: [
      {
        heading: 'Chúng tôi giữ gì và để làm gì',
        body: 'Thông tin tài khoản, nội dung bạn khai và giấy tờ bạn gửi, chỉ để giải quyết thủ tục bạn yêu cầu theo quy định của pháp luật (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15). Vì đây là việc cơ quan nhà nước thực hiện nghĩa vụ theo luật, chúng tôi không hỏi sự đồng ý cho có.',
      },
      {
        heading: 'Ai xem được',
        body: 'Chỉ cán bộ có nhiệm vụ tại cơ quan giải quyết hồ sơ của bạn. Mỗi lần cán bộ mở hồ sơ đều được ghi lại trong nhật ký không sửa được.',
      },
      {
        heading: 'Người khác biết gì',
        body: 'Ai có mã hồ sơ và mã tra cứu chỉ thấy hồ sơ đang ở bước nào, không thấy tên và nội dung. Trang kiểm tra văn bản chỉ cho biết số, ngày, cơ quan và người ký.',
      },
      {
        heading: 'Quyền của bạn',
        body: 'Bạn xem lại được mọi thứ đã khai và đã gửi trong “Hồ sơ của tôi”, xóa được bản nháp chưa nộp, và yêu cầu đính chính tại bộ phận một cửa hoặc qua tổng đài.',
      },
      {
        heading: 'Cookie',
        body: 'Chỉ có cookie để giữ phiên đăng nhập, cỡ chữ và ngôn ngữ. Không có theo dõi, không có quảng cáo.',
      },
    ],
  },
};
