// What programs ask every site for: who may crawl what, whom to tell of a weakness, where a password is changed.
import type { FastifyInstance } from 'fastify';

export interface WellKnown {
  /** Own public origin, without a trailing slash. */
  readonly origin: string;
  /** Beginnings of addresses that are nobody's to find; `/` for a site of which nothing is. */
  readonly hidden: readonly string[];
  /** `mailto:`, `https:` or `tel:`. */
  readonly securityContact: string;
  /** Where one changes a password. */
  readonly changePassword: string;
}

/** RFC 9116 asks for less than a year. */
const VALID_DAYS = 180;

/** Mounts `/robots.txt`, `/.well-known/security.txt` and `/.well-known/change-password`. */
export function wellKnownDoors(app: FastifyInstance, known: WellKnown): void {
  const config = { guard: 'machine' } as const;
  const text = 'text/plain; charset=utf-8';
  const robots = ['User-agent: *', ...known.hidden.map((path) => `Disallow: ${path}`), ''].join('\n');
  app.get('/robots.txt', { config }, (_req, reply) => reply.type(text).send(robots));
  app.get('/.well-known/security.txt', { config }, (req, reply) =>
    reply
      .type(text)
      .send(
        [
          `Contact: ${known.securityContact}`,
          `Expires: ${req.now.add({ hours: 24 * VALID_DAYS }).toString({ smallestUnit: 'second' })}`,
          'Preferred-Languages: vi, en',
          `Canonical: ${known.origin}/.well-known/security.txt`,
          '',
        ].join('\n'),
      ),
  );
  app.get('/.well-known/change-password', { config }, (_req, reply) =>
    reply.redirect(known.changePassword, 303),
  );
}
