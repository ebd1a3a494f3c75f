// The leader signs: the dossier is judged and a number taken in one short transaction; the paper is made, signed and kept
// outside every transaction; a second short one judges again, attaches the result and releases the dossier. What dies in
// between leaves a reserved number, which `finishSignings` finishes or voids.
import { setTimeout as pause } from 'node:timers/promises';
import { finish, openForSigning } from '../modules/dossiers/index.ts';
import {
  attachResult,
  discardVoidPapers,
  forsakenNumbers,
  type GivenNumber,
  type IssuedResult,
  isHeld,
  letGo,
  notYet,
  numberById,
  numbersOfDossier,
  type SignedPaper,
  type SigningMeans,
  signPaper,
  type TakenNumber,
  takeNumber,
  takeUp,
  underWay,
  type VoidReason,
  voided,
  voidNumber,
} from '../modules/results/index.ts';
import { type Actor, act, SYSTEM } from '../platform/act.ts';
import { type Clock, dateOf, ok, type Result, refuse } from '../rules/kernel/index.ts';
import { mayStillIssue } from '../rules/results/index.ts';
import { bodyEnded } from './refusals.ts';
import { namedTemplate, type OrderHouse, orderOf, seatTitle, valuesOn } from './result-order.ts';

/** What carries a signing through once its number is taken. */
export interface SigningHouse extends SigningMeans {
  readonly clock: Clock;
}

export interface SignRequest {
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly dossierId: string;
  /** The version the leader was looking at. */
  readonly version: number;
}

/**
 * Signs the result that is proposed for a dossier and releases it. Pressed again by the same leader, from the same page, it
 * gives the same outcome; meanwhile anyone is told who signs.
 * @returns the result; refusals of the dossier's judge (403, 404, 409) and of results: `signing-under-way`, `signature-later`,
 *   `signature-unknown` (the number stays reserved), `signing-overtaken`, `signature-refused`, `signing-late` (it is void),
 *   `result-incomplete`, `result-unprintable` (422, none was taken), `body-ended` (409, its body was divided among several)
 * @throws when the paper cannot be made or kept; the number stays reserved
 */
export async function sign(
  house: SigningHouse & OrderHouse,
  request: SignRequest,
): Promise<Result<IssuedResult>> {
  const begun = await begin(house, request);
  if (!begun.ok) return (await issuedBefore(house, request)) ?? begun;
  const { given, ours } = begun.value;
  return ours ? carryThrough(house, given, ONCE) : outcomeOf(house, given);
}

function begin(
  house: SigningHouse & OrderHouse,
  { actor, now, dossierId, version }: SignRequest,
): Promise<Result<TakenNumber>> {
  return act({ db: house.db, actor, now }, async (ctx) => {
    const opened = await openForSigning(ctx, { dossierId, version });
    if (!opened.ok) return opened;
    const dossier = opened.value;
    if (!dossier.proposal) throw new Error('signing without a proposal');
    const { id: proposalId, result, at } = dossier.proposal;
    const day = dateOf(now);
    const body = house.books.agency(dossier.agencyId, day);
    if (!body.inForce) return refuse(bodyEnded(body.name));
    const order = orderOf(house, {
      dossier,
      day,
      template: namedTemplate(house, result.template),
      values: valuesOn(house, dossier, { values: result.values, at }, day),
      title: await seatTitle(house, ctx.tx, actor.personId ?? '', dossier.agencyId, now),
    });
    return takeNumber(ctx, order, { version, proposalId });
  });
}

/** The answer was lost, the result was not: what this very page led to. */
async function issuedBefore(
  { db }: SigningHouse,
  { actor, dossierId, version }: SignRequest,
): Promise<Result<IssuedResult> | null> {
  const mine = (await numbersOfDossier(db, dossierId)).find(
    ({ state, signer, ground }) =>
      state === 'used' && signer.personId === actor.personId && ground?.version === version,
  );
  return mine ? ok(mine) : null;
}

/** What becomes of a number that cannot be used now. */
interface Rest {
  /** Seconds until the sweep looks at it. */
  readonly seconds: number;
  /** It was tried for the last time. */
  readonly last: boolean;
}

const ONCE: Rest = { seconds: 30, last: false };

async function carryThrough(
  house: SigningHouse,
  given: GivenNumber,
  rest: Rest,
): Promise<Result<IssuedResult>> {
  try {
    const now = house.clock.now();
    if (!mayStillIssue(given.reservedAt, now)) return await giveUp(house, given, 'late');
    const signed = await signPaper(house, given);
    if (signed.kind === 'kept') return await attach(house, given, signed);
    if (signed.kind === 'ended') return await outcomeOf(house, given);
    if (signed.kind === 'refused') return await giveUp(house, given, 'refused');
    if (rest.last) return await giveUp(house, given, 'failed');
    await letGo(house.db, given.id, house.clock.now().add({ seconds: rest.seconds }));
    return refuse(notYet(signed.kind, given));
  } catch (error) {
    if (rest.last) await giveUp(house, given, 'failed');
    else await letGo(house.db, given.id, house.clock.now().add({ seconds: rest.seconds }));
    throw error;
  }
}

async function attach(
  house: SigningHouse,
  given: GivenNumber,
  signed: Extract<SignedPaper, { kind: 'kept' }>,
): Promise<Result<IssuedResult>> {
  const now = house.clock.now();
  if (!mayStillIssue(given.reservedAt, now)) return giveUp(house, given, 'late');
  const { dossierId, ground } = given;
  const actor: Actor = { kind: 'official', ...given.signer };
  const done = await act({ db: house.db, actor, now }, async (ctx) => {
    const finished = await finish(ctx, { dossierId, proposalId: ground?.proposalId ?? '' });
    return finished.ok ? attachResult(ctx, given.id, signed) : finished;
  });
  return done.ok ? done : giveUp(house, given, 'moved');
}

/** Voids a number, unless somebody used it meanwhile. */
async function giveUp(
  { db, clock }: SigningHouse,
  given: GivenNumber,
  why: VoidReason,
): Promise<Result<IssuedResult>> {
  const ended = await act({ db, actor: SYSTEM, now: clock.now() }, async (ctx) =>
    ok(await voidNumber(ctx, given.id, why)),
  );
  if (!ended.ok) return ended;
  return ended.value.voidWhy ? refuse(voided(ended.value.voidWhy, given)) : ok(given);
}

/** How long a second press waits for the first, ms. */
const PATIENCE_MS = 3000;
const LOOK_MS = 50;

/** Waits a little for whoever has the number in hand, then says how it stands. */
async function outcomeOf({ db, clock }: SigningHouse, { id }: GivenNumber): Promise<Result<IssuedResult>> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const given = await numberById(db, id);
    if (given.state === 'used') return ok(given);
    if (given.voidWhy) return refuse(voided(given.voidWhy, given));
    if (!isHeld(given, clock.now())) return refuse(notYet('unknown', given));
    if (performance.now() > until) return refuse(underWay(given));
    await pause(LOOK_MS);
  }
}

const MOST_AT_ONCE = 20;
const MOST_TRIES = 8;
const LONGEST_REST = 600;

/**
 * Takes up what died or waits between the two transactions of a signing: each is finished, or void with a fact, or tried again
 * later, longer each time, at most until its day ends.
 * Signed papers of void numbers are thrown away.
 * @returns how many were taken up
 * @throws AggregateError with what went wrong, after all have been tried
 */
export async function finishSignings(house: SigningHouse): Promise<number> {
  const { db, clock } = house;
  const errors: unknown[] = [];
  let taken = 0;
  for (const given of await forsakenNumbers(db, clock.now(), MOST_AT_ONCE)) {
    if (!(await takeUp(db, given.id, clock.now(), true))) continue;
    taken += 1;
    const seconds = Math.min(ONCE.seconds * 2 ** given.tries, LONGEST_REST);
    await carryThrough(house, given, { seconds, last: given.tries + 1 >= MOST_TRIES }).catch((error) =>
      errors.push(error),
    );
  }
  await discardVoidPapers(house).catch((error) => errors.push(error));
  if (errors.length > 0) throw new AggregateError(errors, 'signings could not be finished');
  return taken;
}
