// How pressing a dossier is, in the words of a working day: what is left, or by how much it is late.
import {
  firstWorkingMoment,
  moveByWorkingTime,
  type WorkingCalendar,
  workingHours,
  workingTimeBetween,
  workingTimeInWords,
} from '../../rules/calendar/index.ts';
import { civil, formatInstant, instantOf } from '../../rules/kernel/index.ts';
import { State } from '../../rules/lifecycle/index.ts';
import { pressing as says } from './words.vi.ts';

export interface Clocked {
  readonly state: number;
  /** Sent, or sent again with its supplement. */
  readonly heldSince: Temporal.Instant;
  readonly due: Temporal.Instant | null;
  readonly finishedAt: Temporal.Instant | null;
}

export interface Pressing {
  /** "09:00 ngày 27/11/2026"; empty when nothing is promised. */
  readonly at: string;
  /** "còn 2 giờ làm việc", "quá hạn 3 giờ làm việc", "tạm dừng". */
  readonly left: string;
  readonly late: boolean;
}

/** Hours within which the applicant of an online dossier is answered (NĐ 45/2020; the desk's own aim). */
const ANSWER_WITHIN = 8;

/** The moment by which a new request should be answered. */
export function answerBy(sentAt: Temporal.Instant, calendar: WorkingCalendar): Temporal.Instant {
  const start = firstWorkingMoment(civil(sentAt), calendar);
  return instantOf(moveByWorkingTime(start, workingHours(ANSWER_WITHIN), calendar));
}

/** What the due column says. */
export function pressing(dossier: Clocked, calendar: WorkingCalendar, now: Temporal.Instant): Pressing {
  const { state, due, finishedAt, heldSince } = dossier;
  if (state === State.New) return towards(answerBy(heldSince, calendar), calendar, now);
  if (state === State.SupplementAsked)
    return { at: due ? formatInstant(due) : '', left: says.paused, late: false };
  if (!due) return { at: '', left: '', late: false };
  if (finishedAt) {
    const late = Temporal.Instant.compare(finishedAt, due) > 0;
    return { at: formatInstant(due), left: late ? says.doneLate : says.doneInTime, late };
  }
  return towards(due, calendar, now);
}

function towards(due: Temporal.Instant, calendar: WorkingCalendar, now: Temporal.Instant): Pressing {
  const late = Temporal.Instant.compare(now, due) > 0;
  const [from, to] = late ? [due, now] : [now, due];
  const left = amount(workingTimeBetween(civil(from), civil(to), calendar), calendar);
  return { at: formatInstant(due), left: late ? says.late(left) : says.left(left), late };
}

/** Days once there are two of them, then whole hours, minutes only at the end. */
function amount(time: Temporal.Duration, calendar: WorkingCalendar): string {
  const day = calendar.sessions.reduce(
    (sum, { opens, closes }) => sum + opens.until(closes).total('hours'),
    0,
  );
  const hours = time.total('hours');
  if (hours >= 2 * day) return says.days(Math.floor(hours / day));
  if (hours >= 2) return says.hours(Math.floor(hours));
  return says.time(workingTimeInWords(time));
}
