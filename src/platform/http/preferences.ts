// Large letters and the language: a cookie each, and back to where one was.
import type { FastifyInstance } from 'fastify';

/** The path of an address of ours, else undefined: nobody is sent to a foreign site. */
export function localPath(address: string | undefined): string | undefined {
  const path = address?.replace(/^https?:\/\/[^/]+/u, '');
  return path && /^\/(?![/\\])[^\\\s]*$/u.test(path) ? path : undefined;
}

/** `/co-chu?lon=1&ve=…` and `/ngon-ngu?chon=en&ve=…`. */
export function preferenceDoors(app: FastifyInstance, secure: boolean): void {
  const settings = { path: '/', maxAge: 31_536_000, sameSite: 'lax', httpOnly: true, secure } as const;
  app.get<{ Querystring: { lon?: string; ve?: string } }>(
    '/co-chu',
    { config: { guard: 'public' } },
    (req, reply) =>
      reply
        .setCookie('mc_co_chu', req.query.lon === '1' ? 'lon' : 'thuong', settings)
        .redirect(localPath(req.query.ve) ?? '/', 303),
  );
  app.get<{ Querystring: { chon?: string; ve?: string } }>(
    '/ngon-ngu',
    { config: { guard: 'public' } },
    (req, reply) =>
      reply
        .setCookie('mc_ngon_ngu', req.query.chon === 'en' ? 'en' : 'vi', settings)
        .redirect(localPath(req.query.ve) ?? '/', 303),
  );
}
