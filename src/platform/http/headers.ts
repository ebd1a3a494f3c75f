// Headers that keep a page to itself: no foreign script, no frame, nothing guessed.
import type { FastifyInstance } from 'fastify';

export function securityHeaders(
  app: FastifyInstance,
  options: { secure: boolean; formTargets?: string[] },
): void {
  const forms = ["'self'", ...(options.formTargets ?? [])].join(' ');
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    `form-action ${forms}`,
  ].join('; ');
  app.addHook('onSend', async (req, reply, payload) => {
    reply.header('content-security-policy', policy);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'same-origin');
    reply.header('cross-origin-opener-policy', 'same-origin');
    if (options.secure) reply.header('strict-transport-security', 'max-age=31536000');
    if (!reply.hasHeader('cache-control'))
      reply.header('cache-control', req.session ? 'no-store' : 'no-cache');
    return payload;
  });
}
