// POST /ho-so/:id/thu-ly: the specialist takes an accepted dossier, in one press.
import type { FastifyInstance } from 'fastify';
import { take } from '../../../modules/dossiers/index.ts';
import { act } from '../../../platform/act.ts';
import type { DeskDeps } from '../deps.ts';
import { type DossierRequest, official, settle, uuid, versionOf } from '../opened.tsx';

export function registerTake(app: FastifyInstance, deps: DeskDeps): void {
  app.post('/ho-so/:id/thu-ly', { config: official }, async (request, reply) => {
    const req = request as DossierRequest;
    const order = { dossierId: uuid(req.params.id), version: versionOf(req.body) };
    const result = await act({ db: deps.db, actor: req.actor, now: req.now }, (ctx) => take(ctx, order));
    return settle(req, reply, deps, result, { act: 'take' });
  });
  // A reload after signing in again comes by GET: back to the dossier, where the button is.
  app.get('/ho-so/:id/thu-ly', { config: official }, (request, reply) =>
    reply.redirect(`/ho-so/${uuid((request as DossierRequest).params.id)}`, 303),
  );
}
