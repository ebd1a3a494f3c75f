import { checkFixtures, type Options, said } from '../fixture-check.tsx';
import { WarningText } from './warning-text.tsx';

checkFixtures('warning-text', (o: Options & { iconFallbackText?: string }) => (
  <WarningText iconWord={o.iconFallbackText} classes={o.classes} attributes={o.attributes}>
    {said(o)}
  </WarningText>
));
