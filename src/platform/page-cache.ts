// Rendered pages that are the same for everybody who may see them, kept by a key that changes when they do.

export interface PageCache {
  /** The page under a key, made by `render` when it is not there. */
  get(key: string, render: () => string): string;
}

/** A kept page as it travels, by content encoding. */
export type PackedForms = Map<string, Buffer>;

const packed = new Map<string, PackedForms>();

/** Where the packed forms of a kept page are; undefined for a page that is rendered for one visitor. */
export function packedFormsOf(page: string): PackedForms | undefined {
  return packed.get(page);
}

/** Keeps the `most` pages used last. */
export function pageCache(most = 500): PageCache {
  const pages = new Map<string, string>();
  const forget = (key: string) => {
    packed.delete(pages.get(key) as string);
    pages.delete(key);
  };
  return {
    get(key, render) {
      const known = pages.get(key);
      if (known !== undefined) {
        pages.delete(key);
        pages.set(key, known);
        return known;
      }
      const page = render();
      pages.set(key, page);
      packed.set(page, new Map());
      if (pages.size > most) forget(pages.keys().next().value as string);
      return page;
    },
  };
}
