// What the protocol engine keeps, in the tables of accounts.
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { oidcPayloads } from '../modules/identity/index.ts';
import type { Db } from '../platform/db.ts';

/** PostgreSQL keeps no NUL in a text; a form posted to the protocol may bring one. */
function withoutNul(payload: AdapterPayload): Record<string, unknown> {
  const plain = (_key: string, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '') : value;
  return JSON.parse(JSON.stringify(payload, plain)) as Record<string, unknown>;
}

/** The engine's records of every kind. */
export function recordsOver(db: Db): (model: string) => Adapter {
  return (model) => {
    const rows = oidcPayloads(db, model);
    const found = (payload: Record<string, unknown> | undefined) => payload as AdapterPayload | undefined;
    return {
      upsert: (id, payload, seconds) => rows.upsert(id, withoutNul(payload), seconds),
      find: async (id) => (id.includes('\0') ? undefined : found(await rows.find(id))),
      findByUid: async (uid) => found(await rows.findBy('uid', uid)),
      findByUserCode: async (code) => found(await rows.findBy('user_code', code)),
      async consume(id) {
        // Of two that bring the same code at the same moment, the second is a replay.
        if (!(await rows.consume(id))) throw new errors.InvalidGrant('already consumed');
      },
      destroy: (id) => rows.destroy(id),
      revokeByGrantId: (grantId) => rows.revokeByGrantId(grantId),
    };
  };
}
