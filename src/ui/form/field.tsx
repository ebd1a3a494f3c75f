// One field drawn by its type, with what hangs under its choices.
import type { ComponentChildren } from 'preact';
import {
  type InputField,
  optionsOf,
  type PrefillSource,
  type Shown,
  type ShownInput,
} from '../../rules/forms/index.ts';
import { Checkboxes, Input, type InputProps, Radios, Select, Textarea } from '../components/index.ts';
import { AddressField } from './address-field.tsx';
import { DateField } from './date-field.tsx';
import { type DrawnProps, part } from './drawn.ts';
import { useFormWords } from './form-words.ts';
import { IdentityField } from './identity-field.tsx';
import { marked } from './marked.tsx';

export interface FieldProps extends DrawnProps {
  /** The other fields of the page or row, among them those that hang under this one. */
  beside: readonly Shown[];
  /** Nothing else on the page: its heading asks for this. */
  alone?: boolean;
}

const AUTOCOMPLETE: Readonly<Partial<Record<PrefillSource, string>>> = {
  fullName: 'name',
  phone: 'tel',
  email: 'email',
};

/** A field with label, hint, error and boxes. */
export function Field(props: FieldProps) {
  const words = useFormWords();
  const { field, required } = props.shown;
  switch (field.type) {
    case 'address':
      return <AddressField {...props} />;
    case 'idDoc':
      return <IdentityField {...props} alone={props.alone ?? false} />;
    case 'date':
    case 'partialDate': {
      const legend = marked({ label: field.label, required, words, classes: 'govuk-fieldset__legend--s' });
      return <DateField {...props} legend={legend} hint={field.hint} />;
    }
    case 'radio':
    case 'gender':
      return <RadioField {...props} />;
    case 'select':
    case 'ethnic':
    case 'country':
      return <SelectField {...props} />;
    case 'checkbox':
      return <TickField {...props} />;
    default:
      return <TextField {...props} />;
  }
}

function SelectField(props: FieldProps) {
  const words = useFormWords();
  const { field, required } = props.shown;
  const { error, ...box } = part(props, '');
  const options = optionsOf(field as Parameters<typeof optionsOf>[0]);
  return (
    <Select
      {...box}
      error={error}
      label={marked({ label: field.label, required, words })}
      hint={field.hint}
      items={[
        { value: '', text: words.choose },
        ...options.map(({ value, label }) => ({ value, text: label })),
      ]}
    />
  );
}

function RadioField(props: FieldProps) {
  const words = useFormWords();
  const { field, required } = props.shown;
  const box = part(props, '');
  const options = optionsOf(field as Parameters<typeof optionsOf>[0]);
  return (
    <Radios
      legend={marked({ label: field.label, required, words, classes: 'govuk-fieldset__legend--s' })}
      idPrefix={box.id}
      name={box.name}
      value={box.value}
      hint={field.hint}
      error={box.error}
      items={options.map(({ value, label, hint }) => ({
        value,
        say: label,
        hint,
        reveal: revealed(props, value),
      }))}
    />
  );
}

/** The fields that belong to one choice. */
function revealed({ shown, beside, ...others }: FieldProps, value: string): ComponentChildren {
  const under = beside.filter(
    (each): each is ShownInput =>
      each.is === 'input' && each.under?.name === shown.name && each.under.values.includes(value),
  );
  if (under.length === 0) return undefined;
  return under.map((each) => <Field key={each.name} {...others} shown={each} beside={beside} />);
}

function TickField(props: FieldProps) {
  const words = useFormWords();
  const { field, required } = props.shown;
  if (field.type !== 'checkbox') return null;
  const box = part(props, '');
  if (!field.options) {
    const say = required ? marked({ label: field.label, required, words }) : field.label;
    return (
      <Checkboxes
        idPrefix={box.id}
        name={box.name}
        values={[box.value]}
        hint={field.hint}
        error={box.error}
        items={[{ value: 'yes', say }]}
      />
    );
  }
  return (
    <Checkboxes
      legend={marked({ label: field.label, required, words, classes: 'govuk-fieldset__legend--s' })}
      idPrefix={box.id}
      name={box.name}
      hint={field.hint}
      error={box.error}
      items={field.options.map((option) => {
        const tick = part(props, option.value);
        return {
          value: 'yes',
          name: tick.name,
          say: option.label,
          hint: option.hint,
          checked: tick.value === 'yes',
        };
      })}
    />
  );
}

function TextField(props: FieldProps) {
  const words = useFormWords();
  const { field, required } = props.shown;
  const { error, ...box } = part(props, '');
  const shared = { ...box, error, label: marked({ label: field.label, required, words }), hint: field.hint };
  if (field.type === 'text' && field.rows) return <Textarea {...shared} rows={field.rows} />;
  const suggestions = field.type === 'text' ? field.suggestions : undefined;
  const listId = `${box.id}-list`;
  return (
    <>
      <Input {...shared} {...keyboardOf(field)} {...(suggestions && { attributes: { list: listId } })} />
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** Keyboard, width and unit that suit what is typed. */
function keyboardOf(field: InputField): Partial<InputProps> {
  const autocomplete = field.prefill && AUTOCOMPLETE[field.prefill];
  const own: Partial<InputProps> = autocomplete ? { autocomplete } : {};
  switch (field.type) {
    case 'number':
      return {
        ...own,
        inputmode: 'numeric',
        classes: 'govuk-input--width-5',
        ...(field.unit && { suffix: field.unit }),
      };
    case 'money':
      return { ...own, inputmode: 'numeric', classes: 'govuk-input--width-10', suffix: 'đ' };
    case 'id12':
    case 'taxCode':
      return { ...own, inputmode: 'numeric', classes: 'govuk-input--width-20', spellcheck: false };
    case 'phone':
      return { ...own, type: 'tel', inputmode: 'tel', classes: 'govuk-input--width-20' };
    case 'email':
      return { ...own, type: 'email', inputmode: 'email', spellcheck: false };
    case 'personName':
      return { ...own, spellcheck: false, autocapitalize: 'words' };
    default:
      return own;
  }
}
