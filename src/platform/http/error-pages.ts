// The pages of a site that say that something did not go.
import type { FastifyRequest } from 'fastify';
import type { Refusal } from '../../rules/kernel/index.ts';

/** What a page must know of whoever asks: less than a request, since not everything that comes is one. */
export type Asker = Pick<FastifyRequest, 'url' | 'headers' | 'lang' | 'big' | 'session' | 'csrf'>;

/** The site's own error pages, as finished HTML. */
export interface ErrorPages {
  notFound(req: Asker): string;
  refused(req: Asker, refusal: Refusal): string;
  failed(req: Asker, number: string): string;
}
