import { checkFixtures, type Options, said } from '../fixture-check.tsx';
import { Label } from './label.tsx';

checkFixtures('label', (o: Options & { for?: string; isPageHeading?: boolean }) => (
  <Label for={o.for} classes={o.classes} attributes={o.attributes} heading={o.isPageHeading}>
    {said(o)}
  </Label>
));
