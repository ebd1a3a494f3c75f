import { checkFixtures, type Options, said } from '../fixture-check.tsx';
import { Panel, type PanelProps } from './panel.tsx';

type Given = Options & { titleText?: string; titleHtml?: string; headingLevel?: PanelProps['headingLevel'] };

const interruption = 'we have only the confirmation; an interruption is a page of its own';

checkFixtures(
  'panel',
  (o: Given) => (
    <Panel
      title={said({ text: o.titleText, html: o.titleHtml }) ?? ''}
      headingLevel={o.headingLevel}
      classes={o.classes}
      attributes={o.attributes}
    >
      {said(o)}
    </Panel>
  ),
  {
    interruption,
    'interruption-with-content-with-long-line-length': interruption,
    'interruption-with-headings-content-and-lists': interruption,
    'interruption with custom classes': interruption,
    'interruption, with actions classes and attributes': interruption,
    'interruption, submit action': interruption,
    'interruption, button link': interruption,
    'interruption, no actions': interruption,
    'interruption, no actions items': interruption,
  },
);
