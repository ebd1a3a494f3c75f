// Answers and facts in two columns, with "Sửa" where they may still change.
import type { JSX } from 'preact';
import { type Attributes, dressed, join, type Piece, type Said } from '../piece.tsx';

export interface SummaryAction {
  href: string;
  say: Said;
  /** Completes "Sửa" for screen readers ("họ và tên"). */
  hidden?: Said;
  classes?: string;
  attributes?: Attributes;
}

export interface SummaryRow {
  key: Piece;
  value: Piece;
  actions?: readonly SummaryAction[];
  actionsClasses?: string;
  classes?: string;
}

export interface SummaryCard {
  title?: Piece;
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  actions?: readonly SummaryAction[];
  actionsClasses?: string;
  classes?: string;
  attributes?: Attributes;
}

export interface SummaryListProps {
  rows: readonly SummaryRow[];
  card?: SummaryCard;
  classes?: string;
  attributes?: Attributes;
}

function ActionLink({ action, card }: { action: SummaryAction; card?: Said }) {
  return (
    <a class={join('govuk-link', action.classes)} href={action.href} {...action.attributes}>
      {action.say}
      {(action.hidden || card !== undefined) && (
        <span class="govuk-visually-hidden">
          {action.hidden && [' ', action.hidden]}
          {card !== undefined && <> ({card})</>}
        </span>
      )}
    </a>
  );
}

function RowActions({ row, card }: { row: SummaryRow; card?: Said }) {
  const actions = row.actions ?? [];
  const first = actions[0];
  if (!first) return null;
  return (
    <dd class={join('govuk-summary-list__actions', row.actionsClasses)}>
      {actions.length === 1 ? (
        <ActionLink action={first} card={card} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {actions.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={action} card={card} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

function CardActions({ card, title }: { card: SummaryCard; title?: Said }) {
  const actions = card.actions ?? [];
  const first = actions[0];
  if (!first) return null;
  const classes = join('govuk-summary-card__actions', card.actionsClasses);
  if (actions.length === 1) {
    return (
      <div class={classes}>
        <ActionLink action={first} card={title} />
      </div>
    );
  }
  return (
    <ul class={classes}>
      {actions.map((action) => (
        <li class="govuk-summary-card__action">
          <ActionLink action={action} card={title} />
        </li>
      ))}
    </ul>
  );
}

function Card({ card, children }: { card: SummaryCard; children: JSX.Element }) {
  const title = dressed(card.title);
  const Heading: keyof JSX.IntrinsicElements = `h${card.headingLevel ?? 2}`;
  return (
    <div class={join('govuk-summary-card', card.classes)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title && <Heading class={join('govuk-summary-card__title', title.classes)}>{title.say}</Heading>}
        <CardActions card={card} title={title?.say} />
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  );
}

/** A list of key and value; with `card` it stands in a titled frame. */
export function SummaryList({ rows, card, classes, attributes }: SummaryListProps) {
  const anyActions = rows.some((row) => row.actions?.length);
  const cardTitle = dressed(card?.title)?.say;
  const list = (
    <dl class={join('govuk-summary-list', classes)} {...attributes}>
      {rows.map((row) => {
        const key = dressed(row.key);
        const value = dressed(row.value);
        return (
          <div
            class={join(
              'govuk-summary-list__row',
              anyActions && !row.actions && 'govuk-summary-list__row--no-actions',
              row.classes,
            )}
          >
            <dt class={join('govuk-summary-list__key', key.classes)}>{key.say}</dt>
            <dd class={join('govuk-summary-list__value', value.classes)}>{value.say}</dd>
            <RowActions row={row} card={cardTitle} />
          </div>
        );
      })}
    </dl>
  );
  return card ? <Card card={card}>{list}</Card> : list;
}
