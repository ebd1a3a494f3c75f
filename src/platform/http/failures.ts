// What goes wrong: a page that is not there, a request that the framework refuses, a database that is away, and a fault of ours with a number
// to quote.
import type { FastifyInstance } from 'fastify';
import { spokenCode } from '../crypto.ts';
import { isDatabaseAway } from '../database-watch.ts';
import type { SiteRefusal } from './refusals.ts';
import { answerAway } from './unsent-forms.ts';

type Failing = Parameters<typeof answerAway>[2];

/** Answers what no route answers, and what a route throws. */
export function answerFailures(app: FastifyInstance, options: Failing): void {
  app.setNotFoundHandler({}, (req, reply) => {
    reply.html(options.pages.notFound(req), 404);
  });
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, req, reply) => {
    if (error.statusCode && error.statusCode < 500)
      return reply.refuse(refusalOf(error.statusCode, error.code));
    // The header may be what failed.
    reply.removeHeader('location');
    if (isDatabaseAway(error)) {
      req.log.error({ reason: error.message, url: req.routeOptions.url }, 'the database did not answer');
      return answerAway(req, reply, options);
    }
    const number = spokenCode(8);
    req.log.error({ err: error, number, url: req.routeOptions.url }, 'failed');
    return reply.html(options.pages.failed(req, number), 500);
  });
}

/** @param reason the framework's own code, for the log */
function refusalOf(status: number, reason?: string): SiteRefusal {
  const code = status === 413 ? 'too-large' : status === 415 ? 'not-a-form' : 'unreadable';
  return { code, status, ...(reason && { detail: reason }) };
}
