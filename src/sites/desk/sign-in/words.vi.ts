// What signing in at the desk says.
import type { SignInTrouble } from '../../../platform/http/index.ts';

export const vi = {
  title: 'Bàn một cửa',
  kept: 'Phiên làm việc đã hết, nhưng những gì bạn vừa nhập vẫn còn. Hãy đăng nhập lại bằng tài khoản của bạn để gửi tiếp.',
  lead: 'Dành cho cán bộ tiếp nhận, thẩm tra, ký và trả kết quả. Mỗi lần vào đều cần mật khẩu và mã OTP.',
  enter: 'Đăng nhập cán bộ',
  citizens: 'Bạn là công dân, muốn nộp hoặc xem hồ sơ?',
  portal: 'Vào Cổng dịch vụ công',
  again: 'Đăng nhập lại',
};

export const TROUBLES: Readonly<Record<SignInTrouble, { title: string; message: string }>> = {
  unreachable: {
    title: 'Dịch vụ tài khoản tạm ngừng',
    message: 'Chưa kết nối được với dịch vụ tài khoản. Hãy thử đăng nhập lại sau ít phút.',
  },
  refused: {
    title: 'Chưa đăng nhập được',
    message: 'Lần đăng nhập này đã hết hạn hoặc đã được dùng rồi. Hãy đăng nhập lại.',
  },
  lost: {
    title: 'Chưa đăng nhập được',
    message:
      'Trang này không thuộc lần đăng nhập nào trong trình duyệt này, hoặc đã mở quá lâu. Hãy đăng nhập lại.',
  },
  'not-welcome': {
    title: 'Bàn một cửa chỉ dành cho cán bộ',
    message:
      'Tài khoản này là tài khoản công dân. Cán bộ dùng tài khoản do cơ quan cấp, tách riêng với tài khoản công dân của mình.',
  },
};
