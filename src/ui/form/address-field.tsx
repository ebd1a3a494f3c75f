// A place without script: write the commune's name, old or new; where it may mean several, choose one and go on.
import { COUNTRIES, idOf, type UnitChoice, unitChoiceValue } from '../../rules/forms/index.ts';
import { Checkboxes, Fieldset, Input, Radios, Select } from '../components/index.ts';
import { type DrawnProps, part } from './drawn.ts';
import { useFormWords } from './form-words.ts';
import { marked } from './marked.tsx';

/** An address by unit, with a detail and, where the form admits it, a country. */
export function AddressField(props: DrawnProps) {
  const words = useFormWords();
  const { shown } = props;
  const { field, name, required } = shown;
  if (field.type !== 'address') return null;
  const place = part(props, 'place');
  const hintId = `${idOf(name)}-hint`;
  const detailAsked = field.detail !== 'no' || field.abroad === true;
  return (
    <Fieldset
      legend={marked({ label: field.label, required, words, classes: 'govuk-fieldset__legend--s' })}
      describedBy={field.hint ? hintId : undefined}
    >
      {field.hint && (
        <div id={hintId} class="govuk-hint">
          {field.hint}
        </div>
      )}
      <Input
        label={words.address.place}
        hint={words.address.placeHint}
        id={place.id}
        name={place.name}
        value={place.value}
        error={place.error}
      />
      <Which {...props} />
      {detailAsked && <Detail {...props} required={field.detail === 'required'} />}
      {field.abroad && <Abroad {...props} />}
    </Fieldset>
  );
}

/** The choices when the text may mean several places; else the unit found, carried along unseen. */
function Which(props: DrawnProps) {
  const words = useFormWords();
  const place = part(props, 'place');
  const unit = part(props, 'unit');
  const was = part(props, 'was');
  const choices = choicesFor(props);
  if (choices.length === 0) {
    if (unit.value === '') return null;
    return (
      <>
        <input type="hidden" name={unit.name} value={unit.value} />
        <input type="hidden" name={was.name} value={was.value} />
      </>
    );
  }
  return (
    <>
      <input type="hidden" name={was.name} value={place.value} />
      <Radios
        legend={words.address.which}
        idPrefix={unit.id}
        name={unit.name}
        value={was.value === place.value ? unit.value : ''}
        error={unit.error}
        items={choices.map((choice) => ({ value: unitChoiceValue(choice), say: choice.name }))}
      />
    </>
  );
}

function choicesFor({ shown, errors }: DrawnProps): readonly UnitChoice[] {
  return errors.find((error) => error.key === shown.name && error.choices)?.choices ?? [];
}

function Detail({ required, ...props }: DrawnProps & { required: boolean }) {
  const words = useFormWords();
  const detail = part(props, 'detail');
  return (
    <Input
      label={marked({ label: words.address.detail, required, words })}
      id={detail.id}
      name={detail.name}
      value={detail.value}
      error={detail.error}
    />
  );
}

function Abroad(props: DrawnProps) {
  const words = useFormWords();
  const abroad = part(props, 'abroad');
  const country = part(props, 'country');
  const reveal = (
    <Select
      label={words.address.country}
      hint={words.address.countryHint}
      id={country.id}
      name={country.name}
      value={country.value}
      error={country.error}
      items={[
        { value: '', text: words.choose },
        ...COUNTRIES.map(({ value, label }) => ({ value, text: label })),
      ]}
    />
  );
  return (
    <Checkboxes
      idPrefix={abroad.id}
      name={abroad.name}
      values={[abroad.value]}
      classes="govuk-checkboxes--small"
      items={[{ value: 'yes', say: words.address.abroad, reveal }]}
    />
  );
}
