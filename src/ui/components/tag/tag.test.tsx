import { checkFixtures, said } from '../fixture-check.tsx';
import { Tag } from './tag.tsx';

checkFixtures('tag', (o) => (
  <Tag classes={o.classes} attributes={o.attributes}>
    {said(o) ?? ''}
  </Tag>
));
