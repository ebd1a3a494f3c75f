// Who has shown number and secret gets a ticket in the address: the page can be reloaded, and the secret stands in no log.
import { LRUCache } from 'lru-cache';
import { hmac, sameSecret, signedParts } from '../../../platform/crypto.ts';

const MINUTES = 30;

/** A ticket for one dossier, good for half an hour. */
export function ticketFor(secret: string, dossierId: string, now: Temporal.Instant): string {
  const until = now.add({ minutes: MINUTES }).epochMilliseconds.toString(36);
  return `${dossierId}.${until}.${hmac(secret, `track:${dossierId}.${until}`)}`;
}

const MOST_KNOWN = 2_000;

/** Reads tickets: the dossier one opens now; null for a forged or a spent one. A genuine one is proved once, however often reloaded. */
export function ticketReader(secret: string): (ticket: string, now: Temporal.Instant) => string | null {
  const genuine = new LRUCache<string, string>({ max: MOST_KNOWN });
  return (ticket, now) => {
    const [id = '', until = '', mark = ''] = signedParts(ticket, 3);
    if (!(Number.parseInt(until, 36) >= now.epochMilliseconds)) return null;
    const known = genuine.get(ticket);
    if (known !== undefined) return known;
    if (!sameSecret(mark, hmac(secret, `track:${id}.${until}`))) return null;
    genuine.set(ticket, id);
    return id;
  };
}
