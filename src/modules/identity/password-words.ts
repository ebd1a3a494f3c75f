// The password rule in words, by language, as the pages show it.
import { passwordWords as en } from './password-words.en.ts';
import { passwordWords as vi } from './password-words.vi.ts';

export const passwordWords = { vi, en };
