import { checkFixtures, type Options, said } from '../fixture-check.tsx';
import { BackLink } from './back-link.tsx';

checkFixtures('back-link', (o: Options & { href?: string }) => (
  <BackLink href={o.href} classes={o.classes} attributes={o.attributes}>
    {said(o)}
  </BackLink>
));
