// What the levels of an online service are called and allow, in English.
import type { vi } from './level-words.vi.ts';

export const en: typeof vi = {
  scopes: {
    full: 'Fully online',
    partial: 'Partly online',
    none: 'Not online yet',
  },
  level: (level) => `Level ${level}`,
  allows: {
    1: 'You can read all about the procedure and the law behind it. You file in person or by post.',
    2: 'You can read about the procedure and download the form to fill in beforehand. You file in person or by post.',
    3: 'You fill in and file online. A fee, if there is one, and the result are handed over in person at the agency.',
    4: 'You fill in, file and pay the fee, if there is one, online. You receive the result online, at the agency or by post.',
  },
};
