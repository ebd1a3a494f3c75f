// What a browser may send for one name: a text, several, or nothing; nothing is judged here.
import { z } from 'zod';

const first = (given: unknown) => (Array.isArray(given) ? given[0] : given);

/** The text under a name, whole, so that the page can show it again and say what is wrong; of several the first. */
export const text = z.preprocess(first, z.string().catch('')).default('');
