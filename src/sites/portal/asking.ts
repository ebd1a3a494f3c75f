// Who asks for a dossier on the portal: the person signed in, today, to read unless told.
import type { FastifyRequest } from 'fastify';
import type { Asking } from '../../modules/dossiers/index.ts';
import { dateOf } from '../../rules/kernel/index.ts';

export function asking(req: FastifyRequest, act?: Asking['act']): Asking {
  return { personId: req.session?.personId ?? '', on: dateOf(req.now), ...(act && { act }) };
}
