// What this module refuses, in Vietnamese: sentences that say what to do, and until when one waits.
import { civil, formatInstant, formatTime } from '../../rules/kernel/index.ts';
import { type PointCode, passwordWords } from './password-words.vi.ts';

// Type literals, not interfaces: only these may stand as a refusal's params.
/** How long to wait is told from `now`. */
export type Wait = { readonly until: Temporal.Instant; readonly now: Temporal.Instant };
/** What there were too many of. */
export type UsedUp = 'codes' | 'passwords' | 'sign-ups';
/** The answer that is too long. */
export type Overlong = 'idNumber' | 'fullName' | 'birthDate' | 'phone' | 'email' | 'username' | 'password';
export type Lacking = { readonly points: readonly PointCode[] };
export type TriesLeft = { readonly left: number };

/** "45 giây", "3 phút (lúc 09:12)", "5 giờ (lúc 14:00 ngày 24/11/2026)": how long, and until when once it is minutes. */
function waitWords({ until, now }: Wait): string {
  const seconds = Math.max(1, Math.ceil((until.epochMilliseconds - now.epochMilliseconds) / 1000));
  if (seconds < 60) return `${seconds} giây`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 60) return `${minutes} phút (lúc ${formatTime(civil(until))})`;
  const hours = Math.ceil(minutes / 60);
  const long = hours <= 48 ? `${hours} giờ` : `${Math.ceil(hours / 24)} ngày`;
  return `${long} (lúc ${formatInstant(until)})`;
}

const retry = (wait: Wait) => `Bạn có thể thử lại sau ${waitWords(wait)}.`;
const tooManyCodes = (wait: Wait) =>
  `Bạn đã nhập sai mã OTP 5 lần nên mã đã bị hủy. Bạn có thể nhận mã mới sau ${waitWords(wait)}.`;

const USED_UP: Record<UsedUp, string> = {
  codes: 'Đã có quá nhiều mã OTP được gửi.',
  passwords: 'Đã nhập sai quá nhiều lần.',
  'sign-ups': 'Bạn đã đăng ký quá nhiều lần trong một giờ.',
};

const ANSWERS: Record<Overlong, string> = {
  idNumber: 'Số CMT/CCCD',
  fullName: 'Họ tên',
  birthDate: 'Ngày sinh',
  phone: 'Số điện thoại',
  email: 'Email',
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
};

export const vi = {
  'account-exists':
    'Số giấy tờ này đã có tài khoản. Hãy đăng nhập bằng tài khoản đó; nếu quên mật khẩu, hãy chọn “Quên mật khẩu” ở trang đăng nhập.',
  'answer-too-long': ({ what, most }: { what: Overlong; most: number }) =>
    `${ANSWERS[what]} dài quá ${most} ký tự; hãy viết ngắn lại.`,
  'birth-date-empty': 'Bạn phải nhập ngày sinh.',
  'birth-date-to-come': 'Ngày sinh ở sau hôm nay. Hãy kiểm tra lại ngày sinh.',
  'birth-year-differs': ({ year, declared }: { year: number; declared: string }) =>
    `Số CCCD này là của người sinh năm ${year}, khác với năm sinh ${declared} bạn đã nhập. Hãy kiểm tra lại số CCCD và ngày sinh.`,
  'birth-year-far': ({ year }: { year: number }) => `Năm sinh ${year} đã quá xa. Hãy kiểm tra lại ngày sinh.`,
  'birth-year-to-come': ({ year }: { year: number }) =>
    `Số CCCD này ghi năm sinh ${year}, ở sau năm nay. Hãy kiểm tra lại số CCCD.`,
  'citizens-only':
    'Tài khoản này là tài khoản cán bộ. Để nộp hồ sơ cho chính mình, hãy đăng nhập bằng tài khoản công dân của bạn.',
  'email-shape': 'Email chưa đúng dạng. Hãy nhập như ten@vidu.vn hoặc để trống.',
  'id-digits': ({ typed }: { typed: number }) =>
    `Số CMT có 9 chữ số, số CCCD có 12 chữ số; bạn đã nhập ${typed} chữ số.`,
  'landline-no-code': 'Số cố định không nhận được mã OTP. Hãy nhập số di động của bạn.',
  'officials-only':
    'Tài khoản này là tài khoản của công dân. Bàn một cửa chỉ dành cho cán bộ; nếu bạn muốn nộp hoặc xem hồ sơ, hãy vào Cổng dịch vụ công.',
  'otp-exhausted': tooManyCodes,
  'otp-expired': 'Mã OTP đã hết hiệu lực. Hãy chọn “Gửi lại OTP” để nhận mã mới.',
  'otp-locked': tooManyCodes,
  'otp-shape': 'Mã OTP gồm 6 chữ số. Hãy nhập đủ 6 chữ số trong tin nhắn.',
  'otp-used': 'Mã OTP này đã được dùng. Mỗi mã chỉ dùng được một lần; hãy chọn “Gửi lại OTP” để nhận mã mới.',
  'otp-wait': (wait: Wait) => `Mã OTP vừa được gửi. Bạn có thể nhận mã mới sau ${waitWords(wait)}.`,
  'otp-wrong': ({ left }: { left: number }) =>
    `Mã OTP không đúng. Hãy xem lại tin nhắn mới nhất; bạn còn ${left} lần thử.`,
  'owner-mismatch':
    'Thông tin bạn nhập chưa khớp với thông tin nhà mạng đang giữ về chủ số điện thoại này. Hãy kiểm tra lại số giấy tờ, họ tên, ngày sinh và số điện thoại; số điện thoại phải do chính bạn đăng ký với nhà mạng.',
  'owner-unavailable':
    'Chưa hỏi được nhà mạng về số điện thoại này. Chưa có gì được lưu; hãy thử lại sau ít phút.',
  'password-common': 'Mật khẩu này quá nhiều người dùng nên dễ bị đoán. Hãy chọn mật khẩu khác.',
  'password-differs': 'Hai mật khẩu không giống nhau. Hãy nhập lại mật khẩu vào ô xác nhận.',
  'password-empty': 'Bạn phải nhập mật khẩu.',
  'password-holds-owner':
    'Mật khẩu không được chứa số giấy tờ hoặc ngày sinh của bạn. Hãy chọn mật khẩu khác.',
  'password-lacks': ({ points }: Lacking) =>
    `Mật khẩu chưa đủ: cần ${points.map((point) => passwordWords.points[point]).join('; ')}.`,
  'phone-not-in-service':
    'Không nhà mạng nào đang phục vụ số điện thoại này. Hãy kiểm tra lại số điện thoại.',
  'sign-in-gone': 'Lần đăng nhập này đã quá lâu. Hãy đăng nhập lại từ đầu.',
  'sign-up-gone': 'Lần đăng ký này đã quá lâu hoặc không còn nữa. Hãy đăng ký lại từ đầu.',
  'too-many': ({ what, ...wait }: { what: UsedUp } & Wait) => `${USED_UP[what]} ${retry(wait)}`,
  'username-empty': 'Bạn phải nhập tên đăng nhập.',
  'wrong-password': ({ left, ...wait }: TriesLeft & Wait) =>
    left > 0
      ? `Tên đăng nhập hoặc mật khẩu không đúng. Bạn còn ${left} lần thử.`
      : `Tên đăng nhập hoặc mật khẩu không đúng. Đã nhập sai nhiều lần nên phải chờ một lúc. ${retry(wait)}`,
};
