// What every act of this module is handed: the database, its key, the telephone companies, and the limits in force.
import type { Db } from '../../platform/db.ts';
import type { Language } from '../../rules/kernel/index.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { PhoneOwnerPort } from './ports.ts';

export interface Identity {
  readonly db: Db;
  /** Key under which codes and counted names are digested. */
  readonly secret: string;
  readonly phoneOwner: PhoneOwnerPort;
  readonly limits: Limits;
}

/** When, from where and in which language somebody asks. */
export interface Moment {
  readonly now: Temporal.Instant;
  /** The block it lies in (`platform/address-block`). */
  readonly address: string;
  /** The cookie by which the browser may be known to accounts, as it was brought. */
  readonly browser?: string | undefined;
  readonly language: Language;
}

/** Binds the module to its surroundings; `limits` overrides single figures. */
export function createIdentity(parts: Omit<Identity, 'limits'> & { limits?: Partial<Limits> }): Identity {
  return { ...parts, limits: { ...LIMITS, ...parts.limits } };
}
