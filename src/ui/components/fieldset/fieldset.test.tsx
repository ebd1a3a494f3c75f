import { checkFixtures, type Options, piece, raw } from '../fixture-check.tsx';
import { Fieldset, type FieldsetProps } from './fieldset.tsx';

checkFixtures('fieldset', (o: Options & { describedBy?: string; role?: FieldsetProps['role'] }) => (
  <Fieldset
    legend={piece(o.legend)}
    describedBy={o.describedBy}
    role={o.role}
    classes={o.classes}
    attributes={o.attributes}
  >
    {o.html ? raw(o.html) : null}
  </Fieldset>
));
