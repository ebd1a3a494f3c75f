// What a period and its count consist of: the words between the arithmetic and its explanation.
import type { WorkingCalendar } from './working-calendar.ts';

export type PeriodUnit = 'workingHour' | 'workingDay' | 'calendarDay' | 'month' | 'sameDay';

/** How long the law gives. `sameDay` (trong ngày) has value 0. */
export interface Period {
  readonly value: number;
  readonly unit: PeriodUnit;
}

/** An interval in which the clock stands; without `to` it still stands. */
export interface Pause {
  readonly from: Temporal.PlainDateTime;
  readonly to?: Temporal.PlainDateTime | null;
}

/** `endOfDay: true`: due when the last session of the day ends (law); `false`: at the clock time of acceptance (field practice). */
export interface DeadlinePolicy {
  readonly endOfDay: boolean;
}

/** A pause as counted: overlapping ones joined, nothing before acceptance. */
export interface CountedPause {
  readonly from: Temporal.PlainDateTime;
  readonly to: Temporal.PlainDateTime;
  readonly workingTime: Temporal.Duration;
}

/** Every step of the count, from which the words are made. */
export interface DeadlineCount {
  readonly acceptedAt: Temporal.PlainDateTime;
  readonly period: Period;
  readonly policy: DeadlinePolicy;
  readonly calendar: WorkingCalendar;
  /** Acceptance, moved forward into a session. */
  readonly start: Temporal.PlainDateTime;
  /** The day the count ends on before it is moved off a day of rest. */
  readonly counted: Temporal.PlainDate;
  /** Due before any pause. */
  readonly original: Temporal.PlainDateTime;
  readonly pauses: readonly CountedPause[];
  /** Since when the clock stands, or null when it runs. */
  readonly standingSince: Temporal.PlainDateTime | null;
  readonly due: Temporal.PlainDateTime;
  /** Years touched whose days off are not settled yet. */
  readonly provisionalYears: readonly number[];
}

const LONGEST: Record<Exclude<PeriodUnit, 'sameDay'>, number> = {
  workingHour: 20_000,
  workingDay: 5_000,
  calendarDay: 10_000,
  month: 600,
};

/** @throws RangeError when the period has no meaning: not positive, not whole, absurdly long, or of an unknown unit */
export function checkPeriod({ value, unit }: Period): void {
  if (unit === 'sameDay') {
    if (value !== 0) throw new RangeError('Thời hạn "trong ngày" (sameDay) phải có giá trị 0.');
    return;
  }
  const longest = Object.hasOwn(LONGEST, unit) ? LONGEST[unit] : undefined;
  if (longest === undefined) throw new RangeError(`Không có đơn vị thời hạn "${String(unit)}".`);
  const whole = unit === 'workingHour' ? Number.isFinite(value) : Number.isSafeInteger(value);
  if (!whole || value <= 0 || value > longest) {
    throw new RangeError(`Thời hạn ${value} ${unit} phải là số lớn hơn 0 và không quá ${longest}.`);
  }
}
