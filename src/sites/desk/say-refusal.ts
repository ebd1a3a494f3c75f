// A refusal in words. Officials read Vietnamese.
import { type Refusal, refusalSayer } from '../../rules/kernel/index.ts';
import { SENTENCES } from '../refusals.ts';
import { vi } from './refusals.vi.ts';

// The desk speaks Vietnamese alone: its own sentences need no twin.
const say = refusalSayer([...SENTENCES, { vi, en: vi }]);

/** @throws Error for a code without a sentence */
export function sayRefusal(refusal: Refusal): string {
  return say('vi', refusal);
}
