import { checkFixtures, list, type Options, part, said } from '../fixture-check.tsx';
import { type PageItem, type PageLink, Pagination } from './pagination.tsx';

type LinkOptions = Options & { href: string; labelText?: string };
type ItemOptions = Options & {
  number: number;
  href: string;
  current?: boolean;
  ellipsis?: boolean;
  visuallyHiddenText?: string;
};

function linkOf(o: Options, name: string): PageLink | undefined {
  const link = part(o, name) as LinkOptions | undefined;
  return link && { href: link.href, say: said(link), labelText: link.labelText, attributes: link.attributes };
}

function itemOf(given: Options): PageItem {
  const item = given as ItemOptions;
  if (item.ellipsis) return { ellipsis: true };
  const { number, href, current, visuallyHiddenText: hidden, attributes } = item;
  return { number, href, current, hidden, attributes };
}

checkFixtures('pagination', (o: Options & { landmarkLabel?: string }) => (
  <Pagination
    previous={linkOf(o, 'previous')}
    next={linkOf(o, 'next')}
    items={
      o.items
        ? list(o, 'items')
            .filter((i) => Object.keys(i).length > 0)
            .map(itemOf)
        : undefined
    }
    landmark={o.landmarkLabel}
    classes={o.classes}
    attributes={o.attributes}
  />
));
