// Secrets this deployment makes for itself once and keeps in var/secrets.json, readable by its owner only.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** Reads the secrets of a state folder, making them on first use. */
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
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return secrets;
}
