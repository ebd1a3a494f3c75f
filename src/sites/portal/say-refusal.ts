// A refusal in words, in the reader's language.
import { refusalSayer } from '../../rules/kernel/index.ts';
import { SENTENCES } from '../refusals.ts';

/** @throws Error for a code without a sentence */
export const sayRefusal = refusalSayer(SENTENCES);
