// The desk's pages, one folder each, registered in one place.
import type { FastifyInstance } from 'fastify';
import { registerAccept } from './accept/routes.tsx';
import type { DeskDeps } from './deps.ts';
import { registerDossier } from './dossier/routes.tsx';
import { registerQueue } from './queue/routes.tsx';

export { errorPages } from './shell.tsx';

/** Registers every page of the officials' desk on a site made by `createSite` (but signing in and out). */
export function registerDesk(app: FastifyInstance, deps: DeskDeps): void {
  registerQueue(app, deps);
  registerDossier(app, deps);
  registerAccept(app, deps);
}
