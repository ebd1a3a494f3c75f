// Filing a dossier: the steps, in the order of the seed's guide.
import type { FastifyInstance } from 'fastify';
import type { PortalDeps } from '../deps.ts';
import { registerAnswers } from './answers.tsx';
import { registerChannels } from './channels.tsx';
import { registerCheck } from './check.tsx';
import { registerPapers } from './papers.tsx';
import { registerStart } from './start.tsx';
import { registerWhere } from './where.tsx';

/** Mounts the whole way from a procedure to a dossier. */
export async function registerApply(app: FastifyInstance, deps: PortalDeps): Promise<void> {
  registerStart(app, deps);
  registerWhere(app, deps);
  registerAnswers(app, deps);
  await registerPapers(app, deps);
  registerChannels(app, deps);
  registerCheck(app, deps);
}
