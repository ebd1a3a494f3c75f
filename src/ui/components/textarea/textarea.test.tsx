import { checkFixtures, controlOf, type Options } from '../fixture-check.tsx';
import { Textarea, type TextareaProps } from './textarea.tsx';

type Given = Options & Pick<TextareaProps, 'value' | 'rows' | 'autocomplete' | 'spellcheck' | 'disabled'>;

checkFixtures('textarea', (o: Given) => (
  <Textarea
    {...controlOf(o)}
    value={o.value}
    rows={o.rows}
    autocomplete={o.autocomplete}
    spellcheck={o.spellcheck}
    disabled={o.disabled}
  />
));
