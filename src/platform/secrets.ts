// Secrets this deployment makes for itself once and keeps in var/secrets.json, readable by its owner only.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hmac } from './crypto.ts';
import type { Db } from './db.ts';
import { contentIsNew, noteContent } from './loaded.ts';
import { writeOnce } from './write-once.ts';

export interface Secrets {
  /** Signs CSRF tokens, confirmation codes and check codes. */
  hmac: string;
  /** Signs the account service's cookies. */
  cookies: string;
  /** Private signing key of the account service (JWK). */
  oidcKey: Record<string, unknown>;
  /** Client secrets of portal and desk at the account service. */
  portalClient: string;
  deskClient: string;
}

const NOTE = 'secrets';

/** Tells these secrets from others, and nothing of them. */
const mark = (secrets: Secrets) => hmac(secrets.hmac, JSON.stringify(Object.entries(secrets).sort()));

/** Whether the database was made with other secrets than those of the folder. One that knows of none yet was not. */
export async function secretsDiffer(db: Db, folder: string): Promise<boolean> {
  const known = await db
    .selectFrom('platform.loaded')
    .select('name')
    .where('name', '=', NOTE)
    .executeTakeFirst();
  if (!known) return false;
  return !existsSync(join(folder, 'secrets.json')) || contentIsNew(db, NOTE, mark(loadSecrets(folder)));
}

/** From now on the database is one of these secrets. */
export function noteSecrets(db: Db, secrets: Secrets, now: Temporal.Instant): Promise<void> {
  return noteContent(db, NOTE, mark(secrets), now);
}

/** Reads the secrets of a state folder, making them on first use; of two that make them at once both get the same. */
export function loadSecrets(folder: string): Secrets {
  const path = join(folder, 'secrets.json');
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Secrets;
  const random = () => randomBytes(32).toString('base64url');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const secrets: Secrets = {
    hmac: random(),
    cookies: random(),
    oidcKey: {
      ...privateKey.export({ format: 'jwk' }),
      kid: random().slice(0, 12),
      use: 'sig',
      alg: 'ES256',
    },
    portalClient: random(),
    deskClient: random(),
  };
  writeOnce(path, JSON.stringify(secrets, null, 2));
  return JSON.parse(readFileSync(path, 'utf8')) as Secrets;
}
