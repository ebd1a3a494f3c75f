import { checkFixtures, list, type Options, said } from '../fixture-check.tsx';
import { Breadcrumbs } from './breadcrumbs.tsx';

type Given = Options & { collapseOnMobile?: boolean; labelText?: string };

checkFixtures('breadcrumbs', (o: Given) => (
  <Breadcrumbs
    items={list(o, 'items').map((i: Options & { href?: string }) => ({
      say: said(i) ?? '',
      href: i.href,
      attributes: i.attributes,
    }))}
    collapseOnMobile={o.collapseOnMobile}
    landmark={o.labelText}
    classes={o.classes}
    attributes={o.attributes}
  />
));
