// The roles of the one-stop desk: the list from which seats, queues, permissions and words derive.

/** Seats an official may hold at an agency. The table of seats accepts exactly these (tests/house/roles.test.ts). */
export const SEAT_ROLES = ['intake', 'examiner', 'leader'] as const;
export type SeatRole = (typeof SEAT_ROLES)[number];

/** Who does an act: an official by a seat, or the applicant's side, whoever may act for it (`mayActFor`). */
export type Role = SeatRole | 'applicant';

/** A text as a seat's role. @throws RangeError when it is none */
export function seatRoleOf(text: string): SeatRole {
  const found = SEAT_ROLES.find((role) => role === text);
  if (!found) throw new RangeError(`not a role of the desk: ${text}`);
  return found;
}
