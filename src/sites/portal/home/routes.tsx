// The home page: the same for every visitor, so it is rendered once.
import type { FastifyInstance } from 'fastify';
import { pageCache } from '../../../platform/page-cache.ts';
import { dateOf } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import type { PortalDeps } from '../deps.ts';
import { shellOf } from '../shell.tsx';
import { HomePage } from './page.tsx';

/** What people come to the commune's desk for most. */
const COMMON = ['1.001193', '2.000815', '1.001612', '1.004873', '1.000894', '1.004222', '2.000635'];

/** Mounts `/` of the portal. */
export function registerHome(app: FastifyInstance, { catalogue, urls }: PortalDeps): void {
  const cache = pageCache();
  app.mayStand('/', (rest, now) => (rest === '' ? `home:${dateOf(now)}` : null));
  app.get('/', { config: { guard: 'public' } }, (req, reply) => {
    const today = dateOf(req.now);
    const shortcuts = () =>
      COMMON.flatMap((slug) => {
        const procedure = catalogue.bySlug(slug, today);
        return procedure ? [{ href: `/thu-tuc/${slug}`, name: procedure.name }] : [];
      });
    const render = () =>
      renderPage(
        <HomePage
          shell={shellOf(req)}
          nothingYet={catalogue.fields(today).length === 0}
          shortcuts={shortcuts()}
          accountUrl={urls.account}
        />,
      );
    if (req.session) return reply.html(render());
    return reply.stands(`home:${today}`).html(cache.get(`${today}:${req.lang}:${req.big}`, render));
  });
}
