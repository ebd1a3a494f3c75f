// The national states of a dossier and their words. Late is an attribute, not a state.

export const State = {
  New: 1,
  Accepted: 2,
  Refused: 3,
  InProgress: 4,
  SupplementAsked: 5,
  Withdrawn: 7,
  Finished: 9,
  Delivered: 10,
} as const;
export type State = (typeof State)[keyof typeof State];

export const STATE_NAMES: Readonly<Record<State, string>> = {
  1: 'Mới đăng ký',
  2: 'Được tiếp nhận',
  3: 'Không được tiếp nhận',
  4: 'Đang xử lý',
  5: 'Yêu cầu bổ sung giấy tờ',
  7: 'Công dân yêu cầu rút hồ sơ',
  9: 'Đã xử lý xong',
  10: 'Đã trả kết quả',
};

/** No act leads out of these. */
export const FINAL: readonly State[] = [State.Refused, State.Withdrawn, State.Delivered];

/** A number from the database, as a state. @throws RangeError when it is none */
export function stateOf(code: number): State {
  if (!(code in STATE_NAMES)) throw new RangeError(`not a dossier state: ${code}`);
  return code as State;
}
