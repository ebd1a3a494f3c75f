// Laws of arithmetic that hold for every office, day and pause, searched by random cases.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CalendarDay,
  calendarFromDays,
  deadline,
  endOfDay,
  firstWorkingMoment,
  isWorkingDay,
  moveByWorkingTime,
  type Period,
  parseSessions,
  type WorkingCalendar,
  workingHours,
  workingTimeBetween,
} from './index.ts';

const table = new URL('../../../db/seeds/reference/holidays.json', import.meta.url);
const { days } = JSON.parse(readFileSync(table, 'utf8')) as { days: CalendarDay[] };
const OFFICES = [
  '07:30-11:30,13:30-17:30',
  '07:00-11:30,13:30-17:00',
  '08:00-12:00',
  '07:30-12:00,12:00-16:30',
].map((sessions) => calendarFromDays(days, sessions));

const { compare } = Temporal.PlainDateTime;
const EPOCH = Temporal.PlainDateTime.from('2022-12-01T00:00');
const office = fc.constantFrom(...OFFICES);
const moment = fc.integer({ min: 0, max: 4 * 366 * 24 * 60 }).map((minutes) => EPOCH.add({ minutes }));
const amount = fc.integer({ min: 0, max: 60 * 60 }).map((minutes) => Temporal.Duration.from({ minutes }));
const minutesOf = (time: Temporal.Duration) => time.total('minute');

const period: fc.Arbitrary<Period> = fc.oneof(
  fc.record({
    value: fc.integer({ min: 1, max: 60 }),
    unit: fc.constantFrom('workingHour', 'workingDay', 'calendarDay'),
  }),
  fc.record({ value: fc.integer({ min: 1, max: 6 }), unit: fc.constant('month' as const) }),
  fc.constant({ value: 0, unit: 'sameDay' as const }),
);

function insideSessions(at: Temporal.PlainDateTime, calendar: WorkingCalendar): boolean {
  const time = at.toPlainTime();
  const within = calendar.sessions.some(
    ({ opens, closes }) =>
      Temporal.PlainTime.compare(opens, time) <= 0 && Temporal.PlainTime.compare(time, closes) <= 0,
  );
  return within && isWorkingDay(at.toPlainDate(), calendar);
}

/** The slow way: look at every minute. */
function minutesWorked(
  from: Temporal.PlainDateTime,
  to: Temporal.PlainDateTime,
  calendar: WorkingCalendar,
): number {
  let worked = 0;
  for (let at = from; compare(at, to) < 0; at = at.add({ minutes: 1 })) {
    if (firstWorkingMoment(at, calendar).equals(at)) worked += 1;
  }
  return worked;
}

describe('working time', () => {
  test('is what counting every minute gives', () => {
    const length = fc.integer({ min: 0, max: 5 * 24 * 60 });
    fc.assert(
      fc.property(office, moment, length, (calendar, from, minutes) => {
        const to = from.add({ minutes });
        expect(minutesOf(workingTimeBetween(from, to, calendar))).toBe(minutesWorked(from, to, calendar));
      }),
      { numRuns: 12 },
    );
  });

  test('between a moment and the moment moved is the time moved', () => {
    fc.assert(
      fc.property(office, moment, amount, (calendar, from, time) => {
        const to = moveByWorkingTime(from, time, calendar);
        expect(minutesOf(workingTimeBetween(from, to, calendar))).toBe(minutesOf(time));
      }),
    );
  });

  test('adds up: moved twice is moved by the sum', () => {
    fc.assert(
      fc.property(office, moment, amount, amount, (calendar, from, a, b) => {
        const twice = moveByWorkingTime(moveByWorkingTime(from, a, calendar), b, calendar);
        expect(twice.toString()).toBe(moveByWorkingTime(from, a.add(b), calendar).toString());
      }),
    );
  });

  test('cannot run backwards', () => {
    const [calendar = calendarFromDays(days)] = OFFICES;
    const later = EPOCH.add({ hours: 1 });
    expect(() => workingTimeBetween(later, EPOCH, calendar)).toThrow(RangeError);
    expect(() => moveByWorkingTime(EPOCH, Temporal.Duration.from({ hours: -1 }), calendar)).toThrow(
      RangeError,
    );
    expect(() => moveByWorkingTime(EPOCH, Temporal.Duration.from({ days: 1 }), calendar)).toThrow(RangeError);
  });
});

describe('a due moment', () => {
  const policy = fc.record({ endOfDay: fc.boolean() });

  test('always lies inside a session of a working day, after the start', () => {
    fc.assert(
      fc.property(office, moment, period, policy, amount, (calendar, acceptedAt, asked, how, waited) => {
        const from = acceptedAt.add({ hours: 1 });
        const pauses = [{ from, to: from.add(waited) }];
        const { start, due } = deadline({ acceptedAt, period: asked, pauses, calendar, policy: how });
        expect(insideSessions(due, calendar)).toBe(true);
        expect(compare(start, acceptedAt)).toBeGreaterThanOrEqual(0);
        expect(compare(due, start)).toBeGreaterThan(0);
      }),
    );
  });

  test('never comes earlier for a later acceptance (by the minute; calendar periods by the day)', () => {
    fc.assert(
      fc.property(office, moment, amount, period, policy, (calendar, first, gap, asked, how) => {
        const ask = (acceptedAt: Temporal.PlainDateTime) =>
          deadline({ acceptedAt, period: asked, calendar, policy: how }).due;
        const [a, b] = [ask(first), ask(first.add(gap))];
        const byDay = asked.unit === 'calendarDay' || asked.unit === 'month';
        const order = byDay ? Temporal.PlainDate.compare(a.toPlainDate(), b.toPlainDate()) : compare(a, b);
        expect(order).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('never comes earlier for a longer period', () => {
    fc.assert(
      fc.property(
        office,
        moment,
        fc.integer({ min: 1, max: 40 }),
        policy,
        (calendar, acceptedAt, value, how) => {
          for (const unit of ['workingHour', 'workingDay', 'calendarDay', 'month'] as const) {
            const ask = (n: number) =>
              deadline({ acceptedAt, period: { value: n, unit }, calendar, policy: how }).due;
            expect(compare(ask(value), ask(value + 1))).toBeLessThanOrEqual(0);
          }
        },
      ),
    );
  });

  test('moves by exactly the working time of pauses that do not overlap, in any order', () => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 3000 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(office, moment, period, gaps, (calendar, acceptedAt, asked, pieces) => {
        let at = acceptedAt;
        const pauses = pieces.map(([running, standing]) => {
          const from = at.add({ minutes: running });
          at = from.add({ minutes: standing });
          return { from, to: at };
        });
        const { original, due } = deadline({
          acceptedAt,
          period: asked,
          pauses: pauses.toReversed(),
          calendar,
        });
        const waited = pauses.reduce(
          (sum, { from, to }) => sum + minutesOf(workingTimeBetween(from, to, calendar)),
          0,
        );
        expect(minutesOf(workingTimeBetween(original, due, calendar))).toBe(waited);
      }),
    );
  });

  test('does not change when a pause is told twice or in two halves', () => {
    fc.assert(
      fc.property(office, moment, period, amount, amount, (calendar, acceptedAt, asked, a, b) => {
        const [from, middle] = [acceptedAt, acceptedAt.add(a)];
        const to = middle.add(b);
        const ask = (pauses: { from: Temporal.PlainDateTime; to: Temporal.PlainDateTime }[]) =>
          deadline({ acceptedAt, period: asked, pauses, calendar }).due.toString();
        const whole = ask([{ from, to }]);
        expect(
          ask([
            { from, to },
            { from, to },
          ]),
        ).toBe(whole);
        expect(
          ask([
            { from: middle, to },
            { from, to: middle },
          ]),
        ).toBe(whole);
      }),
    );
  });
});

test('sessions are read with spaces, short hours and in any order', () => {
  const [morning, afternoon] = parseSessions(' 13:30 - 17:30, 7:30-11:30');
  expect(`${morning?.opens} ${afternoon?.closes}`).toBe('07:30:00 17:30:00');
});

test('an hour and a half of working time', () => {
  expect(workingHours(1.5).toString()).toBe('PT1H30M');
});

test('working time is hours and less, to the microsecond; days, weeks, months and years are none', () => {
  const [usual] = OFFICES as [WorkingCalendar];
  const from = Temporal.PlainDateTime.from('2026-11-23T08:00');
  const moved = (time: Temporal.DurationLike) =>
    moveByWorkingTime(from, Temporal.Duration.from(time), usual).toString();
  expect(moved({ hours: 1, minutes: 2, seconds: 3, milliseconds: 4, microseconds: 5 })).toBe(
    '2026-11-23T09:02:03.004005',
  );
  for (const unit of ['days', 'weeks', 'months', 'years'])
    expect(() => moved({ [unit]: 1, hours: 1 })).toThrow(RangeError);
});

describe('the table of days', () => {
  const day = (date: string, over: Partial<CalendarDay> = {}): CalendarDay => ({
    date,
    kind: 'holiday',
    name: 'Tết',
    status: 'official',
    ...over,
  });

  test('a date listed twice keeps both names, one name once', () => {
    const { days: both } = calendarFromDays([
      day('2026-02-17'),
      day('2026-02-17', { name: 'Giỗ Tổ' }),
      day('2026-02-18'),
      day('2026-02-18'),
    ]);
    expect([both.get('2026-02-17')?.name, both.get('2026-02-18')?.name]).toEqual(['Tết, Giỗ Tổ', 'Tết']);
    expect(both.get('2026-02-17')).toMatchObject({ date: '2026-02-17', kind: 'holiday', status: 'official' });
  });

  test('a date cannot be off and worked', () => {
    expect(() => calendarFromDays([day('2026-08-22'), day('2026-08-22', { kind: 'swap-work' })])).toThrow(
      '2026-08-22',
    );
  });

  test('a year is settled when each of its days is, whatever other years are', () => {
    const { settledYears } = calendarFromDays([
      day('2025-01-01'),
      day('2026-01-01'),
      day('2026-09-02', { status: 'projected' as CalendarDay['status'] }),
    ]);
    expect([...settledYears]).toEqual([2025]);
  });

  test('an office without hours is a mistake, not an office that never opens', () => {
    expect(() => calendarFromDays([], [])).toThrow(RangeError);
    const shut: WorkingCalendar = { ...(OFFICES[0] as WorkingCalendar), sessions: [] };
    expect(() => endOfDay(Temporal.PlainDate.from('2026-11-23'), shut)).toThrow(RangeError);
  });
});
