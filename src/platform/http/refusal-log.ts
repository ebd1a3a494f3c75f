// Every no leaves a line: who was turned away, about where from, at which door and why. Neither the address that was asked for nor
// anything that was typed is told: they may say who somebody is.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addressClass } from '../address-block.ts';

/** Writes the line of an answer that was a no; of any other, nothing. What lies at no door of ours is no refusal. */
export function tellRefusal(req: FastifyRequest, reply: FastifyReply): void {
  const { refused, statusCode: status } = reply;
  if (!refused && (status < 400 || status >= 500 || req.is404)) return;
  const { kind = 'anonymous', personId = null } = req.actor ?? {};
  const line = {
    status,
    ...(refused && { code: refused.code, ...(refused.detail && { detail: refused.detail }) }),
    actor: personId ? `${kind}:${personId}` : kind,
    address: addressClass(req.addressBlock),
    method: req.method,
    route: req.is404 ? null : (req.routeOptions.url ?? null),
  };
  // From 500 on it is we who could not: somebody must look.
  req.log[status >= 500 ? 'error' : 'info'](line, 'refused');
}
