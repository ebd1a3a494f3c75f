// Reads the register once, at start.
import type { Db } from '../../platform/db.ts';
import { type Places, placesOf } from './register.ts';
import { allSuccessions, allUnits } from './store.ts';

/** The whole register in memory. @throws Error when it has not been loaded */
export async function openPlaces(db: Db): Promise<Places> {
  const [units, successions] = await Promise.all([allUnits(db), allSuccessions(db)]);
  if (units.length === 0) throw new Error('places are empty: run the set-up first');
  return placesOf(units, successions);
}
