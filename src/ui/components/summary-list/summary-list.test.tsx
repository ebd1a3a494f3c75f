import { checkFixtures, list, type Options, part, piece, said } from '../fixture-check.tsx';
import { type SummaryAction, type SummaryCard, SummaryList } from './summary-list.tsx';

function actionsOf(o: Options | undefined): SummaryAction[] | undefined {
  if (!o || !Array.isArray(o.items)) return undefined;
  return list(o, 'items').map((action) => {
    const given = action as Options & { href: string; visuallyHiddenText?: string };
    return {
      href: given.href,
      say: said(given) ?? '',
      hidden: given.visuallyHiddenText,
      classes: given.classes,
      attributes: given.attributes,
    };
  });
}

function cardOf(o: Options): SummaryCard | undefined {
  const card = part(o, 'card');
  const title = card && part(card, 'title');
  const level = (title as { headingLevel?: SummaryCard['headingLevel'] } | undefined)?.headingLevel;
  return (
    card && {
      title: title && piece(title),
      headingLevel: level,
      actions: actionsOf(part(card, 'actions')),
      actionsClasses: part(card, 'actions')?.classes,
      classes: card.classes,
      attributes: card.attributes,
    }
  );
}

checkFixtures('summary-list', (o) => (
  <SummaryList
    card={cardOf(o)}
    rows={list(o, 'rows').map((row) => ({
      key: piece(row.key) ?? '',
      value: piece(row.value) ?? '',
      actions: actionsOf(part(row, 'actions')),
      actionsClasses: part(row, 'actions')?.classes,
      classes: row.classes,
    }))}
    classes={o.classes}
    attributes={o.attributes}
  />
));
