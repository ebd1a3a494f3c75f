// Makes the agencies of a province out of its units: names, codes, parents, successors. Pure.
import { createHash } from 'node:crypto';
import { inForce, unaccent } from '../../rules/kernel/index.ts';
import type { Places, Unit } from '../places/index.ts';

export type AgencyLevel = 'province' | 'district' | 'commune';

/** A province that is served, during one regime: its agencies are made from its units. */
export interface ProvincePlan {
  readonly unitCode: string;
  /** ISO days; `to` exclusive, null = open. */
  readonly from: string;
  readonly to: string | null;
  /** First-level code: H02, H05. */
  readonly code: string;
  /** `2016`: 000.ZZ.YY.H02 (QCVN 102:2016); `2020`: H05.ZZZ (QĐ 20/2020/QĐ-TTg). */
  readonly style: '2016' | '2020';
  /** Public-service centres beside the committees (NĐ 118/2025). */
  readonly centres: boolean;
  /** Hours and telephone of its agencies until they have their own. */
  readonly sessions: string;
  readonly endOfDay: boolean;
  readonly phone: string;
  /** Pattern of accounts, for a trial: `{unit}` stands for the unit's code. */
  readonly payee?: { readonly bin: string; readonly account: string } | undefined;
}

export interface AgencyRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: AgencyLevel;
  readonly kind: 'committee' | 'centre';
  readonly unit_code: string;
  readonly parent_id: string | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly successor_id: string | null;
  readonly address: string;
  readonly phone: string;
  readonly sessions: string;
  readonly policy: { readonly endOfDay: boolean };
}

export interface PayeeRow {
  readonly agency_id: string;
  readonly bin: string;
  readonly account: string;
  readonly holder: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

interface Draft {
  readonly unit: Unit;
  readonly plan: ProvincePlan;
  readonly from: string;
  readonly to: string | null;
  readonly code: string;
}

/** All agencies of these provinces, and their payee accounts where a pattern is given. */
export function agencyRows(
  places: Places,
  provinces: readonly ProvincePlan[],
): { agencies: AgencyRow[]; payees: PayeeRow[] } {
  const drafts = provinces.flatMap((province) => draftsOf(places, province));
  const committees = drafts.map((draft) => committee(places, drafts, draft));
  const centres = drafts.flatMap((draft, at) =>
    draft.plan.centres ? [centre(committees[at] as AgencyRow, draft)] : [],
  );
  const payees = drafts.flatMap((draft, at) => payee(committees[at] as AgencyRow, draft));
  return { agencies: [...committees, ...centres], payees };
}

function draftsOf(places: Places, plan: ProvincePlan): Draft[] {
  const inPeriod = (unit: Unit) =>
    (plan.to === null || unit.validFrom < plan.to) && (unit.validTo === null || unit.validTo > plan.from);
  const children = (codes: ReadonlySet<string>, kind: Unit['kind']) =>
    places.units.filter(
      (unit) =>
        unit.kind === kind && unit.parentCode !== null && codes.has(unit.parentCode) && inPeriod(unit),
    );
  const province = places.units.filter(
    (unit) => unit.code === plan.unitCode && unit.kind === 'province' && inPeriod(unit),
  );
  const districts = children(new Set([plan.unitCode]), 'district');
  const communes = children(new Set([plan.unitCode, ...districts.map((unit) => unit.code)]), 'commune');
  const districtNumber = ordinals(districts.map((unit) => unit.code));
  const communeNumber = ordinals(
    communes.map((unit) => `${districtNumber.get(unit.parentCode ?? '') ?? 0} ${unit.code}`),
    true,
  );
  return [...province, ...districts, ...communes].map((unit) => {
    const district =
      unit.kind === 'district'
        ? (districtNumber.get(unit.code) ?? 0)
        : (districtNumber.get(unit.parentCode ?? '') ?? 0);
    const commune = unit.kind === 'commune' ? (communeNumber.get(`${district} ${unit.code}`) ?? 0) : 0;
    return {
      unit,
      plan,
      from: [unit.validFrom, plan.from].sort()[1] as string,
      to: unit.validTo !== null && (plan.to === null || unit.validTo < plan.to) ? unit.validTo : plan.to,
      code: codeOf(plan, district, commune),
    };
  });
}

/** Numbers from 1 in the order of the codes; within each first word when asked (communes of one district). */
function ordinals(keys: readonly string[], within = false): Map<string, number> {
  const next = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const key of [...new Set(keys)].sort()) {
    const group = within ? (key.split(' ')[0] ?? '') : '';
    next.set(group, (next.get(group) ?? 0) + 1);
    numbers.set(key, next.get(group) ?? 0);
  }
  return numbers;
}

function codeOf(plan: ProvincePlan, district: number, commune: number): string {
  const digits = (n: number, width: number) => String(n).padStart(width, '0');
  if (plan.style === '2016') return `000.${digits(commune, 2)}.${digits(district, 2)}.${plan.code}`;
  const parts = [plan.code];
  if (district > 0) parts.push(digits(district, 2));
  if (commune > 0) parts.push(digits(commune, 3));
  return parts.join('.');
}

/** The same id for the same agency at every set-up: a UUID (version 8) of the unit, its day and its kind. */
function agencyIdOf(unitCode: string, from: string, kind: AgencyRow['kind']): string {
  const hex = createHash('sha256').update(`agency ${unitCode} ${from} ${kind}`).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function idOf(draft: Draft): string {
  return agencyIdOf(draft.unit.code, draft.from, 'committee');
}

function committee(places: Places, drafts: readonly Draft[], draft: Draft): AgencyRow {
  const { unit, plan, from, to } = draft;
  return {
    id: idOf(draft),
    code: draft.code,
    name: `UBND ${lowered(unit)}`,
    level: unit.kind,
    kind: 'committee',
    unit_code: unit.code,
    parent_id: idInForce(drafts, unit.parentCode, from),
    valid_from: from,
    valid_to: to,
    successor_id: to === null ? null : successor(places, drafts, unit, to),
    address: places.pathOf(unit, from),
    phone: plan.phone,
    sessions: plan.sessions,
    policy: { endOfDay: plan.endOfDay },
  };
}

function idInForce(drafts: readonly Draft[], code: string | null, day: string): string | null {
  const found = drafts.find((one) => one.unit.code === code && inForce(one, day));
  return found ? idOf(found) : null;
}

function successor(places: Places, drafts: readonly Draft[], unit: Unit, day: string): string | null {
  const { units } = places.successorsOf(unit, day);
  return units.length === 1 ? idInForce(drafts, units[0]?.code ?? null, day) : null;
}

function centre(committee: AgencyRow, draft: Draft): AgencyRow {
  return {
    ...committee,
    id: agencyIdOf(draft.unit.code, draft.from, 'centre'),
    code: `${committee.code}.TT`,
    name: `Trung tâm Phục vụ hành chính công ${lowered(draft.unit)}`,
    kind: 'centre',
    parent_id: committee.id,
    successor_id: null,
  };
}

function payee(agency: AgencyRow, { unit, plan, from, to }: Draft): PayeeRow[] {
  if (!plan.payee) return [];
  const row = {
    agency_id: agency.id,
    bin: plan.payee.bin,
    account: plan.payee.account.replace('{unit}', unit.code),
    holder: unaccent(agency.name).toUpperCase(),
    valid_from: from,
    valid_to: to,
  };
  return [row];
}

/** "xã Lương Phong" */
function lowered(unit: Unit): string {
  return unit.fullName.charAt(0).toLowerCase() + unit.fullName.slice(1);
}
