// Where the result is had, in English; Vietnamese names stand in quotes.
import type { vi } from './delivery.vi.ts';

export const en: typeof vi = {
  post: (address) => `By public post, to “${address}”`,
  electronic: 'Electronically, in your account on the public services portal',
  counter: (desk) => `At “${desk}”`,
};
