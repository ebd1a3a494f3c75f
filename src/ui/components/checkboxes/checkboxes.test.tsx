import { checkFixtures, choicesOf, controlOf, fieldsetOf, type Options } from '../fixture-check.tsx';
import { Checkboxes } from './checkboxes.tsx';

checkFixtures('checkboxes', (o: Options & { idPrefix?: string; values?: string[] }) => {
  const { label: _, id: __, ...control } = controlOf(o);
  return (
    <Checkboxes
      {...control}
      idPrefix={o.idPrefix}
      values={o.values}
      fieldset={fieldsetOf(o)}
      items={choicesOf(o)}
    />
  );
});
