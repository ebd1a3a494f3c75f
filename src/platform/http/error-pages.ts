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

/** A form that could not be taken just now, to be sent again from the page that says so. */
export interface UnsentForm {
  /** Where it was going: an address of the same site. */
  readonly action: string;
  /** Every field that may be shown again, the token it came with first. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** The page it was filled in on. */
  readonly back?: string;
  /** Nothing of it has been done; otherwise that is not known. */
  readonly sure: boolean;
  /** What of it is not given back. */
  readonly without: 'files' | 'secrets' | null;
}

/** The site's own error pages, as finished HTML. */
export interface ErrorPages {
  notFound(req: Asker): string;
  /** @param unsent the form that may be sent again */
  refused(req: Asker, refusal: Refusal, unsent?: UnsentForm): string;
  failed(req: Asker, number: string): string;
  /** The database does not answer. @param unsent the form that may be sent again */
  unavailable(req: Asker, unsent?: UnsentForm): string;
  /** Names of boxes that no page shows again what was typed into: passwords, secrets. */
  readonly neverShown?: readonly string[];
  /** Sends on by one press what was kept; absent where no form is kept. */
  keptForm?(req: Asker, kept: KeptForm): string;
}
