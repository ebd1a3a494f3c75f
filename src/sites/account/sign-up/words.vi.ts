// What the sign-up pages say; the titles, labels and hints of the form are the guide's own, word for word.

export const vi = {
  choose: {
    title: 'Đăng ký tài khoản',
    legend: 'Bạn đăng ký cho ai?',
    person: 'Cá nhân',
    personHint: 'Công dân có số CMT/CCCD. Cần một số điện thoại do chính bạn đăng ký với nhà mạng.',
    company: 'Doanh nghiệp',
    office: 'Cơ quan nhà nước',
    missing: 'Bạn hãy chọn một trong ba đối tượng.',
    continue: 'Tiếp tục',
    have: 'Đã có tài khoản?',
    signIn: 'Đăng nhập',
  },
  person: {
    title: 'Đăng ký tài khoản cá nhân',
    lead: 'Bạn đăng ký bằng số điện thoại đã đăng ký với nhà mạng theo chính số CMT/CCCD của bạn.',
    needs: 'Bạn cần có:',
    need1: 'số CMT hoặc CCCD của bạn',
    need2: 'điện thoại đang giữ bên mình để nhận mã OTP',
    time: 'Mất khoảng 3 phút.',
    start: 'Đăng ký Thuê bao di động',
  },
  elsewhere: {
    company: {
      title: 'Đăng ký tài khoản doanh nghiệp',
      lead: 'Doanh nghiệp chưa đăng ký được trên trang này.',
      how: 'Người đại diện theo pháp luật mang giấy chứng nhận đăng ký doanh nghiệp và CCCD đến bộ phận một cửa gần nhất để được lập tài khoản.',
    },
    office: {
      title: 'Đăng ký tài khoản cơ quan nhà nước',
      lead: 'Cơ quan nhà nước chưa đăng ký được trên trang này.',
      how: 'Tài khoản của cơ quan và của cán bộ do người quản trị của tỉnh lập. Hãy gửi đề nghị bằng văn bản đến Văn phòng Ủy ban nhân dân tỉnh.',
    },
    meanwhile:
      'Trong khi chờ, người đi nộp hồ sơ vẫn có thể đăng ký tài khoản cá nhân của chính mình, hoặc nộp hồ sơ trực tiếp tại bộ phận một cửa.',
    person: 'Đăng ký tài khoản cá nhân',
  },
  form: {
    title: 'Đăng ký Thuê bao di động (Chỉ dành cho công dân)',
    idNumber: { label: 'Tên đăng nhập (Số CMT/CCCD)', placeholder: 'Nhập số CMT/CCCD' },
    fullName: { label: 'Họ tên', placeholder: 'Nhập họ tên' },
    birthDate: {
      label: 'Ngày sinh',
      placeholder: 'dd/mm/yyyy',
      hint: 'Ví dụ 05/09/1990. Giấy tờ chỉ có năm thì ghi năm.',
    },
    phone: {
      label: 'Số điện thoại',
      placeholder: 'Nhập số điện thoại',
      hint: 'Số đã đăng ký với nhà mạng theo đúng số CMT/CCCD ở trên.',
    },
    email: { label: 'Email', placeholder: 'Nhập email của bạn' },
    confirmation: { title: 'Mã xác thực của bạn', label: 'Nhập mã xác thực' },
    submit: 'Đăng ký',
    noteTitle: 'Lưu ý:',
    note: 'Những trường đánh dấu (*) là bắt buộc nhập.',
  },
  code: { correct: 'Số điện thoại không đúng? Sửa thông tin đăng ký' },
  password: {
    title: 'Đăng ký',
    lead: 'Số điện thoại của bạn đã được xác thực. Hãy đặt mật khẩu cho tài khoản.',
    submit: 'Đăng ký',
  },
  done: {
    title: 'Đăng ký thành công',
    body: 'Bạn đã có tài khoản.',
    how: 'Tên đăng nhập là số CMT/CCCD của bạn. Mỗi lần đăng nhập, hệ thống gửi một mã OTP đến số điện thoại bạn vừa xác thực.',
    continue: 'Tiếp tục đăng nhập',
    signIn: 'Đăng nhập',
  },
  gone: {
    title: 'Phải đăng ký lại từ đầu',
    message: 'Lần đăng ký này đã quá lâu, hoặc được bắt đầu ở máy hay trình duyệt khác.',
    onward: 'Đăng ký lại',
  },
  signIn: 'Đăng nhập bằng tài khoản đã có',
};
