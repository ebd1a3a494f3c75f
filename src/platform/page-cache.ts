// Rendered pages that are the same for everybody who may see them, kept by a key that changes when they do.

export interface PageCache {
  /** The page under a key, made by `render` when it is not there. */
  get(key: string, render: () => string): string;
}

/** Keeps the `most` pages used last. */
export function pageCache(most = 500): PageCache {
  const pages = new Map<string, string>();
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
      if (pages.size > most) pages.delete(pages.keys().next().value as string);
      return page;
    },
  };
}
