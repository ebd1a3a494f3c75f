// The desk's pages, one folder each, registered in one place.
import type { FastifyInstance } from 'fastify';
import { registerAccept } from './accept/routes.tsx';
import { registerAppointments } from './appointments/routes.tsx';
import { registerAskForSupplement } from './ask-for-supplement/routes.tsx';
import { registerDeliver } from './deliver/routes.tsx';
import type { DeskDeps } from './deps.ts';
import { registerDossier } from './dossier/routes.tsx';
import { registerExemptFee } from './exempt-fee/routes.tsx';
import { registerPlainActs } from './plain-act/routes.tsx';
import { registerPropose } from './propose/routes.tsx';
import { registerQueue } from './queue/routes.tsx';
import { registerRefuseIntake } from './refuse-intake/routes.tsx';
import { registerSign } from './sign/routes.tsx';
import { registerTakeFee } from './take-fee/routes.tsx';
import { registerUnlocked } from './unlocked/routes.tsx';

export { errorPages } from './shell.tsx';

/** Registers every page of the officials' desk on a site made by `createSite` (but signing in and out). */
export function registerDesk(app: FastifyInstance, deps: DeskDeps): void {
  registerQueue(app, deps);
  registerAppointments(app, deps);
  registerDossier(app, deps);
  registerAccept(app, deps);
  registerAskForSupplement(app, deps);
  registerRefuseIntake(app, deps);
  registerPlainActs(app, deps);
  registerPropose(app, deps);
  registerSign(app, deps);
  registerTakeFee(app, deps);
  registerExemptFee(app, deps);
  registerDeliver(app, deps);
  registerUnlocked(app);
}
