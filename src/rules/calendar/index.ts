// The legal clock: working days, working time, due dates with their reasons.
export * from './deadline.ts';
export { explain, workingTimeInWords } from './explain.ts';
export { type HalfDay, halfDayInWords, halfDaysAfter, halfDayText, readHalfDay } from './half-days.ts';
export type {
  CountedPause,
  DeadlineCount,
  DeadlinePolicy,
  Pause,
  Period,
  PeriodUnit,
} from './period.ts';
export { periodWords } from './period-words.ts';
export {
  type CalendarDay,
  calendarFromDays,
  endOfDay,
  isProvisional,
  isWorkingDay,
  nextWorkingDay,
  parseSessions,
  type Session,
  USUAL_SESSIONS,
  type WorkingCalendar,
  withSessions,
  workingDayFrom,
} from './working-calendar.ts';
export { firstWorkingMoment, moveByWorkingTime, workingHours, workingTimeBetween } from './working-time.ts';
