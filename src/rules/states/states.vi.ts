// The states in Vietnamese.
import type { State } from './states.ts';

export const vi: Readonly<Record<State, string>> = {
  1: 'Mới đăng ký',
  2: 'Được tiếp nhận',
  3: 'Không được tiếp nhận',
  4: 'Đang xử lý',
  5: 'Yêu cầu bổ sung giấy tờ',
  7: 'Công dân yêu cầu rút hồ sơ',
  9: 'Đã xử lý xong',
  10: 'Đã trả kết quả',
};
