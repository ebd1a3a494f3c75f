// `deadline`: when a dossier is due and why, from the holiday table of the reference data.
import { z } from 'zod';
import {
  calendarFromDays,
  deadline,
  type WorkingCalendar,
  withSessions,
} from '../../rules/calendar/index.ts';
import { readReference } from './data-folder.ts';
import { lineByLine, questionOf } from './json-lines.ts';

const HOLIDAYS = z.object({
  days: z.array(
    z.object({
      date: z.string(),
      kind: z.enum(['holiday', 'make-up', 'swap-off', 'swap-work']),
      name: z.string(),
      status: z.enum(['official', 'statutory', 'projected']),
    }),
  ),
});

const LOCAL_TIME = z
  .string({ error: 'phải là giờ Việt Nam dạng 2026-11-23T09:00' })
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$/u, {
    error: 'phải là giờ Việt Nam dạng 2026-11-23T09:00',
  })
  .transform((text, context) => {
    try {
      return Temporal.PlainDateTime.from(text);
    } catch {
      context.addIssue({ code: 'custom', message: `không có ngày giờ ${text}` });
      return z.NEVER;
    }
  });

const QUESTION = z.object({
  acceptedAt: LOCAL_TIME,
  period: z.object(
    {
      value: z.number({ error: 'phải là số' }),
      unit: z.enum(['workingHour', 'workingDay', 'calendarDay', 'month', 'sameDay'], {
        error: 'phải là workingHour, workingDay, calendarDay, month hoặc sameDay',
      }),
    },
    { error: 'phải có dạng {"value": 3, "unit": "workingDay"}' },
  ),
  pauses: z
    .array(
      z.object({ from: LOCAL_TIME, to: LOCAL_TIME.nullish() }, { error: 'phải có dạng {"from", "to"}' }),
      {
        error: 'phải là danh sách {"from", "to"}',
      },
    )
    .nullish(),
  sessions: z.string({ error: 'phải có dạng 07:30-11:30,13:30-17:30' }).nullish(),
  policy: z
    .object(
      { endOfDay: z.boolean({ error: 'phải là true hoặc false' }).optional() },
      { error: 'phải có dạng {"endOfDay": false}' },
    )
    .nullish(),
});

function minutes(at: Temporal.PlainDateTime): string {
  const whole = at.second === 0 && at.millisecond === 0 && at.microsecond === 0;
  return at.toString({ smallestUnit: whole ? 'minute' : 'second' });
}

/** Calendars by office hours, so that a long run parses each text once. */
function calendars(): (sessions: string | null | undefined) => WorkingCalendar {
  const { days } = HOLIDAYS.parse(readReference('holidays.json'));
  const usual = calendarFromDays(days);
  const known = new Map<string, WorkingCalendar>();
  return (sessions) => {
    if (sessions === null || sessions === undefined) return usual;
    const calendar = known.get(sessions) ?? withSessions(usual, sessions);
    known.set(sessions, calendar);
    return calendar;
  };
}

/** `{id, acceptedAt, period, pauses, sessions, policy}` → `{id, due, why}`; the end of the day when no policy is given. */
export const run = lineByLine(() => {
  const calendarOf = calendars();
  return (line) => {
    const { acceptedAt, period, pauses, sessions, policy } = questionOf(QUESTION, line);
    const answer = deadline({
      acceptedAt,
      period,
      pauses: pauses ?? [],
      calendar: calendarOf(sessions),
      policy: { endOfDay: policy?.endOfDay ?? true },
    });
    return { due: minutes(answer.due), why: answer.why };
  };
});
