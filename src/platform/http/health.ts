// GET /health: 200 while the site can serve, 503 when it cannot.

import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Db } from '../db.ts';
import { RETRY_SECONDS } from './site.ts';

/** Answers `{status, version, database, queueDepth}`. */
export function healthDoor(app: FastifyInstance, db: Db, version: string): void {
  app.get('/health', { config: { guard: 'machine', anyHost: true } }, async (_req, reply) => {
    try {
      const { rows } = await sql<{ n: number }>`select count(*) as n from journal.outbox`.execute(db);
      return reply.send({ status: 'ok', version, database: 'ok', queueDepth: Number(rows[0]?.n ?? 0) });
    } catch {
      return reply
        .code(503)
        .header('retry-after', RETRY_SECONDS)
        .send({ status: 'down', version, database: 'unreachable', queueDepth: null });
    }
  });
}
