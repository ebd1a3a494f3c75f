// Whether there is anything to look at in a PDF.
import type { PdfFile } from './objects.ts';
import { isArray, isDictionary, nameOf, type PdfDictionary, type PdfValue } from './values.ts';

/** Nodes of the tree of pages that are looked at: the first page comes long before. */
const MOST_NODES = 10_000;

/** Whether a document has a page (7.7.3): a leaf in the tree of pages; where no tree is found, as in broken files that readers mend, any page. */
export function hasPage(file: PdfFile): boolean {
  const { follow, objects, trailers } = file;
  const catalogs = [
    ...trailers.map((trailer) => follow(trailer.get('Root'))),
    ...objects.map(({ value }) => value).filter((value) => isKind(file, value, 'Catalog')),
  ];
  const trees = catalogs
    .map((catalog) => (isDictionary(catalog) ? follow(catalog.get('Pages')) : undefined))
    .filter((tree) => isDictionary(tree));
  if (trees.length === 0) return objects.some(({ value }) => isKind(file, value, 'Page'));
  return trees.some((tree) => hasLeaf(file, tree));
}

const isKind = ({ follow }: PdfFile, value: PdfValue | undefined, kind: string) =>
  isDictionary(value) && nameOf(follow(value.get('Type'))) === kind;

function hasLeaf({ follow }: PdfFile, tree: PdfDictionary): boolean {
  const seen = new Set<PdfValue>();
  const waiting: PdfValue[] = [tree];
  for (let one = waiting.pop(); one !== undefined && seen.size < MOST_NODES; one = waiting.pop()) {
    if (seen.has(one) || !isDictionary(one)) continue;
    seen.add(one);
    const kids = follow(one.get('Kids'));
    if (kids === undefined || kids === null) return nameOf(follow(one.get('Type'))) !== 'Pages';
    if (isArray(kids)) for (const kid of kids.toReversed()) waiting.push(follow(kid) ?? null);
  }
  return false;
}
