// The bank's doors: its notices of transfers, and its questions about bills (docs/integrate/bank.md).
// No session, no CSRF token: every request proves itself by its signature over the bytes as they came.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerInquiry, receiveTransfer } from '../../../modules/payments/index.ts';
import { isDatabaseAway } from '../../../platform/database-watch.ts';
import { RETRY_SECONDS } from '../../../platform/http/index.ts';
import type { Refusal } from '../../../rules/kernel/index.ts';
import type { ApiDeps } from '../deps.ts';

const config = { guard: 'machine' } as const;
/** A notice is under one kilobyte. */
const BODY_LIMIT = 16 * 1024;

/** Mounts the doors; they live on the portal's server. */
export async function registerBank(app: FastifyInstance, deps: ApiDeps): Promise<void> {
  await app.register(async (scope) => {
    keepBodiesAsTheyCame(scope);
    scope.setErrorHandler((error: Error & { statusCode?: number }, req, reply) => {
      if (error.statusCode && error.statusCode < 500)
        return reply.code(error.statusCode).send({ success: false, error: 'unreadable' });
      req.log.error({ err: error }, 'bank: failed');
      const isAway = isDatabaseAway(error);
      if (isAway) reply.header('retry-after', RETRY_SECONDS);
      return reply.code(isAway ? 503 : 500).send({ success: false, error: 'failed' });
    });
    scope.post('/api/ngan-hang/sepay', { config, bodyLimit: BODY_LIMIT }, (req, reply) =>
      takeNotice(req, reply, deps),
    );
    scope.get<{ Querystring: { ref?: string } }>('/api/ngan-hang/hoa-don', { config }, (req, reply) =>
      answerBank(req, reply, deps),
    );
  });
}

/** The signature is over the bytes: nothing may parse them first. */
function keepBodiesAsTheyCame(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_req, body, done) => done(null, body));
}

async function takeNotice(req: FastifyRequest, reply: FastifyReply, { db, bankNotices }: ApiDeps) {
  const raw = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
  const read = bankNotices.read(raw, req.headers, req.now);
  if (!read.ok) return sayNo(req, reply, read.refusal);
  const taken = await receiveTransfer(db, req.now, { transfer: read.value, raw: raw.toString('utf8') });
  if (!taken.ok) return sayNo(req, reply, taken.refusal);
  const { bank, transactionId } = read.value;
  const { outcome, repeated, differs } = taken.value;
  req.log.info({ bank, transactionId, outcome, repeated }, 'bank: notice kept');
  if (differs)
    req.log.warn({ bank, transactionId }, 'bank: a repeated notice says something else than before');
  return reply.send({ success: true });
}

async function answerBank(req: FastifyRequest, reply: FastifyReply, { db, billInquiry }: ApiDeps) {
  const asked = billInquiry.read(req.raw.url ?? '', req.headers, req.now);
  if (!asked.ok) return sayNo(req, reply, asked.refusal);
  const answer = await answerInquiry(db, asked.value.reference);
  if (!answer) return reply.code(404).send({ error: 'unknown' });
  return reply.header('cache-control', 'no-store').send(answer);
}

function sayNo(req: FastifyRequest, reply: FastifyReply, { code, detail, status }: Refusal) {
  req.log.warn({ code, detail }, 'bank: refused');
  return reply.code(status ?? 409).send({ success: false, error: code });
}
