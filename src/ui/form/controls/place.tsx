// A place without script: write the commune's name, old or new; where it may mean several, choose one and go on.
import { ABROAD, AS_WRITTEN, idOf, type UnitChoice, unitChoiceValue } from '../../../rules/forms/index.ts';
import { Checkboxes, Fieldset, Input, Radios, Select } from '../../components/index.ts';
import { naming, useLang, Vi, vietnameseOption } from '../../words/index.ts';
import { boxOf, type ControlProps, type DrawnProps } from '../drawn.ts';
import { useFormWords } from '../form-words.ts';
import { useLabel, useLegend } from '../marked.tsx';

/** An address by unit, with a detail and, where the form admits it, a country. */
export function Place(props: ControlProps<'place'>) {
  const words = useFormWords();
  const lang = useLang();
  const { asked, hint, shown } = props;
  const place = boxOf(props, 'place');
  const hintId = `${idOf(shown.name)}-hint`;
  return (
    <Fieldset legend={useLegend(props)} describedBy={hint ? hintId : undefined}>
      {hint && (
        <div id={hintId} class="govuk-hint">
          {hint}
        </div>
      )}
      <Input
        label={asked.wide ? words.address.placeWide : words.address.place}
        hint={naming(lang, asked.wide ? words.address.placeWideHint : words.address.placeHint)}
        id={place.id}
        name={place.name}
        value={place.value}
        error={place.error}
      />
      <Which shown={shown} errors={props.errors} />
      {(asked.detail !== 'no' || asked.abroad) && (
        <Detail shown={shown} errors={props.errors} required={asked.detail === 'required'} />
      )}
      {asked.abroad && <Abroad shown={shown} errors={props.errors} />}
    </Fieldset>
  );
}

/** The choices when the text is not one place for certain, none of them among these too; else the unit found, carried along unseen. */
function Which(props: DrawnProps) {
  const words = useFormWords();
  const lang = useLang();
  const place = boxOf(props, 'place');
  const unit = boxOf(props, 'unit');
  const was = boxOf(props, 'was');
  const choices = choicesFor(props);
  if (choices === undefined) {
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
        items={[
          ...choices.map((choice) => ({ value: unitChoiceValue(choice), say: <Vi>{choice.name}</Vi> })),
          { value: AS_WRITTEN, say: naming(lang, words.address.elsewhere(place.value)) },
        ]}
      />
    </>
  );
}

function choicesFor({ shown, errors }: DrawnProps): readonly UnitChoice[] | undefined {
  return errors.find((error) => error.key === shown.name && error.choices)?.choices;
}

function Detail({ required, ...props }: DrawnProps & { required: boolean }) {
  const words = useFormWords();
  const detail = boxOf(props, 'detail');
  return (
    <Input
      label={useLabel({ label: words.address.detail, required, whole: false })}
      id={detail.id}
      name={detail.name}
      value={detail.value}
      error={detail.error}
    />
  );
}

function Abroad(props: DrawnProps) {
  const words = useFormWords();
  const lang = useLang();
  const abroad = boxOf(props, 'abroad');
  const country = boxOf(props, 'country');
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
        ...ABROAD.map(({ value, label }) => ({ value, text: label, ...vietnameseOption(lang) })),
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
