// Asks a telephone company (or the hub that speaks for all of them) whether a number is registered to a person.
// The wire is ours: docs/integrate/telco-owner-check.md. No answer we cannot trust ever counts as a match.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ClaimedOwner, OwnerCheck, PhoneOwnerPort } from '../../modules/identity/ports.ts';

export interface OwnerCheckOptions {
  /** Folder of the service, e.g. `https://chinhchu.nhamang.example`, or the sandbox's. */
  readonly url: string;
  /** Bearer key given by the company. */
  readonly key: string;
  /** How long to wait for an answer, ms; 10,000 when absent. */
  readonly timeoutMs?: number;
}

const ANSWERS = { MATCH: 'match', MISMATCH: 'mismatch', UNKNOWN_NUMBER: 'unknownNumber' } as const;
const Answer = z.object({ result: z.enum(['MATCH', 'MISMATCH', 'UNKNOWN_NUMBER']) });

/** The owner check over HTTP JSON. The question changes nothing at the company, so asking again is always safe. */
export function telcoOwnerCheck(options: OwnerCheckOptions): PhoneOwnerPort {
  return { check: (claim) => ask(options, claim).catch((): OwnerCheck => 'unavailable') };
}

async function ask(options: OwnerCheckOptions, claim: ClaimedOwner): Promise<OwnerCheck> {
  const response = await fetch(`${options.url.replace(/\/$/u, '')}/v1/owner-check`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${options.key}`,
      'idempotency-key': randomUUID(),
    },
    signal: AbortSignal.timeout(options.timeoutMs ?? 10_000),
    redirect: 'error',
    body: JSON.stringify({
      phone: claim.phone,
      idNumber: claim.idNumber,
      fullName: claim.fullName.normalize('NFC'),
      birthDate: claim.birthDate,
    }),
  });
  if (response.status !== 200) return 'unavailable';
  return ANSWERS[Answer.parse(await response.json()).result];
}
