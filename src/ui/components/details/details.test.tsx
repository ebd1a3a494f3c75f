import { checkFixtures, type Options, said } from '../fixture-check.tsx';
import { Details } from './details.tsx';

type Given = Options & { summaryText?: string; summaryHtml?: string; id?: string; open?: boolean };

checkFixtures('details', (o: Given) => (
  <Details
    summary={said({ text: o.summaryText, html: o.summaryHtml }) ?? ''}
    id={o.id}
    open={o.open}
    classes={o.classes}
    attributes={o.attributes}
  >
    {said(o)}
  </Details>
));
