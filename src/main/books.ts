// The books that acts look things up in, made of the catalogue, the agencies and the register of places in memory.
import type { Agencies, Agency } from '../modules/agencies/index.ts';
import { type Catalogue, levelWords, type Procedure } from '../modules/catalogue/index.ts';
import type {
  AgencyTerms,
  Books,
  ComponentTerms,
  FeeQuote,
  ProcedureTerms,
} from '../modules/dossiers/index.ts';
import { type Places, unitsForForms } from '../modules/places/index.ts';
import { halfDaysAfter, halfDayText } from '../rules/calendar/index.ts';
import { type FeeRule, quote, withDecidedAmounts } from '../rules/fees/index.ts';
import { type Answers, componentsFor, type FormContext } from '../rules/forms/index.ts';
import { formatDate, formatMoney, validOn } from '../rules/kernel/index.ts';

export interface BookSources {
  catalogue: Catalogue;
  agencies: Agencies;
  places: Places;
  /** The portal's origin. */
  portalUrl: string;
}

/** How far ahead one makes an appointment, in days. */
const DAYS_AHEAD = 30;
/** Level 4: the fee too is paid on the network. */
const PAID_ONLINE = 4;
/** "Tờ khai …", "Giấy đề nghị …": the paper that the electronic form stands for. */
const FORM_ITSELF = /^(Tờ khai|Đơn|Giấy đề nghị|Phiếu yêu cầu)/u;

/** The books; what they look up is computed once and kept. */
export function booksOf({ catalogue, agencies, places, portalUrl }: BookSources): Books {
  const procedures = kept((id: string) => termsOf(catalogue.get(id)));
  const named = kept((ids: string) => {
    const [id = '', now = ''] = ids.split('>');
    return agencyTerms(agencies, agencies.get(now), agencies.get(id));
  });
  const offices: Books['agency'] = (id, day) => {
    const agency = agencies.get(id);
    const now = agencies.todayOf(agency, day) ?? agency;
    return { ...named(`${id}>${now.id}`), inForce: validOn(now, day.toString()) };
  };
  const rules = kept(
    (id: string): FeeRule => withDecidedAmounts(catalogue.get(id).feeRule, catalogue.decidedAmounts),
  );
  const units = kept((day: string) => unitsForForms(places, Temporal.PlainDate.from(day)));

  const fee: Books['fee'] = (procedureId, answers, _agencyId, date) => {
    const found = quote(rules(procedureId), answers, { channel: 'online', date });
    const online = found.total > 0 && catalogue.get(procedureId).serviceLevel === PAID_ONLINE;
    return { ...found, online } satisfies FeeQuote;
  };
  const formContext: Books['formContext'] = (agencyId, procedureId, today): FormContext => ({
    today,
    ...units(today.toString()),
    ...(agencyId && {
      agencyName: offices(agencyId, today).called,
      madeAt: offices(agencyId, today).place,
      halfDays: () => halfDaysAfter(offices(agencyId, today).calendar, today, DAYS_AHEAD).map(halfDayText),
    }),
    feeText: (answers) => {
      const { total, undecided } = quote(rules(procedureId), answers, { channel: 'online', date: today });
      return undecided ?? formatMoney(total);
    },
  });
  return {
    procedure: procedures,
    form: (hash) => catalogue.form(hash),
    agency: offices,
    agencyInForce: (id, date) => {
      const agency = agencies.find(id);
      return agency !== undefined && validOn(agency, date.toString());
    },
    formContext,
    fee,
    components: (procedureId, formHash, answers, today) =>
      componentsOf(catalogue, procedureId, formHash, answers, today),
    trackUrl: (number) => `${portalUrl}/tra-cuu?ma=${encodeURIComponent(number)}`,
  };
}

function kept<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

function termsOf(procedure: Procedure): ProcedureTerms {
  return {
    id: procedure.id,
    code: procedure.code,
    name: procedure.name,
    period: procedure.period,
    periodText: procedure.periodText,
    serviceLevel: procedure.serviceLevel,
    inPerson: procedure.inPerson,
    submitChannels: procedure.submitChannels,
    returnChannels: procedure.returnChannels,
    levelWords: levelWords('vi', procedure.serviceLevel, procedure.inPerson, procedure.validFrom),
  };
}

function agencyTerms(agencies: Agencies, agency: Agency, asked: Agency): Omit<AgencyTerms, 'inForce'> {
  const formerly = asked === agency ? '' : asked.name;
  return {
    id: agency.id,
    code: agency.code,
    name: agency.name,
    formerly,
    called: formerly === '' ? agency.name : `${agency.name} (trước ${lastDay(asked)} là ${formerly})`,
    desk: agency.desk,
    parentBody: agency.parentId ? agencies.get(agency.parentId).name : '',
    place: agency.place,
    address: agency.address,
    phone: agency.phone,
    calendar: agencies.calendar(agency),
    policy: agency.policy,
  };
}

/** The day from which a body is no more. */
function lastDay({ validTo }: Agency): string {
  return validTo === null ? '' : formatDate(Temporal.PlainDate.from(validTo));
}

// A form of its own says which papers its answers call for; the general form leaves that to the catalogue's list.
function componentsOf(
  catalogue: Catalogue,
  procedureId: string,
  formHash: string | null,
  answers: Answers,
  today: Temporal.PlainDate,
): readonly ComponentTerms[] {
  const definition = formHash ? catalogue.form(formHash) : null;
  if (definition && definition.components.length > 0) {
    return componentsFor(definition, answers, { today }).map((paper) => ({
      key: paper.key,
      name: paper.name,
      required: paper.required,
      presentOnly: paper.presentOnly,
      fromForm: paper.fromForm ?? false,
    }));
  }
  return catalogue.get(procedureId).components.map((paper) => ({
    key: paper.key,
    name: paper.name,
    required: paper.required,
    presentOnly: paper.presentOnly,
    fromForm: definition !== null && FORM_ITSELF.test(paper.name),
  }));
}
