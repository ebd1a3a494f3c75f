// Headers that keep a page to itself: no foreign script, no frame, nothing guessed.
import type { FastifyInstance } from 'fastify';

/** Sets them on every answer. @param options.formTargets other origins a form's answer may lead to */
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
  const always = {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    ...(options.secure && { 'strict-transport-security': 'max-age=31536000' }),
  };
  app.addHook('onSend', (req, reply, payload, done) => {
    reply.headers(always);
    // One address speaks several languages: whoever keeps a copy must know which this is, and what chose it.
    if (String(reply.getHeader('content-type')).startsWith('text/html')) {
      reply.header('content-language', req.lang);
      reply.header('vary', 'cookie');
    }
    if (!reply.hasHeader('cache-control'))
      reply.header('cache-control', req.session ? 'no-store' : 'no-cache');
    done(null, payload);
  });
}
