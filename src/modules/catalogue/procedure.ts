// A procedure: each dated revision as it is kept, and as the rest of the program sees it.
import type { Period } from '../../rules/calendar/index.ts';
import type { CatalogueFee, FeeRule } from '../../rules/fees/index.ts';
import type { Level } from '../../rules/terms/search-procedures.ts';
import type { ReturnChannel, ServiceLevel } from './service-level.ts';

export interface ProcedureComponent {
  readonly key: string;
  readonly name: string;
  readonly required: boolean;
  readonly originals: number;
  readonly copies: number;
  readonly formCode: string | null;
  /** Shown at the counter, not uploaded. */
  readonly presentOnly: boolean;
}

/** One dated revision of a procedure, as it is kept. */
export interface Revision {
  readonly id: string;
  /** For addresses: the code, or a made one. */
  readonly slug: string;
  readonly code: string | null;
  readonly name: string;
  /** The full wording, where `name` is shortened; else empty. */
  readonly officialName: string;
  readonly field: string;
  readonly levels: readonly Level[];
  readonly serviceLevel: ServiceLevel;
  readonly audience: readonly string[];
  /** `text` as the source prints it. */
  readonly processing: Period & { readonly text: string };
  readonly fees: readonly CatalogueFee[];
  readonly feeRule: FeeRule;
  readonly components: readonly ProcedureComponent[];
  readonly resultDocument: string;
  /** The law asks for presence to take the result. */
  readonly inPerson: boolean;
  readonly presenceNote: string;
  readonly legalBasis: readonly string[];
  readonly channels: readonly string[];
  readonly keywords: readonly string[];
  readonly essential: boolean;
  readonly provenance: object;
  /** ISO days; `to` exclusive, null = open. */
  readonly from: string;
  readonly to: string | null;
}

/** One dated revision as the rest of the program sees it. */
export interface Procedure extends Omit<Revision, 'processing' | 'channels' | 'provenance' | 'from' | 'to'> {
  readonly period: Period;
  /** As published: "3 ngày làm việc". */
  readonly periodText: string;
  /** Ways to hand the papers in: online, post, counter. */
  readonly submitChannels: readonly string[];
  readonly returnChannels: readonly ReturnChannel[];
  readonly validFrom: string;
  readonly validTo: string | null;
}
