// Why a result is not signed or not issued, in English.
import { formatInstant, type SameSentences } from '../../rules/kernel/index.ts';
import type { vi } from './refusals.vi.ts';

export const en = {
  'result-incomplete': ({ missing }: { missing: readonly string[] }) =>
    `The result still lacks: ${missing.join('; ')}. Give it back to the examiner to complete it.`,
  'result-unprintable': ({ characters }: { characters: readonly string[] }) =>
    `The result has characters that cannot be printed: ${characters.join(' ')}. Give it back to the examiner to write it anew.`,
  'signing-under-way': ({ who, since }: { who: string; since: Temporal.Instant }) =>
    `This paper is being signed: ${who} pressed “sign” at ${formatInstant(since)}. Wait a few minutes, then look at the dossier again.`,
  'signature-refused': ({ number }: { number: string }) =>
    `The signature was refused, so the paper was not issued; number ${number} is void in the book. Check the certificate, then sign again.`,
  'signature-later': ({ number }: { number: string }) =>
    `The paper cannot be signed just now. Number ${number} is kept for the paper; it is tried again by itself, and you may press “sign” again.`,
  'signature-unknown': ({ number }: { number: string }) =>
    `It is not known yet whether the signature was made. Number ${number} is kept for the paper and the service is asked again by itself; look at the dossier in a few minutes.`,
  'signing-overtaken': ({ number }: { number: string }) =>
    `While it was being signed somebody else worked on the dossier, so the paper was not issued; number ${number} is void in the book. Look at the dossier again.`,
  'signing-late': ({ number }: { number: string }) =>
    `A new day began before the paper was issued; number ${number} is void in the book. Sign again, so that the paper bears today's date.`,
  'signing-failed': ({ number }: { number: string }) =>
    `The paper could not be made or signed after many tries; number ${number} is void in the book. Sign again, or tell whoever runs the system.`,
} satisfies SameSentences<typeof vi>;
