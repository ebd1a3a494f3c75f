// Rendered pages that are the same for everybody who may see them, kept by a key that changes when they do.
import { LRUCache } from 'lru-cache';

export interface PageCache {
  /** The page under a key, made by `render` when it is not there. */
  get(key: string, render: () => string): string;
}

/** A kept page as it travels, by content encoding. */
export type PackedForms = Map<string, Buffer>;

const caches = new Set<{ clear(): void }>();

/** Something kept by a key, of what pages are made of: forgotten when that changes. @param most the number kept */
export function keptUntilForgotten<V extends object | string>(
  most: number,
  dispose?: (value: V) => void,
): LRUCache<string, V> {
  const cache = new LRUCache<string, V>({ max: most, ...(dispose && { dispose }) });
  caches.add(cache);
  return cache;
}

let forgotten = 0;

/** Moves on when what pages are made of changes: what was begun before is not to be kept any more. */
export const timesForgotten = () => forgotten;

/** What pages are made of has changed: all that was kept is made anew when it is next asked for. */
export function forgetPages(): void {
  forgotten += 1;
  for (const cache of caches) cache.clear();
}

const packed = new Map<string, PackedForms>();

/** Where the packed forms of a kept page are; undefined for a page that is rendered for one visitor. */
export function packedFormsOf(page: string): PackedForms | undefined {
  return packed.get(page);
}

/** Keeps the `most` pages used last. */
export function pageCache(most = 500): PageCache {
  const pages = keptUntilForgotten<string>(most, (page) => packed.delete(page));
  return {
    get(key, render) {
      const known = pages.get(key);
      if (known !== undefined) return known;
      const page = render();
      packed.set(page, new Map());
      pages.set(key, page);
      return page;
    },
  };
}
