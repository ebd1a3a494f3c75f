// What a phone needs to keep the portal among its programs: name, colours, mark.
import type { FastifyInstance } from 'fastify';
import { MANIFEST_PATH, MARK_PATH, MARK_SVG, words } from '../../ui/index.ts';

const config = { guard: 'machine' } as const;
const DAY = 'public, max-age=86400';

/** Mounts the manifest and the mark. */
export function registerManifest(app: FastifyInstance): void {
  const say = words('vi');
  const manifest = {
    name: `${say.productName} – ${say.siteNames.portal}`,
    short_name: say.productName,
    lang: 'vi',
    start_url: '/',
    scope: '/',
    display: 'browser',
    background_color: '#ffffff',
    theme_color: '#a4161a',
    icons: [{ src: MARK_PATH, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  };
  app.get(MANIFEST_PATH, { config }, (_req, reply) =>
    reply.header('cache-control', DAY).type('application/manifest+json').send(JSON.stringify(manifest)),
  );
  app.get(MARK_PATH, { config }, (_req, reply) =>
    reply.header('cache-control', DAY).type('image/svg+xml').send(MARK_SVG),
  );
}
