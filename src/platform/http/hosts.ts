// By which names a site may be asked for: those of its configuration, and this machine's own. What a visitor writes as Host
// shapes nothing; one who comes by another name is told where the site is.
import type { IncomingMessage } from 'node:http';
import type { FastifyRequest } from 'fastify';

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/u;

export interface Reach {
  /** The site's public origin. */
  readonly origin: string;
  /** Further names, each `host` or `host:port`. */
  readonly hosts: readonly string[];
}

/** Whether a request names its host in one way: of several heads one reader takes the first, another the last (RFC 9112, 3.2). */
export function namesOneHost({ rawHeaders }: IncomingMessage): boolean {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] as string;
    if (name.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count < 2;
}

/** Tells whether a request names a host that the site answers to. A route of machines may be asked for by any (`anyHost`). */
export function namesOf({ origin, hosts }: Reach): (req: FastifyRequest) => boolean {
  const { host, protocol } = new URL(origin);
  const port = protocol === 'https:' ? /:443$/u : /:80$/u;
  return (req) => {
    const named = (req.raw.headers.host ?? '').toLowerCase();
    if (named === host || req.routeOptions.config.anyHost) return true;
    const plain = named.replace(port, '');
    return plain === host || hosts.includes(plain) || LOOPBACK.test(named);
  };
}
