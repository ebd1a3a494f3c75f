// A refusal in words. Officials read Vietnamese.
import { type Refusal, refusalSayer } from '../../rules/kernel/index.ts';
import { SENTENCES } from '../refusals.ts';

const say = refusalSayer(SENTENCES);

/** @throws Error for a code without a sentence */
export function sayRefusal(refusal: Refusal): string {
  return say('vi', refusal);
}
