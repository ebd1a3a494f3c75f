// Where am I, on public pages that lie in a tree.
import { useWords } from '../../words/index.ts';
import { type Attributes, join, type Said } from '../piece.tsx';

export interface BreadcrumbsProps {
  items: readonly { say: Said; href?: string; attributes?: Attributes }[];
  landmark?: string;
  collapseOnMobile?: boolean;
  classes?: string;
  attributes?: Attributes;
}

/** The path from the home page; an item without `href` is the page itself. */
export function Breadcrumbs({ items, landmark, collapseOnMobile, classes, attributes }: BreadcrumbsProps) {
  const words = useWords();
  return (
    <nav
      class={join('govuk-breadcrumbs', classes, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
      aria-label={landmark ?? words.breadcrumbs}
      {...attributes}
    >
      <ol class="govuk-breadcrumbs__list">
        {items.map((item) => (
          <li class="govuk-breadcrumbs__list-item" aria-current={item.href ? undefined : 'page'}>
            {item.href ? (
              <a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
                {item.say}
              </a>
            ) : (
              item.say
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
