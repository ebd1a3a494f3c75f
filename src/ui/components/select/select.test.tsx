import { checkFixtures, controlOf, list, type Options } from '../fixture-check.tsx';
import { Select, type SelectItem, type SelectProps } from './select.tsx';

checkFixtures('select', (o: Options & Pick<SelectProps, 'value' | 'disabled'>) => (
  <Select
    {...controlOf(o)}
    value={o.value}
    disabled={o.disabled}
    items={list(o, 'items').map((i) => {
      const { value, ...item } = i as Options & SelectItem;
      return { ...item, text: i.text ?? '', value: value === undefined ? undefined : String(value) };
    })}
  />
));
