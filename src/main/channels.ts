// The channels by which this program reaches people. One more is its adapter here and its row in `notices.route`.
import { esms } from '../adapters/sms/esms.ts';
import type { Channel } from '../modules/notices/index.ts';
import { outside } from '../platform/outside.ts';
import type { Config } from './config.ts';

/** Every channel, each called outside transactions only. */
export function channelsOf(config: Pick<Config, 'sms'>): readonly Channel[] {
  return [outside('sms', esms(config.sms))];
}
