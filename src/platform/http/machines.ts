// Who asks as a machine of the house: from this machine itself and through nobody, or with the token of the configuration.
import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { sameSecret } from '../crypto.ts';

/** A proxy says for whom it asks: what it brings comes from outside, though it stands on this machine. */
const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
];

const isLoopback = (address: string) =>
  isIP(address) !== 0 && /^(?:::1$|(?:::ffff:)?127\.)/u.test(address.toLowerCase());

/** @param token null: nobody has one */
export function isMachine({ raw, headers }: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer (?<token>\S+)$/iu.exec(headers.authorization ?? '')?.groups?.token;
  if (given !== undefined) return token !== null && sameSecret(given, token);
  if (FORWARDED.some((name) => headers[name] !== undefined)) return false;
  return isLoopback(raw.socket.remoteAddress ?? '');
}
