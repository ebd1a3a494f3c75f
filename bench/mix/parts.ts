// The parts that people play, as they are handed to the program that plays them.
import type { Request } from '../connections.ts';
import type { SignedIn } from '../prepared.ts';

export interface Visitor {
  readonly kind: 'visitor';
}

/** Files one thing after another at an agency, and looks at what they have filed. */
export interface Filer extends SignedIn {
  readonly kind: 'filer';
  readonly slug: string;
  /** Pages of the form with what is posted to each. */
  readonly pages: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly agencyId: string;
  /** What is typed to find the agency. */
  readonly place: string;
  /** Dossiers of theirs. */
  readonly dossiers: readonly string[];
  /** The draft they are in the midst of; null when they are not. */
  readonly draft: string | null;
}

/** Works at the desk of an agency. */
export interface Official extends SignedIn {
  readonly kind: 'official';
  /** The queues they go through, as their addresses name them. */
  readonly queues: readonly string[];
  /** Dossiers at their agency, and what they search for. */
  readonly dossiers: readonly string[];
  readonly words: readonly string[];
  /** Theirs to accept, with the version they see. */
  readonly fresh: readonly { readonly id: string; readonly version: number }[];
}

/** Where in its round a person begins. */
export type Part = (Visitor | Filer | Official) & { readonly at: number };

/** What everybody may ask for. */
export interface World {
  readonly secret: string;
  /** Procedures, those asked for most first. */
  readonly slugs: readonly string[];
  readonly phrases: readonly string[];
  readonly slips: readonly { readonly code: string; readonly secret: string }[];
}

/** What a person does at once: a link or a button. `kind` is what it is counted as. */
export interface Click extends Pick<Request, 'path'> {
  readonly kind: string;
  /** Of a form that is posted, without its token. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Where it must lead; anywhere when absent. */
  readonly leads?: RegExp;
}
