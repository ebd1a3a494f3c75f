// Every component takes its words either plainly ("Họ và tên") or as a piece: words with classes, attributes or the heading role.
import type { JSX } from 'preact';

export type Attributes = Record<string, string | number | boolean | undefined>;

/** What may stand as words on a page. */
export type Said = string | number | JSX.Element | readonly (string | number | JSX.Element)[];

/** Words with dress: `heading` makes the label or legend the page's h1. */
export interface Dressed {
  readonly say: Said | undefined;
  readonly classes?: string;
  readonly attributes?: Attributes;
  readonly heading?: boolean;
}

export type Piece = Said | Dressed;

/** The dressed form of a piece; undefined stays undefined. */
export function dressed(piece: Piece): Dressed;
export function dressed(piece: Piece | undefined): Dressed | undefined;
export function dressed(piece: Piece | undefined): Dressed | undefined {
  if (piece === undefined) return undefined;
  return typeof piece === 'object' && 'say' in piece ? piece : { say: piece };
}

/** Joins class names and ids, leaving out what is absent; undefined when nothing is left. */
export function join(...names: (string | false | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined;
}
