// Headers that keep a page to itself: no foreign script, no frame, nothing guessed.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../rules/kernel/index.ts';

interface Policy {
  secure: boolean;
  /** Other origins a form's answer may lead to. */
  formTargets?: string[];
}

/** What stands on every answer. */
function always(options: Policy): Record<string, string> {
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
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    ...(options.secure && { 'strict-transport-security': 'max-age=31536000' }),
  };
}

/** What stands on a page. One address speaks several languages: whoever keeps a copy must know which this is, and what chose it. */
const ofPage = (lang: Language) => ({ 'content-language': lang, vary: 'cookie' });

/** The headers of a page, for an answer that the server does not write itself. */
export function headersOfPage(options: Policy, lang: Language): Record<string, string> {
  return { ...always(options), ...ofPage(lang) };
}

/**
 * How long a browser may keep an answer. A page of somebody's own is fetched anew each time. The answer to a posted form cannot be: where it
 * was not kept, going back to a page with a fault shows none, but asks whether to send again. Signing out has it forgotten.
 */
function keeping({ method, session }: FastifyRequest): string {
  if (method === 'POST') return 'private, no-cache';
  return session ? 'no-store' : 'no-cache';
}

/** What gives a browser a cookie is that browser's alone: kept on the way for others, they would have it too. */
function keepToOne(reply: FastifyReply): void {
  const said = String(reply.getHeader('cache-control'));
  if (!/private|no-store/u.test(said))
    reply.header('cache-control', `private, ${said.replace(/public,? ?/u, '')}`);
}

/** Sets them on every answer. */
export function securityHeaders(app: FastifyInstance, options: Policy): void {
  const headers = always(options);
  app.addHook('onSend', (req, reply, payload, done) => {
    reply.headers(headers);
    if (String(reply.getHeader('content-type')).startsWith('text/html')) reply.headers(ofPage(req.lang));
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', keeping(req));
    if (reply.hasHeader('set-cookie')) keepToOne(reply);
    done(null, payload);
  });
}
