import { checkFixtures, type Options, said } from '../fixture-check.tsx';
import { InsetText } from './inset-text.tsx';

checkFixtures('inset-text', (o: Options & { id?: string }) => (
  <InsetText id={o.id} classes={o.classes} attributes={o.attributes}>
    {said(o)}
  </InsetText>
));
