// The shape of what an author writes, as data: the types of this program and the check of a file both follow from it.
import type { Condition } from './condition.ts';

/** What is written as one value. A `count` is a whole number from 0, a `day` is ISO, a `key` names a field or a page. */
interface Plain {
  readonly text: string;
  readonly flag: boolean;
  readonly count: number;
  readonly integer: number;
  readonly day: string;
  readonly key: string;
  /** A regular expression, judged with the flags `iu`. */
  readonly pattern: string;
  readonly condition: Condition;
}

export type Shape =
  | keyof Plain
  | { readonly oneOf: readonly string[] }
  | { readonly list: Shape; readonly least?: number }
  | { readonly members: Shapes }
  | { readonly orNull: Shape }
  /** The key of a question of one of these kinds, asked before. */
  | { readonly fieldOf: readonly string[] }
  /** The member named `by` decides which others there are. */
  | { readonly by: string; readonly cases: Readonly<Record<string, Shapes>> };

/** Members by name; a name that ends in `?` may be left out. */
export interface Shapes {
  readonly [name: string]: Shape;
}

/** What a shape holds. */
export type Typed<S> = S extends keyof Plain
  ? Plain[S]
  : S extends { readonly oneOf: readonly (infer One)[] }
    ? One
    : S extends { readonly list: infer Item }
      ? readonly Typed<Item>[]
      : S extends { readonly members: infer M }
        ? Members<M>
        : S extends { readonly orNull: infer Inner }
          ? Typed<Inner> | null
          : S extends { readonly fieldOf: unknown }
            ? string
            : S extends { readonly by: infer By extends string; readonly cases: infer Cases }
              ? { [K in keyof Cases]: Readonly<Record<By, K>> & Members<Cases[K]> }[keyof Cases]
              : never;

/** What an object of these members holds. */
export type Members<M> = {
  readonly [K in keyof M as K extends `${string}?` ? never : K]: Typed<M[K]>;
} & {
  readonly [K in keyof M as K extends `${infer Name}?` ? Name : never]?: Typed<M[K]>;
};

/** Calls `visit` for everything written under these members, however deep: its path (`minAge.years`), its shape and its value. */
export function eachMember(
  shapes: Shapes,
  written: object,
  visit: (path: string, shape: Shape, value: unknown) => void,
  before = '',
): void {
  for (const [name, shape] of Object.entries(shapes)) {
    const key = name.replace(/\?$/u, '');
    const value: unknown = Reflect.get(written, key);
    if (value === undefined) continue;
    const path = before + key;
    visit(path, shape, value);
    if (typeof shape === 'object' && 'members' in shape && typeof value === 'object' && value !== null)
      eachMember(shape.members, value, visit, `${path}.`);
  }
}
