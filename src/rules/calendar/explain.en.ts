// The count of a due date in English. Holidays keep their Vietnamese names, in quotes.
import { formatDate, formatDateTime } from '../kernel/index.ts';
import type { vi } from './explain.vi.ts';

const WEEKDAYS = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const day = (date: Temporal.PlainDate) => `${WEEKDAYS[date.dayOfWeek]} ${formatDate(date)}`;
const at = (moment: Temporal.PlainDateTime) => formatDateTime(moment, 'en');
const moment = (when: Temporal.PlainDateTime) => `${at(when)} (${WEEKDAYS[when.dayOfWeek]})`;
const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
/** The day that is not counted. */
const firstDay = (sameDay: boolean) => (sameDay ? 'the day of acceptance' : 'the day it begins');

export const en: typeof vi = {
  hours: (hours) => count(hours, 'hour'),
  minutes: (minutes) => count(minutes, 'minute'),
  off: {
    weekend: 'weekend',
    makeUp: (name) => `a day off in place of “${name}”`,
    swapped: (name) => `a day off swapped for “${name}”`,
    holiday: (name) => `“${name}”`,
  },
  rest: (first, last, names) =>
    first.equals(last) ? `${day(first)} (${names})` : `${day(first)} to ${day(last)} (${names})`,
  weekends: (count, others) => `${count} ${others ? 'other ' : ''}weekends`,
  skipped: (rests) => `Days off are not counted: ${rests}.`,
  worked: (date) => `${day(date)} is worked in place of a day off, so it counts.`,
  received: (when) => `The dossier was accepted at ${moment(when)}.`,
  receivedOutside: (when, off, start) =>
    `The dossier was accepted at ${moment(when)}, ${off === null ? 'outside working hours' : `on a day off (${off})`}, so the time limit begins at ${moment(start)}.`,
  onlyDay: (date) => `that is ${day(date)}`,
  nthDay: (n, date) => `day ${n} is ${day(date)}`,
  rolled: (off, to) => ` That is a day off (${off}), so it moves to the next working day, ${day(to)}.`,
  workingHours: (amount, sessions) =>
    `The time limit is ${count(amount, 'working hour')}, counted only within working hours (${sessions}).`,
  workingDays: (amount, sameDay, days) =>
    `The time limit is ${count(amount, 'working day')}, without ${firstDay(sameDay)}: ${days}.`,
  calendarDays: (amount, sameDay, ends) =>
    `The time limit is ${count(amount, 'day')}, days off included, without ${firstDay(sameDay)}; it ends on ${day(ends)}.`,
  months: (amount, ends) => `The time limit is ${count(amount, 'month')}; it ends on ${day(ends)}.`,
  today: 'The result of this procedure is given on the same day when the dossier is accepted by 15:00.',
  tomorrow: (to) =>
    `The result of this procedure is given on the same day, but for a dossier accepted after 15:00 on the next working day, ${day(to)}.`,
  dueAt: (when) => `The result is due at ${moment(when)}.`,
  dueByEnd: (when) => `The result is due by the end of working hours, ${moment(when)}.`,
  dueAtSameHour: (when) => `The result is due at the hour the count began, ${moment(when)}.`,
  paused: (from, to, time) =>
    `The dossier stood still from ${at(from)} to ${at(to)}, which is ${time} of work.`,
  moved: (from, to) => `So the due date moves from ${at(from)} to ${moment(to)}.`,
  standing: (since) =>
    `The dossier has stood still since ${at(since)}; when it goes on, the due date moves by just the working time that was waited.`,
  provisional: (years) =>
    `The holidays of ${years} are not settled yet; the due date may change when they are announced.`,
};
