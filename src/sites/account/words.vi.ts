// What the pages of the account service share or say by themselves.

export const vi = {
  home: {
    title: 'Tài khoản dịch vụ công',
    lead: 'Một tài khoản dùng để nộp và theo dõi hồ sơ trên các cổng dịch vụ công.',
    signIn: 'Đăng nhập',
    signUp: 'Đăng ký',
  },
  required: 'bắt buộc',
  code: {
    title: 'Xác thực mã OTP',
    sentTo: (phone: string) => `Mã xác thực đã được gửi qua SĐT: ${phone}`,
    sentIfAny: 'Nếu tên đăng nhập đúng, mã xác thực đã được gửi đến số điện thoại của tài khoản.',
    sent: 'Mã có hiệu lực trong 3 phút. Mỗi lần gửi lại, mã trước đó không dùng được nữa.',
    label: 'Nhập mã OTP',
    confirm: 'Xác nhận',
    notReceived: 'Bạn chưa nhận được mã?',
    resend: 'Gửi lại OTP',
    wait: (seconds: number) => `Bạn có thể gửi lại sau ${seconds} giây.`,
    ready: 'Bạn có thể gửi lại ngay bây giờ.',
  },
  newPassword: {
    password: 'Nhập mật khẩu',
    confirmation: 'Xác nhận mật khẩu',
    points: 'Mật khẩu cần',
    met: 'đạt',
    unmet: 'chưa đạt',
  },
  failed: {
    title: 'Chưa đăng nhập được',
    reasons: {
      invalid_client: 'Trang gửi bạn đến đây chưa được đăng ký với dịch vụ tài khoản.',
      invalid_redirect_uri: 'Địa chỉ quay về không đúng với địa chỉ đã đăng ký.',
      session_not_found: 'Lần đăng nhập này đã quá lâu hoặc đã được dùng rồi.',
      other: 'Yêu cầu đăng nhập không đầy đủ hoặc đã hết hạn.',
    },
    again: 'Chưa có gì thay đổi. Hãy quay lại trang bạn đang dùng và đăng nhập lại từ đầu.',
    signIn: 'Đăng nhập lại',
    code: (code: string) => `Mã: ${code}`,
  },
  signOutFailed: {
    title: 'Chưa đăng xuất được',
    lead: 'Có thể bạn vẫn còn đăng nhập trên máy này. Hãy bấm “Đăng xuất” ở đầu trang bạn đang dùng một lần nữa; nếu đang dùng máy chung, hãy đóng hẳn trình duyệt.',
    again: 'Về trang dịch vụ công',
  },
  signOut: {
    title: 'Bạn muốn đăng xuất?',
    lead: 'Sau khi đăng xuất, lần đăng nhập tới sẽ hỏi lại mật khẩu và mã OTP.',
    yes: 'Đăng xuất',
    no: 'Ở lại',
  },
  signedOut: {
    title: 'Bạn đã đăng xuất',
    lead: 'Nếu đang dùng máy chung, hãy đóng trình duyệt.',
  },
};
