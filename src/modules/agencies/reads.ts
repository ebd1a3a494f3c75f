// The agencies in memory: looked up on every page, changed a few times a year.

import type { Db } from '../../platform/db.ts';
import {
  type CalendarDay,
  calendarFromDays,
  type WorkingCalendar,
  withSessions,
} from '../../rules/calendar/index.ts';
import { validOn } from '../../rules/kernel/index.ts';
import { type FoundUnit, findUnits, lower, type Places } from '../places/index.ts';
import { type AgencyLevel, type AgencyRow, agencyRows, type ProvincePlan } from './agency-rows.ts';
import { allAgencies, allBanks, allHolidays, allPayees } from './store.ts';

export interface Agency {
  readonly id: string;
  readonly code: string;
  /** "UBND xã Hiệp Hòa" */
  readonly name: string;
  readonly level: AgencyLevel;
  readonly kind: 'committee' | 'centre';
  readonly unitCode: string;
  readonly parentId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly successorId: string | null;
  readonly address: string;
  readonly phone: string;
  readonly sessions: string;
  readonly policy: { readonly endOfDay: boolean };
  /** Where papers are handed in: "Trung tâm Phục vụ hành chính công xã Hiệp Hòa", before 01/07/2025 the committee's one-stop desk. */
  readonly desk: string;
  /** For the date line of a paper: "Hiệp Hòa". */
  readonly place: string;
}

export interface Payee {
  readonly bin: string;
  readonly account: string;
  readonly holder: string;
}

export interface Bank {
  readonly bin: string;
  readonly shortName: string;
  readonly fullName: string;
}

/** A first choice ("UBND huyện Hiệp Hòa") and the agencies that answer under it. */
export interface AgencyGroup {
  readonly parent: Agency;
  readonly offices: readonly Agency[];
}

/** An agency found by a place that was typed, and what to say about the place. */
export interface FoundOffice {
  readonly agency: Agency;
  readonly found: FoundUnit;
}

export interface Agencies {
  /** @throws Error when there is none */
  get(id: string): Agency;
  find(id: string): Agency | undefined;
  byCode(code: string, date: Temporal.PlainDate): Agency | undefined;
  /** The committee (or centre) of the unit that a code means on a day. */
  ofUnit(unitCode: string, date: Temporal.PlainDate, kind?: Agency['kind']): Agency | undefined;
  /** Committees of these levels in force on a day. Levels that have no agency here (ministry) are passed over. */
  at(levels: readonly string[], date: Temporal.PlainDate): readonly Agency[];
  /** The choice in two steps. */
  groups(levels: readonly string[], date: Temporal.PlainDate): readonly AgencyGroup[];
  /** The choice by typing a place, by its old or new name; a divided unit gives every candidate. */
  offices(
    q: string,
    levels: readonly string[],
    date: Temporal.PlainDate,
    limit?: number,
  ): readonly FoundOffice[];
  /** Names of the provinces that have such an agency, in order: "tỉnh Bắc Ninh". */
  provinces(levels: readonly string[], date: Temporal.PlainDate): readonly string[];
  /** Itself while in force, else who took its place, over all changes; undefined when several did. */
  todayOf(agency: Agency, date: Temporal.PlainDate): Agency | undefined;
  payee(agencyId: string, date: Temporal.PlainDate): Payee | undefined;
  calendar(agency: Agency): WorkingCalendar;
  banks(): readonly Bank[];
}

/** Reads all agencies, accounts and holidays; an installation that has loaded none yet has none. */
export async function openAgencies(db: Db, places: Places): Promise<Agencies> {
  const [rows, payees, holidays, banks] = await Promise.all([
    allAgencies(db),
    allPayees(db),
    allHolidays(db),
    allBanks(db),
  ]);
  return agenciesOf(rows.map(agencyReader(rows, places)), places, {
    payees: payees.map((row) => ({
      ...row,
      agencyId: row.agency_id,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
    days: holidays as CalendarDay[],
    banks: banks.map((row) => ({ bin: row.bin, shortName: row.short_name, fullName: row.full_name })),
  });
}

/** The agencies of these provinces as they are made from their units, without a database: no days off, accounts or banks. */
export function madeAgencies(places: Places, provinces: readonly ProvincePlan[]): Agencies {
  const { agencies: rows } = agencyRows(places, provinces);
  return agenciesOf(rows.map(agencyReader(rows, places)), places, { payees: [], days: [], banks: [] });
}

type Row = Omit<AgencyRow, 'level' | 'kind' | 'policy'> & { level: string; kind: string; policy: unknown };

function agencyReader(rows: readonly Row[], places: Places): (row: Row) => Agency {
  const centreOf = new Map(
    rows.filter((row) => row.kind === 'centre').map((row) => [row.parent_id, row.name]),
  );
  return (row) => {
    const unit = places.unitAt(row.unit_code, row.valid_from);
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      level: row.level as AgencyLevel,
      kind: row.kind as Agency['kind'],
      unitCode: row.unit_code,
      parentId: row.parent_id,
      validFrom: row.valid_from,
      validTo: row.valid_to,
      successorId: row.successor_id,
      address: row.address,
      phone: row.phone,
      sessions: row.sessions,
      policy: { endOfDay: (row.policy as { endOfDay?: boolean }).endOfDay ?? true },
      desk:
        centreOf.get(row.id) ??
        (row.kind === 'centre' ? row.name : `Bộ phận Tiếp nhận và Trả kết quả ${row.name}`),
      place: unit?.name ?? '',
    };
  };
}

interface Beside {
  readonly payees: readonly (Payee & Interval & { readonly agencyId: string })[];
  readonly days: readonly CalendarDay[];
  readonly banks: readonly Bank[];
}

interface Interval {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** The reads over agencies in memory. */
export function agenciesOf(
  all: readonly Agency[],
  places: Places,
  { payees, days, banks }: Beside,
): Agencies {
  const byId = new Map(all.map((agency) => [agency.id, agency]));
  const byUnit = Map.groupBy(all, (agency) => agency.unitCode);
  const payeesOf = Map.groupBy(payees, (payee) => payee.agencyId);
  const usual = calendarFromDays(days);
  const calendars = new Map<string, WorkingCalendar>();

  const ofUnit: Agencies['ofUnit'] = (unitCode, date, kind = 'committee') =>
    byUnit.get(unitCode)?.find((agency) => agency.kind === kind && validOn(agency, date.toString()));
  const at: Agencies['at'] = (levels, date) =>
    all.filter(
      (agency) =>
        agency.kind === 'committee' && levels.includes(agency.level) && validOn(agency, date.toString()),
    );

  const groups: Agencies['groups'] = (levels, date) => {
    const offices = at(levels, date);
    const under = Map.groupBy(offices, (office) => firstChoice(office, date)?.id ?? office.id);
    return [...under]
      .map(([id, list]) => ({ parent: byId.get(id) as Agency, offices: list.sort(byPlace) }))
      .sort((a, b) => RANK[a.parent.level] - RANK[b.parent.level] || byPlace(a.parent, b.parent));
  };
  // The unit's parent on the day, not the agency's at its birth: districts were renamed over the heads of their communes.
  const firstChoice = (office: Agency, date: Temporal.PlainDate): Agency | undefined => {
    const parentCode =
      office.level === 'commune' ? places.unitAt(office.unitCode, date)?.parentCode : undefined;
    return parentCode ? ofUnit(parentCode, date) : undefined;
  };

  const provinces: Agencies['provinces'] = (levels, date) => {
    const tops = at(levels, date).map((office) => {
      const unit = places.unitAt(office.unitCode, date);
      return unit && places.lineOf(unit, date).at(-1);
    });
    const names = new Set(tops.flatMap((top) => (top ? [lower(top.fullName)] : [])));
    return [...names].sort(vietnamese.compare);
  };

  const offices: Agencies['offices'] = (q, levels, date, limit = 10) => {
    const out: FoundOffice[] = [];
    for (const found of findUnits(places, q, date)) {
      for (const agency of answering(found.unit.code, levels, date)) {
        if (!out.some((one) => one.agency === agency)) out.push({ agency, found });
      }
    }
    return out.slice(0, limit);
  };
  const answering = (unitCode: string, levels: readonly string[], date: Temporal.PlainDate): Agency[] => {
    const unit = places.unitAt(unitCode, date);
    const line = unit ? places.lineOf(unit, date) : [];
    return line.flatMap((one) => {
      const agency = levels.includes(one.kind) ? ofUnit(one.code, date) : undefined;
      return agency ? [agency] : [];
    });
  };

  const todayOf: Agencies['todayOf'] = (agency, date) => {
    let now: Agency | undefined = agency;
    for (let steps = 0; steps < 8 && now !== undefined && !validOn(now, date.toString()); steps++) {
      now = now.successorId === null ? undefined : byId.get(now.successorId);
    }
    return now;
  };

  return {
    get(id) {
      const agency = byId.get(id);
      if (agency === undefined) throw new Error(`no agency ${id}`);
      return agency;
    },
    find: (id) => byId.get(id),
    byCode: (code, date) => all.find((agency) => agency.code === code && validOn(agency, date.toString())),
    ofUnit,
    at,
    groups,
    offices,
    provinces,
    todayOf,
    payee: (agencyId, date) => payeesOf.get(agencyId)?.find((payee) => validOn(payee, date.toString())),
    calendar(agency) {
      const known = calendars.get(agency.sessions) ?? withSessions(usual, agency.sessions);
      calendars.set(agency.sessions, known);
      return known;
    },
    banks: () => banks,
  };
}

const RANK: Record<AgencyLevel, number> = { province: 0, district: 1, commune: 2 };
const vietnamese = new Intl.Collator('vi', { numeric: true });

function byPlace(a: Agency, b: Agency): number {
  return vietnamese.compare(a.place, b.place);
}
