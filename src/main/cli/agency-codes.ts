// `data agencies [NAME]`: the codes by which data files name agencies, of all that are in force or of those at a place.
import { openAgencies } from '../../modules/agencies/index.ts';
import { openPlaces } from '../../modules/places/index.ts';
import type { Db } from '../../platform/db.ts';
import { dateOf, fold } from '../../rules/kernel/index.ts';

const LEVELS = ['province', 'district', 'commune'];
/** A province is found by its own name; whatever else lies in it would bring it too. */
const BY_PLACE = LEVELS.slice(1);
/** Places of one name in the whole country are fewer. */
const MOST_FOUND = 50;

export interface CodeLine {
  readonly code: string;
  readonly name: string;
}

/**
 * Agencies in force today in the order of their codes, those that are called so before those at a place that is or was called so.
 * @param typed part of a name or a code, or a place by its old or new name, with marks or without; '' for all
 */
export async function agencyCodes(db: Db, typed: string, now: Temporal.Instant): Promise<CodeLine[]> {
  const agencies = await openAgencies(db, await openPlaces(db));
  const day = dateOf(now);
  const committees = agencies.at(LEVELS, day);
  const withCentres = committees.flatMap((one) => {
    const centre = agencies.ofUnit(one.unitCode, day, 'centre');
    return centre ? [one, centre] : [one];
  });
  const asked = fold(typed.trim());
  const atPlace = new Set(
    asked === ''
      ? []
      : agencies.offices(typed, BY_PLACE, day, MOST_FOUND).map(({ agency }) => agency.unitCode),
  );
  const isCalledSo = (one: CodeLine) => fold(`${one.code} ${one.name}`).includes(asked);
  const [called, near] = [withCentres.filter(isCalledSo), withCentres.filter((one) => !isCalledSo(one))];
  return [called, near.filter((one) => atPlace.has(one.unitCode))].flatMap((some) =>
    some.map(({ code, name }) => ({ code, name })).sort((a, b) => (a.code < b.code ? -1 : 1)),
  );
}
