// What the sign-in pages say: for citizens the guide's words, for officials their own title.

export const vi = {
  choose: {
    title: 'Đăng nhập',
    lead: 'Chọn tài khoản bạn dùng để đăng nhập:',
    national: 'Tài khoản cấp bởi Cổng Dịch vụ công quốc gia',
  },
  citizen: {
    title: 'Đăng nhập',
    heading: 'CMT/CCCD',
    username: { label: 'Tên đăng nhập', placeholder: 'Nhập CMT/CCCD' },
    password: { label: 'Mật khẩu', placeholder: 'Nhập mật khẩu' },
    submit: 'Đăng nhập',
    noAccount: 'Chưa có tài khoản?',
    signUp: 'Đăng ký',
  },
  official: {
    title: 'Đăng nhập cán bộ',
    heading: 'Bàn một cửa',
    username: { label: 'Tên đăng nhập', placeholder: 'Ví dụ: ten.donvi' },
    password: { label: 'Mật khẩu', placeholder: 'Nhập mật khẩu' },
    submit: 'Đăng nhập',
  },
  afterwards: 'Sau bước này, hệ thống gửi mã OTP đến số điện thoại của tài khoản.',
  wayThrough: {
    title: 'Không muốn chờ?',
    lead: 'Nhận mã OTP qua tin nhắn, nhập mã, rồi thử mật khẩu ngay trên máy này. Mã chỉ gửi đến số điện thoại của tài khoản.',
    submit: 'Nhận mã để thử ngay',
    done: 'Mã OTP đúng. Bạn có thể nhập tên đăng nhập và mật khẩu ngay trên máy này.',
  },
  recovery: {
    title: 'Quên mật khẩu',
    lead: 'Nhập số CMT/CCCD bạn dùng để đăng nhập. Mã OTP được gửi đến số điện thoại của tài khoản; nhập đúng mã thì đặt được mật khẩu mới.',
    username: { label: 'Tên đăng nhập (Số CMT/CCCD)', placeholder: 'Nhập CMT/CCCD' },
    confirmation: { title: 'Mã xác thực của bạn', label: 'Nhập mã xác thực' },
    submit: 'Nhận mã OTP',
    noPhone:
      'Không còn dùng số điện thoại ấy? Hãy mang căn cước đến bộ phận một cửa để được giúp. Ở đó bạn cũng nộp được hồ sơ mà không cần tài khoản.',
    password: {
      title: 'Đặt mật khẩu mới',
      lead: 'Mã OTP đúng. Hãy đặt mật khẩu mới. Sau đó mọi máy đang đăng nhập tài khoản này phải đăng nhập lại.',
      submit: 'Lưu mật khẩu mới',
    },
    done: 'Mật khẩu mới đã được lưu. Hãy đăng nhập bằng mật khẩu mới.',
  },
  gone: {
    title: 'Phải đăng nhập lại',
    message: 'Lần đăng nhập này đã quá lâu hoặc đã được dùng rồi. Chưa có gì thay đổi.',
    onward: 'Đăng nhập lại',
  },
  wrongKind: {
    title: 'Không đúng loại tài khoản',
    official: 'Về Bàn một cửa',
    citizen: 'Về Cổng dịch vụ công',
    again: 'Đăng nhập bằng tài khoản khác',
  },
  tooHigh: {
    title: 'Cần mức xác thực cao hơn',
    message:
      'Trang bạn vừa dùng đòi hỏi mức xác thực cao hơn mật khẩu và mã OTP. Hệ thống này chưa có mức đó; hãy đến bộ phận một cửa để được giúp.',
    onward: 'Quay về trang chủ',
  },
};
