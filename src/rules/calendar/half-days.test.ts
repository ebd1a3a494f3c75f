// When one may come: every session of every working day, never a rest day, a holiday or a time of no office.
import { expect, test } from 'vitest';
import {
  calendarFromDays,
  halfDayInWords,
  halfDaysAfter,
  halfDayText,
  parseSessions,
  readHalfDay,
} from './index.ts';

const day = (date: string, kind: 'holiday' | 'swap-work') =>
  ({ date, kind, name: 'x', status: 'official' }) as const;
const calendar = calendarFromDays([day('2026-11-24', 'holiday'), day('2026-11-28', 'swap-work')]);
const after = (date: string, days: number, sessions = '07:30-11:30,13:30-17:30') =>
  halfDaysAfter({ ...calendar, sessions: parseSessions(sessions) }, Temporal.PlainDate.from(date), days).map(
    halfDayText,
  );

test('begin on the next day, pass over holidays and Sundays, keep a Saturday that is worked', () => {
  expect(after('2026-11-23', 6)).toEqual([
    '2026-11-25T07:30/11:30',
    '2026-11-25T13:30/17:30',
    '2026-11-26T07:30/11:30',
    '2026-11-26T13:30/17:30',
    '2026-11-27T07:30/11:30',
    '2026-11-27T13:30/17:30',
    '2026-11-28T07:30/11:30',
    '2026-11-28T13:30/17:30',
  ]);
  expect(after('2026-12-04', 2)).toEqual([]);
});

test('are the sessions of the agency, whatever they are', () =>
  expect(after('2026-11-24', 1, '08:00-12:00')).toEqual(['2026-11-25T08:00/12:00']));

test('are read from what was written, and from nothing else', () => {
  expect(readHalfDay('2026-12-01T07:30/11:30')?.date.toString()).toBe('2026-12-01');
  for (const odd of [
    '',
    '2026-12-01',
    '2026-13-01T07:30/11:30',
    '2026-02-30T07:30/11:30',
    '2026-12-01T24:30/25:30',
  ])
    expect(readHalfDay(odd)).toBeNull();
});

test('are said in words in both languages', () => {
  const said = (text: string, language: 'vi' | 'en') => halfDayInWords(readHalfDay(text)!, language);
  expect(said('2026-12-01T07:30/11:30', 'vi')).toBe('sáng thứ Ba 01/12/2026 (07:30 đến 11:30)');
  expect(said('2026-12-06T13:30/17:30', 'vi')).toBe('chiều Chủ nhật 06/12/2026 (13:30 đến 17:30)');
  expect(said('2026-12-07T07:30/11:30', 'en')).toBe('Monday 07/12/2026 (07:30 to 11:30)');
});
