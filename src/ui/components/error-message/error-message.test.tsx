import { checkFixtures, type Options, said } from '../fixture-check.tsx';
import { ErrorMessage } from './error-message.tsx';

checkFixtures('error-message', (o: Options & { id?: string; visuallyHiddenText?: string | false }) => (
  <ErrorMessage
    id={o.id}
    classes={o.classes}
    attributes={o.attributes}
    hiddenPrefix={o.visuallyHiddenText === false ? '' : o.visuallyHiddenText}
  >
    {said(o)}
  </ErrorMessage>
));
