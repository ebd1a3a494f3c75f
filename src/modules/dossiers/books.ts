// What an act looks up but does not keep: the procedure's terms, the form, the agency and its calendar. Handed in, never reached for.
import type { DeadlinePolicy, Period, WorkingCalendar } from '../../rules/calendar/index.ts';
import type { Answers, FormContext, FormDefinition } from '../../rules/forms/index.ts';
import type { FeeQuote } from './fee.ts';

export interface ComponentTerms {
  readonly key: string;
  readonly name: string;
  readonly required: boolean;
  /** Shown at the counter, never uploaded. */
  readonly presentOnly: boolean;
  /** The electronic form itself. */
  readonly fromForm: boolean;
}

export interface ProcedureTerms {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly period: Period;
  /** As published: "3 ngày làm việc". */
  readonly periodText: string;
  readonly serviceLevel: number;
  readonly inPerson: boolean;
  readonly submitChannels: readonly string[];
  readonly returnChannels: readonly string[];
  /** "Mức độ 4" or "Trực tuyến toàn trình". */
  readonly levelWords: string;
}

export interface AgencyTerms {
  readonly id: string;
  readonly code: string;
  /** "UBND xã Hiệp Hòa" */
  readonly name: string;
  /** Of a body whose place it took, when that was asked for: "UBND xã Lương Phong"; empty otherwise. */
  readonly formerly: string;
  /** Its name, the former one in brackets: "UBND xã Hiệp Hòa (trước 01/07/2025 là UBND xã Lương Phong)". */
  readonly called: string;
  /** In force on the day; false for a body that was divided among several. */
  readonly inForce: boolean;
  /** "Trung tâm Phục vụ hành chính công xã Hiệp Hòa" */
  readonly desk: string;
  /** The body above: "UBND tỉnh Bắc Ninh"; empty for the highest. */
  readonly parentBody: string;
  /** Place in the date line: "Hiệp Hòa". */
  readonly place: string;
  readonly address: string;
  readonly phone: string;
  readonly calendar: WorkingCalendar;
  readonly policy: DeadlinePolicy;
}

export interface Books {
  /** @throws Error when there is no such revision */
  procedure(id: string): ProcedureTerms;
  form(hash: string): FormDefinition;
  /** The body that answers on a day for an agency of any day: itself, or who took its place. */
  agency(id: string, day: Temporal.PlainDate): AgencyTerms;
  /** Whether the agency exists on a day: founded, and not abolished or merged. */
  agencyInForce(id: string, date: Temporal.PlainDate): boolean;
  /** The papers these answers call for. */
  components(
    procedureId: string,
    formHash: string | null,
    answers: Answers,
    today: Temporal.PlainDate,
  ): readonly ComponentTerms[];
  formContext(agencyId: string | null, procedureId: string, today: Temporal.PlainDate): FormContext;
  /** The fee of these answers by the rule in force. */
  fee(procedureId: string, answers: Answers, agencyId: string, date: Temporal.PlainDate): FeeQuote;
  /** Where the slip's QR code leads. */
  trackUrl(number: string): string;
}
