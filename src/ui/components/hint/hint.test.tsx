import { checkFixtures, type Options, said } from '../fixture-check.tsx';
import { Hint } from './hint.tsx';

checkFixtures('hint', (o: Options & { id?: string }) => (
  <Hint id={o.id} classes={o.classes} attributes={o.attributes}>
    {said(o)}
  </Hint>
));
