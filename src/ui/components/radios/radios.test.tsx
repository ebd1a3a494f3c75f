import { checkFixtures, choicesOf, controlOf, fieldsetOf, type Options } from '../fixture-check.tsx';
import { Radios } from './radios.tsx';

checkFixtures('radios', (o: Options & { idPrefix?: string; value?: string | number }) => {
  const { label: _, id: __, ...control } = controlOf(o);
  return (
    <Radios
      {...control}
      idPrefix={o.idPrefix}
      value={o.value}
      fieldset={fieldsetOf(o)}
      items={choicesOf(o)}
    />
  );
});
