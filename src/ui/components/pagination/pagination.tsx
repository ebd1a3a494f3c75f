// Pages of a list, or previous and next of a row of things.
import type { ComponentChildren } from 'preact';
import { useWords } from '../../words/index.ts';
import { type Attributes, join, type Said } from '../piece.tsx';

export interface PageLink {
  href: string;
  say?: Said;
  /** What is there, under the word. */
  labelText?: string;
  attributes?: Attributes;
}

export type PageItem =
  | { ellipsis: true }
  | {
      ellipsis?: false;
      number: string | number;
      href: string;
      current?: boolean;
      hidden?: string;
      attributes?: Attributes;
    };

export interface PaginationProps {
  previous?: PageLink;
  next?: PageLink;
  items?: readonly PageItem[];
  landmark?: string;
  classes?: string;
  attributes?: Attributes;
}

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

function Arrow({ to }: { to: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${to}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={ARROWS[to]} />
    </svg>
  );
}

function Step({
  to,
  link,
  block,
  children,
}: {
  to: 'prev' | 'next';
  link: PageLink;
  block: boolean;
  children: ComponentChildren;
}) {
  return (
    <div class={`govuk-pagination__${to}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={to} {...link.attributes}>
        {(block || to === 'prev') && <Arrow to={to} />}
        <span
          class={join(
            'govuk-pagination__link-title',
            block && !link.labelText && 'govuk-pagination__link-title--decorated',
          )}
        >
          {children}
        </span>
        {link.labelText && block && (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!block && to === 'next' && <Arrow to={to} />}
      </a>
    </div>
  );
}

function Item({ item }: { item: PageItem }) {
  const words = useWords().pagination;
  if (item.ellipsis) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  return (
    <li class={join('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.hidden ?? words.page(item.number)}
        aria-current={item.current ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  );
}

/** Page numbers with previous and next; without `items` two large links. */
export function Pagination({ previous, next, items, landmark, classes, attributes }: PaginationProps) {
  const words = useWords().pagination;
  const block = !items && Boolean(previous || next);
  return (
    <nav
      class={join('govuk-pagination', block && 'govuk-pagination--block', classes)}
      aria-label={landmark ?? words.landmark}
      {...attributes}
    >
      {previous && (
        <Step to="prev" link={previous} block={block}>
          {previous.say ?? (
            <>
              {words.previous}
              <span class="govuk-visually-hidden">{words.pageHidden}</span>
            </>
          )}
        </Step>
      )}
      {items && (
        <ul class="govuk-pagination__list">
          {items.map((item) => (
            <Item item={item} />
          ))}
        </ul>
      )}
      {next && (
        <Step to="next" link={next} block={block}>
          {next.say ?? (
            <>
              {words.next}
              <span class="govuk-visually-hidden">{words.pageHidden}</span>
            </>
          )}
        </Step>
      )}
    </nav>
  );
}
