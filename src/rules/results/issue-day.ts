// The day on a document is the day on which it is issued.
import { dateOf } from '../kernel/index.ts';

/**
 * Whether a document dated when its number was taken may still be issued. Numbers and days run together through the year
 * (NĐ 30/2020/NĐ-CP, Điều 15): one that was not issued on its day needs a new number and the new day.
 * @param dated the moment its number was taken
 */
export function mayStillIssue(dated: Temporal.Instant, now: Temporal.Instant): boolean {
  return dateOf(dated).equals(dateOf(now));
}
