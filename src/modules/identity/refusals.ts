// What this module refuses, in sentences that say what to do; a wait carries the moment it ends.
import { civil, formatInstant, type Refusal } from '../../rules/kernel/index.ts';

/** A refusal that may end by itself: pages count down to `until`. */
export interface IdentityRefusal extends Refusal {
  readonly until?: Temporal.Instant;
}

const two = (n: number) => String(n).padStart(2, '0');

/** "45 giây", "3 phút (lúc 09:12)", "5 giờ (lúc 14:00 ngày 24/11/2026)": how long, and until when once it is minutes. */
function waitWords(until: Temporal.Instant, now: Temporal.Instant): string {
  const seconds = Math.max(1, Math.ceil((until.epochMilliseconds - now.epochMilliseconds) / 1000));
  if (seconds < 60) return `${seconds} giây`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 60) {
    const at = civil(until);
    return `${minutes} phút (lúc ${two(at.hour)}:${two(at.minute)})`;
  }
  const hours = Math.ceil(minutes / 60);
  const long = hours <= 48 ? `${hours} giờ` : `${Math.ceil(hours / 24)} ngày`;
  return `${long} (lúc ${formatInstant(until)})`;
}

/** One field is wrong (422); `field` is where the page puts the sentence. */
export function fieldRefusal(field: string, message: string): IdentityRefusal {
  return { code: `${field}-wrong`, field, message, status: 422 };
}

/** Used up until a moment (429): `what` says what, the wait is added. */
export function tooMany(what: string, until: Temporal.Instant, now: Temporal.Instant): IdentityRefusal {
  const message = `${what} Bạn có thể thử lại sau ${waitWords(until, now)}.`;
  return { code: 'too-many', status: 429, message, until };
}

/** A new code was asked for within the minute. */
export function codeWait(until: Temporal.Instant, now: Temporal.Instant): IdentityRefusal {
  const message = `Mã OTP vừa được gửi. Bạn có thể nhận mã mới sau ${waitWords(until, now)}.`;
  return { code: 'otp-wait', status: 429, message, until };
}

/** `otp-exhausted` for the try that voided the code, `otp-locked` for whoever comes during the wait. */
export function codeLocked(
  until: Temporal.Instant,
  now: Temporal.Instant,
  code: 'otp-exhausted' | 'otp-locked' = 'otp-locked',
): IdentityRefusal {
  const message = `Bạn đã nhập sai mã OTP 5 lần nên mã đã bị hủy. Bạn có thể nhận mã mới sau ${waitWords(until, now)}.`;
  return { code, status: 429, message, field: 'otp', until };
}

/** A wrong code, with how many tries are left. */
export function codeWrong(left: number): IdentityRefusal {
  return {
    code: 'otp-wrong',
    status: 422,
    field: 'otp',
    message: `Mã OTP không đúng. Hãy xem lại tin nhắn mới nhất; bạn còn ${left} lần thử.`,
  };
}

export const CODE_SHAPE = fieldRefusal('otp', 'Mã OTP gồm 6 chữ số. Hãy nhập đủ 6 chữ số trong tin nhắn.');

export const CODE_EXPIRED: IdentityRefusal = {
  code: 'otp-expired',
  status: 422,
  field: 'otp',
  message: 'Mã OTP đã hết hiệu lực. Hãy chọn “Gửi lại OTP” để nhận mã mới.',
};

export const OWNER_MISMATCH: IdentityRefusal = {
  code: 'owner-mismatch',
  status: 422,
  field: 'phone',
  message:
    'Thông tin bạn nhập chưa khớp với thông tin nhà mạng đang giữ về chủ số điện thoại này. Hãy kiểm tra lại số giấy tờ, họ tên, ngày sinh và số điện thoại; số điện thoại phải do chính bạn đăng ký với nhà mạng.',
};

export const NUMBER_UNKNOWN: IdentityRefusal = {
  code: 'phone-not-in-service',
  status: 422,
  field: 'phone',
  message: 'Không nhà mạng nào đang phục vụ số điện thoại này. Hãy kiểm tra lại số điện thoại.',
};

export const OWNER_UNAVAILABLE: IdentityRefusal = {
  code: 'owner-unavailable',
  status: 503,
  message: 'Chưa hỏi được nhà mạng về số điện thoại này. Chưa có gì được lưu; hãy thử lại sau ít phút.',
};

export const ACCOUNT_EXISTS: IdentityRefusal = {
  code: 'account-exists',
  status: 409,
  field: 'idNumber',
  message:
    'Số giấy tờ này đã có tài khoản. Hãy đăng nhập bằng tài khoản đó; nếu quên mật khẩu, hãy gọi đường dây trợ giúp hoặc đến bộ phận một cửa để được giúp.',
};

export const SIGN_UP_GONE: IdentityRefusal = {
  code: 'sign-up-gone',
  status: 404,
  message: 'Lần đăng ký này đã quá lâu hoặc không còn nữa. Hãy đăng ký lại từ đầu.',
};

export const SIGN_IN_GONE: IdentityRefusal = {
  code: 'sign-in-gone',
  status: 409,
  message: 'Lần đăng nhập này đã quá lâu. Hãy đăng nhập lại từ đầu.',
};

export interface TriesLeft {
  readonly left: number;
  /** How many wrong ones lock. */
  readonly most: number;
  /** When the lock of the last one ends. */
  readonly until: Temporal.Instant;
}

/** The same for an unknown name and a wrong password; the last try says that it locks, and until when. */
export function wrongPassword({ left, most, until }: TriesLeft, now: Temporal.Instant): IdentityRefusal {
  const rest =
    left > 0
      ? `Bạn còn ${left} lần thử.`
      : `Bạn đã nhập sai ${most} lần nên tạm thời không đăng nhập được bằng tên này. Bạn có thể thử lại sau ${waitWords(until, now)}.`;
  return {
    code: 'wrong-password',
    status: 422,
    field: 'password',
    message: `Tên đăng nhập hoặc mật khẩu không đúng. ${rest}`,
    ...(left === 0 && { until }),
  };
}

export const ONLY_OFFICIALS: IdentityRefusal = {
  code: 'wrong-kind',
  status: 403,
  message:
    'Tài khoản này là tài khoản của công dân. Bàn một cửa chỉ dành cho cán bộ; nếu bạn muốn nộp hoặc xem hồ sơ, hãy vào Cổng dịch vụ công.',
};

export const ONLY_CITIZENS: IdentityRefusal = {
  code: 'wrong-kind',
  status: 403,
  message:
    'Tài khoản này là tài khoản cán bộ. Để nộp hồ sơ cho chính mình, hãy đăng nhập bằng tài khoản công dân của bạn.',
};
