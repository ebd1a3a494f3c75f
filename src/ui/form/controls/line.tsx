// One line to write on, with the keyboard, width and unit that suit what is typed.
import type { PrefillSource } from '../../../rules/forms/index.ts';
import { Input, type InputProps } from '../../components/index.ts';
import { Vi } from '../../words/index.ts';
import { boxOf, type ControlProps } from '../drawn.ts';
import { useLabel } from '../marked.tsx';

/** What of a person the browser knows too. */
const AUTOCOMPLETE: Readonly<Partial<Record<PrefillSource, string>>> = {
  fullName: 'name',
  phone: 'tel',
  email: 'email',
};

export function Line(props: ControlProps<'line'>) {
  const { asked, hint, suffix } = props;
  const { error, ...box } = boxOf(props, suffix);
  const { suggestions } = asked;
  const listId = `${box.id}-list`;
  return (
    <>
      <Input
        {...box}
        error={error}
        label={useLabel(props)}
        hint={hint}
        {...keyboardOf(props)}
        {...(suggestions && { attributes: { list: listId } })}
      />
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

function keyboardOf({ asked, shown, whole }: ControlProps<'line'>): Partial<InputProps> {
  const { keyboard, room, unit, exact, capitals } = asked;
  const known = whole && shown.field.prefill && AUTOCOMPLETE[shown.field.prefill];
  return {
    ...(known && { autocomplete: known }),
    ...(keyboard && { inputmode: keyboard }),
    ...((keyboard === 'tel' || keyboard === 'email') && { type: keyboard }),
    ...(room && { classes: `govuk-input--width-${room}` }),
    ...(unit && { suffix: <Vi>{unit}</Vi> }),
    ...(exact && { spellcheck: false }),
    ...(capitals && { autocapitalize: 'words' }),
  };
}
