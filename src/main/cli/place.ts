// `place`: which unit, or which agency, a typed place means on a day; the same reading as the boxes of the forms.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Agencies, madeAgencies, type ProvincePlan } from '../../modules/agencies/index.ts';
import {
  lower,
  nameOfMeaning,
  offer,
  type Places,
  placeReader,
  placesOf,
  type Succession,
  type Understood,
  type Unit,
  unitsFor,
} from '../../modules/places/index.ts';
import { dateOf } from '../../rules/kernel/index.ts';
import { placeReason, sayPlaceReason } from '../../rules/places/index.ts';
import { dataFolder, readReference } from './data-folder.ts';
import { lineByLine, questionOf } from './json-lines.ts';

const QUESTION = z.object({
  q: z.string({ error: 'phải là tên một nơi' }),
  at: z.iso.date({ error: 'phải là ngày dạng 2026-11-23' }).nullish(),
  kind: z.enum(['unit', 'agency'], { error: 'phải là unit hoặc agency' }).nullish(),
});

function rows<T>(file: string): T[] {
  const lines = readFileSync(join(dataFolder(), file), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as T);
}

/** `{q, at?, kind?}` → `{match: {code, name, path} | null, choices: [{code, name, path}], why}`; today when no day is given. */
export const run = lineByLine(() => {
  const places = placesOf(rows<Unit>('units.jsonl'), rows<Succession>('unit-successions.jsonl'));
  const today = dateOf(Temporal.Now.instant()).toString();
  const served = once(() => agenciesOf(places));
  const readers = new Map<string, (text: string) => Understood>();
  return (line) => {
    const { q, at, kind } = questionOf(QUESTION, line);
    const day = at ?? today;
    const read = readers.get(day) ?? placeReader(places, Temporal.PlainDate.from(day));
    readers.set(day, read);
    return kind === 'agency'
      ? agencyAnswer(places, served(), read(q), q, day)
      : unitAnswer(places, read(q), day);
  };
});

/** A district that was understood is the match, and its communes are the choices; so is a commune that was divided. */
function unitAnswer(places: Places, understood: Understood, day: string) {
  const { match, meanings } = understood;
  const { choices, why } = offer(places, understood, day, { wide: false });
  const provinces = meanings.filter(({ unit }) => unit.kind === 'province' && match === null);
  return {
    match: match && {
      code: match.unit.code,
      name: match.unit.fullName,
      path: nameOfMeaning(places, match, day),
    },
    choices: [
      ...provinces.map((one) => ({
        code: one.unit.code,
        name: one.unit.fullName,
        path: nameOfMeaning(places, one, day),
      })),
      ...choices.map(({ unit, label }) => ({ code: unit.code, name: unit.fullName, path: label })),
    ],
    why: sayPlaceReason('vi', why),
  };
}

/** `match` is the agency that answers for the place on the day; where several do, they are the choices. */
function agencyAnswer(places: Places, agencies: Agencies, understood: Understood, q: string, day: string) {
  const date = Temporal.PlainDate.from(day);
  const found = unitsFor(places, understood, date).flatMap(({ unit, label }) => {
    const agency = agencies.ofUnit(unit.code, date);
    return agency ? [{ code: agency.code, name: agency.name, path: `UBND ${lower(label)}` }] : [];
  });
  const { why } = offer(places, understood, day, { wide: false });
  const [only] = found;
  if (understood.match && only && found.length === 1)
    return {
      match: only,
      choices: [],
      why: sayPlaceReason('vi', placeReason('place-understood', { name: only.path })),
    };
  const unserved = found.length === 0 && understood.meanings.length > 0;
  return {
    match: null,
    choices: found,
    why: sayPlaceReason('vi', unserved ? placeReason('place-not-served', { typed: q }) : why),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const PROVINCES = z.object({
  provinces: z.array(
    z.object({
      unitCode: z.string(),
      from: z.iso.date(),
      to: z.iso.date().optional(),
      code: z.string(),
      style: z.enum(['2016', '2020']),
      centres: z.boolean(),
      sessions: z.string(),
      endOfDay: z.boolean(),
      phone: z.string(),
    }),
  ),
});

/** The agencies of the provinces that are served, made from their units. */
function agenciesOf(places: Places): Agencies {
  const { provinces } = PROVINCES.parse(readReference('agencies.json'));
  return madeAgencies(
    places,
    provinces.map((province): ProvincePlan => ({ ...province, to: province.to ?? null })),
  );
}
