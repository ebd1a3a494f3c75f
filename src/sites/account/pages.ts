// Every page of the account service, registered in one call.
import type { FastifyInstance } from 'fastify';
import type { AccountDeps } from './deps.ts';
import { registerHome } from './home.tsx';
import { registerSignIn } from './sign-in/routes.tsx';
import { registerSignUp } from './sign-up/routes.tsx';

/** Home, sign-up and sign-in. Error pages are `errorPages` of shell.tsx. */
export function registerAccountPages(app: FastifyInstance, deps: AccountDeps): void {
  registerHome(app, deps);
  registerSignUp(app, deps);
  registerSignIn(app, deps);
}
