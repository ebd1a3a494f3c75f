// What signing in at the portal says.

export const vi = {
  title: 'Đăng nhập',
  kept: 'Phiên làm việc đã hết, nhưng những gì bạn vừa nhập vẫn còn. Hãy đăng nhập lại bằng tài khoản của bạn để gửi tiếp.',
  lead: 'Đăng nhập để nộp hồ sơ và theo dõi hồ sơ của bạn. Xem thủ tục và tra cứu hồ sơ thì không cần đăng nhập.',
  national: 'Đăng nhập Cổng DVC Quốc gia',
  noAccount: 'Chưa có tài khoản?',
  signUp: 'Đăng ký',
  again: 'Đăng nhập lại',
  home: 'Về trang chủ',
  troubles: {
    unreachable: {
      title: 'Dịch vụ tài khoản tạm ngừng',
      message:
        'Chưa kết nối được với dịch vụ tài khoản. Những gì bạn đã lưu vẫn còn; hãy thử đăng nhập lại sau ít phút.',
    },
    refused: {
      title: 'Chưa đăng nhập được',
      message: 'Lần đăng nhập này đã hết hạn hoặc đã được dùng rồi. Chưa có gì thay đổi; hãy đăng nhập lại.',
    },
    lost: {
      title: 'Chưa đăng nhập được',
      message:
        'Trang này không thuộc lần đăng nhập nào trong trình duyệt của bạn, hoặc đã mở quá lâu. Hãy đăng nhập lại.',
    },
    'not-welcome': {
      title: 'Tài khoản này không dùng được ở đây',
      message:
        'Cổng dịch vụ công dành cho tài khoản công dân. Hãy đăng nhập bằng tài khoản công dân của bạn.',
    },
  },
};
