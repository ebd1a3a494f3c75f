// A period as people say it.
import type { Language } from '../kernel/index.ts';
import type { Period, PeriodUnit } from './period.ts';

const VI: Record<Exclude<PeriodUnit, 'sameDay'>, string> = {
  workingHour: 'giờ làm việc',
  workingDay: 'ngày làm việc',
  calendarDay: 'ngày',
  month: 'tháng',
};
const EN: typeof VI = {
  workingHour: 'working hour',
  workingDay: 'working day',
  calendarDay: 'calendar day',
  month: 'month',
};

/** `3 ngày làm việc`, `trong ngày`; `3 working days`, `the same day`. */
export function periodWords(language: Language, { value, unit }: Period): string {
  if (unit === 'sameDay') return language === 'vi' ? 'trong ngày' : 'the same day';
  if (language === 'vi') return `${String(value).replace('.', ',')} ${VI[unit]}`;
  return `${value} ${EN[unit]}${value === 1 ? '' : 's'}`;
}
