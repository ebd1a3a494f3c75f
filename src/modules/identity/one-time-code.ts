// One-time codes: six digits by SMS, three minutes, one use, five tries, bound to one purpose and one sign-up or sign-in (§7.2).

import { ANONYMOUS, act, type Ctx } from '../../platform/act.ts';
import { digits, hmac, newId, sameSecret } from '../../platform/crypto.ts';
import type { Limit } from '../../platform/limits.ts';
import { type Language, ok, type Result, refuse, unaccent } from '../../rules/kernel/index.ts';
import { ungrouped } from '../../rules/papers/index.ts';
import { queueMessage, SHORT_MESSAGES } from '../notices/index.ts';
import { en } from './code-words.en.ts';
import { vi } from './code-words.vi.ts';
import { AccountFact, accountStream, signUpStream } from './facts.ts';
import type { Identity, Moment } from './identity.ts';
import { forgive, refuseBeyond } from './limits.ts';
import {
  CODE_EXPIRED,
  CODE_SHAPE,
  CODE_USED,
  type CodeWait,
  codeLocked,
  codeWait,
  codeWrong,
  type IdentityRefusal,
} from './refusals.ts';
import {
  type ChallengeRow,
  countTry,
  insertChallenge,
  lastExhausted,
  latestChallenge,
  lockBinding,
  useChallenge,
  voidChallenges,
} from './store.ts';

export const CODE_DIGITS = 6;
export const CODE_MINUTES = 3;
export const RESEND_SECONDS = 60;
export const MOST_TRIES = 5;
/** After five wrong tries, how long until a new code. */
export const LOCK_MINUTES = 5;

/** `way-through` opens nothing: it makes a browser known to the account. `recovery` lets its account choose a new password. */
export type Purpose = 'sign-up' | 'sign-in' | 'way-through' | 'recovery';

/** Asked for by a name alone, which may be nobody's. */
const NAMED: ReadonlySet<Purpose> = new Set(['way-through', 'recovery']);

/** Whom a code is for and what it opens. */
export interface CodeFor {
  readonly purpose: Purpose;
  /** Id of the sign-up or of the sign-in in progress. */
  readonly binding: string;
  readonly accountId: string | null;
  /** E.164. */
  readonly phone: string;
  /** Account name, shown masked in the SMS since one phone may serve several (S-11). */
  readonly username: string;
  /** Digest of the place that asks: wrong tries hold that place back and no other. */
  readonly source: string;
  /** What a sending is counted under, the place's own count first. */
  readonly counted: readonly Limit[];
}

/** `024091000234` → `024****234`. */
export function maskAccount(username: string): string {
  return `${username.slice(0, 3)}****${username.slice(-3)}`;
}

/** The SMS in a language: without accents, in one GSM-7 part, saying which account asked. */
export function codeText(
  code: string,
  { purpose, username }: Pick<CodeFor, 'purpose' | 'username'>,
  language: Language,
): string {
  const account = unaccent(maskAccount(username));
  return { vi, en }[language][purpose]({ code, account, minutes: CODE_MINUTES });
}

const bindingKey = ({ purpose, binding }: Pick<CodeFor, 'purpose' | 'binding'>) => `${purpose}:${binding}`;
const codeHash = (secret: string, id: string, code: string) => hmac(secret, `code:${id}:${code}`);
const streamOf = (target: CodeFor) =>
  target.accountId ? accountStream(target.accountId) : signUpStream(target.binding);

/** Takes one sending from every limit; call it before the act, for a refused sending counts as well. */
export function takeSending(
  { db }: Identity,
  { counted }: CodeFor,
  { now }: Moment,
): Promise<IdentityRefusal | null> {
  return refuseBeyond(db, counted, 'codes', now);
}

/** A clock that was turned back leaves codes behind that are not made yet: they hold nobody up and open nothing. */
function isToCome(code: ChallengeRow, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(code.created_at, now) > 0;
}

/** When a new code may be sent, or null for now. @param known the binding's last code, when it was just read */
export async function sendableFrom(
  db: Identity['db'] | Ctx['tx'],
  target: Pick<CodeFor, 'purpose' | 'binding' | 'accountId' | 'phone' | 'source'>,
  now: Temporal.Instant,
  known?: ChallengeRow,
): Promise<CodeWait | null> {
  const exhausted = await lastExhausted(db, target, MOST_TRIES, now);
  const locked = exhausted?.add({ minutes: LOCK_MINUTES });
  if (locked && Temporal.Instant.compare(locked, now) > 0) return codeLocked(locked, now);
  const latest = known ?? (await latestChallenge(db, bindingKey(target), now));
  // Somebody who mistyped the account waits for nothing: that code went to another one.
  const same = latest?.account_id === target.accountId && latest.phone === target.phone;
  const next =
    same && !isToCome(latest, now) ? latest.created_at.add({ seconds: RESEND_SECONDS }) : undefined;
  if (next && Temporal.Instant.compare(next, now) > 0) return codeWait(next, now);
  return null;
}

/**
 * Makes a code inside an act, voids the one before it, and queues its SMS. Refuses within the wait or the lock.
 * @param language the SMS's
 */
export async function issueCode(
  ctx: Ctx,
  identity: Identity,
  target: CodeFor,
  language: Language,
): Promise<IdentityRefusal | null> {
  const binding = bindingKey(target);
  await lockBinding(ctx.tx, binding);
  const wait = await sendableFrom(ctx.tx, target, ctx.now);
  if (wait) return wait;
  await voidChallenges(ctx.tx, binding, ctx.now);
  const id = newId();
  const code = digits(CODE_DIGITS);
  const expiresAt = ctx.now.add({ minutes: CODE_MINUTES });
  await insertChallenge(ctx.tx, {
    id,
    purpose: target.purpose,
    binding,
    account_id: target.accountId,
    phone: target.phone,
    source: target.source,
    code_hash: codeHash(identity.secret, id, code),
    created_at: ctx.now,
    expires_at: expiresAt,
  });
  // Made for a name that is nobody's: it is waited for and tried like any other, and never sent.
  if (NAMED.has(target.purpose) && target.accountId === null) return null;
  await queueMessage(ctx, {
    key: `code:${id}`,
    kind: 'one-time-code',
    channel: SHORT_MESSAGES,
    to: target.phone,
    text: codeText(code, target, language),
    secret: true,
    validUntil: expiresAt,
  });
  ctx.announce({
    stream: streamOf(target),
    name: AccountFact.CodeSent,
    data: { challengeId: id, purpose: target.purpose },
  });
  return null;
}

/** Limits, then one act with one code. Within the wait it refuses with the moment the wait ends. */
export async function sendCode(identity: Identity, target: CodeFor, moment: Moment): Promise<Result<null>> {
  const wait = await sendableFrom(identity.db, target, moment.now);
  if (wait) return refuse(wait);
  const used = await takeSending(identity, target, moment);
  if (used) return refuse(used);
  return act({ db: identity.db, actor: ANONYMOUS, now: moment.now }, async (ctx) => {
    const refusal = await issueCode(ctx, identity, target, moment.language);
    return refusal ? refuse(refusal) : ok(null);
  });
}

/** The last code of a sign-up or sign-in, whatever its state. */
export function lastCode(
  db: Identity['db'],
  purpose: Purpose,
  binding: string,
  now: Temporal.Instant,
): Promise<ChallengeRow | undefined> {
  return latestChallenge(db, bindingKey({ purpose, binding }), now);
}

/**
 * Tries a code. Every well-formed try counts, even when two come at once; the fifth wrong one voids the code.
 * `latest` is the last code when it was just read. A right one is not yet used: `useCode` does that inside the act it opens. One that was used opens nothing again.
 */
export async function tryCode(
  identity: Identity,
  what: { purpose: Purpose; binding: string; typed: string; latest?: ChallengeRow },
  now: Temporal.Instant,
): Promise<Result<ChallengeRow>> {
  const { db, secret } = identity;
  const code = ungrouped(what.typed);
  if (!/^\d{6}$/u.test(code)) return refuse(CODE_SHAPE);
  const latest = what.latest ?? (await lastCode(db, what.purpose, what.binding, now));
  if (!latest || isToCome(latest, now)) return refuse(CODE_EXPIRED);
  const locked = latest.tries >= MOST_TRIES ? latest.voided_at?.add({ minutes: LOCK_MINUTES }) : undefined;
  if (locked && Temporal.Instant.compare(locked, now) > 0) return refuse(codeLocked(locked, now));
  if (Temporal.Instant.compare(latest.expires_at, now) <= 0) return refuse(CODE_EXPIRED);
  const counted = await countTry(db, latest.id, MOST_TRIES);
  if (!counted) return refuse(CODE_EXPIRED);
  if (sameSecret(counted.code_hash, codeHash(secret, counted.id, code)))
    return counted.used_at ? refuse(CODE_USED) : ok(counted);
  if (counted.tries < MOST_TRIES) return refuse(codeWrong(MOST_TRIES - counted.tries));
  await voidChallenges(db, counted.binding, now);
  return refuse(codeLocked(now.add({ minutes: LOCK_MINUTES }), now, 'otp-exhausted'));
}

/** Uses a right code up inside the act it opens; of two that bring it at once, one is refused. */
export async function useCode(ctx: Ctx, challenge: ChallengeRow): Promise<IdentityRefusal | null> {
  return (await useChallenge(ctx.tx, challenge.id, ctx.now)) ? null : CODE_USED;
}

/** A proven code shows that these sendings were no abuse. */
export function forgiveSendings({ db }: Identity, { counted }: CodeFor): Promise<void> {
  return forgive(db, counted);
}
