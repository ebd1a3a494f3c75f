// What every page of the account service is handed: nothing is reached for.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccountView, Identity } from '../../modules/identity/index.ts';
import type { Clock } from '../../rules/kernel/index.ts';

/** A site that sent somebody here to sign in. */
export interface SignInRequest {
  /** Of this sign-in alone; codes are bound to it. */
  readonly uid: string;
  /** Whom the asking site is for. */
  readonly kind: 'citizen' | 'official';
  /** Where the asking site begins, to go back to. */
  readonly home: string;
  /** It asked for a level of assurance that a password with a code does not reach. */
  readonly tooHigh: boolean;
}

/** The protocol engine, as the pages see it. */
export interface Interactions {
  /** The sign-in this browser is in, or null when it has ended or is another's. */
  find(req: FastifyRequest, reply: FastifyReply): Promise<SignInRequest | null>;
  /** Where a sign-in goes on that another click has finished a moment ago; null when none has. */
  finished(req: FastifyRequest, reply: FastifyReply): Promise<string | null>;
  /** Tells the engine who signed in. @returns where to send the browser */
  finish(req: FastifyRequest, reply: FastifyReply, account: AccountView): Promise<string>;
}

export interface AccountDeps {
  readonly identity: Identity;
  readonly clock: Clock;
  /** Public origins, without a trailing slash. */
  readonly urls: { portal: string; account: string; desk: string; sandbox: string };
  readonly version: string;
  /** Key of form tokens, confirmation codes and marks in cookies. */
  readonly secret: string;
  /** https in front of us. */
  readonly secure: boolean;
  readonly interactions: Interactions;
}
