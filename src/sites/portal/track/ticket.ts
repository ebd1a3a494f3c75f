// Who has shown number and secret gets a ticket in the address: the page can be reloaded, and the secret stands in no log.
import { hmac, sameSecret } from '../../../platform/crypto.ts';

const MINUTES = 30;

/** A ticket for one dossier, good for half an hour. */
export function ticketFor(secret: string, dossierId: string, now: Temporal.Instant): string {
  const until = now.add({ minutes: MINUTES }).epochMilliseconds.toString(36);
  return `${dossierId}.${until}.${hmac(secret, `track:${dossierId}.${until}`)}`;
}

/** The dossier a ticket opens now; null for a forged or a spent one. */
export function readTicket(secret: string, ticket: string, now: Temporal.Instant): string | null {
  const [id = '', until = '', mark = ''] = ticket.split('.');
  if (Number.parseInt(until, 36) < now.epochMilliseconds) return null;
  return sameSecret(mark, hmac(secret, `track:${id}.${until}`)) ? id : null;
}
