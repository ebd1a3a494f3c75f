import { checkFixtures, list, type Options, said } from '../fixture-check.tsx';
import { ErrorSummary } from './error-summary.tsx';

type Given = Options & {
  titleText?: string;
  titleHtml?: string;
  descriptionText?: string;
  descriptionHtml?: string;
  disableAutoFocus?: boolean;
};

checkFixtures('error-summary', (o: Given) => (
  <ErrorSummary
    title={said({ text: o.titleText, html: o.titleHtml })}
    description={said({ text: o.descriptionText, html: o.descriptionHtml })}
    errors={list(o, 'errorList').map((line: Options & { href?: string }) => ({
      say: said(line) ?? '',
      href: line.href,
      attributes: line.attributes,
    }))}
    classes={o.classes}
    attributes={o.attributes}
    disableAutoFocus={o.disableAutoFocus}
  />
));
