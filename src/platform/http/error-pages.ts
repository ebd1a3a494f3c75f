// The pages of a site that say that something did not go.
import type { FastifyRequest } from 'fastify';
import type { Refusal } from '../../rules/kernel/index.ts';

/** What a page must know of whoever asks: less than a request, since not everything that comes is one. */
export type Asker = Pick<FastifyRequest, 'url' | 'headers' | 'lang' | 'big' | 'session' | 'csrf'>;

/** A form that did not get where it was going, with everything that was typed. */
export interface KeptForm {
  /** Where it was going. */
  readonly action: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The page it was filled in on. */
  readonly back: string;
  /** Its session had ended, or its page is from before this sign-in. */
  readonly why: 'signed-in-again' | 'old-page';
}

/** The site's own error pages, as finished HTML. */
export interface ErrorPages {
  notFound(req: Asker): string;
  refused(req: Asker, refusal: Refusal): string;
  failed(req: Asker, number: string): string;
  /** The database does not answer. */
  unavailable(req: Asker): string;
  /** Sends on by one press what was kept; absent where no form is kept. */
  keptForm?(req: Asker, kept: KeptForm): string;
}
