import { checkFixtures, controlOf, type Options, part, piece } from '../fixture-check.tsx';
import { Input, type InputProps } from './input.tsx';

type Given = Options &
  Pick<
    InputProps,
    'type' | 'value' | 'inputmode' | 'autocomplete' | 'autocapitalize' | 'pattern' | 'spellcheck' | 'disabled'
  >;

checkFixtures('input', (o: Given) => (
  <Input
    {...controlOf(o)}
    type={o.type}
    value={o.value}
    inputmode={o.inputmode}
    autocomplete={o.autocomplete}
    autocapitalize={o.autocapitalize}
    pattern={o.pattern}
    spellcheck={o.spellcheck}
    disabled={o.disabled}
    prefix={piece(o.prefix)}
    suffix={piece(o.suffix)}
    wrapper={part(o, 'inputWrapper')}
  />
));
