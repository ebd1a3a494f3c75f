import { checkFixtures, type Options, said } from '../fixture-check.tsx';
import { SkipLink } from './skip-link.tsx';

checkFixtures('skip-link', (o: Options & { href?: string }) => (
  <SkipLink href={o.href} classes={o.classes} attributes={o.attributes}>
    {said(o)}
  </SkipLink>
));
