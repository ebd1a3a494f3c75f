// Dates in three boxes, never a calendar alone; a box may stay empty where only a year is known.
import { useWords } from '../../words/index.ts';
import { Fieldset, type FieldsetProps } from '../fieldset/fieldset.tsx';
import { type ControlProps, described, FormGroup, HintAndError } from '../form-group.tsx';
import { Input } from '../input/input.tsx';
import { type Attributes, join, type Piece } from '../piece.tsx';

export interface DateBox {
  name: string;
  /** The word above the box. */
  label?: string;
  id?: string;
  value?: string | number;
  classes?: string;
  /** Characters the box has room for; 4 for `year`, else 2. */
  width?: 2 | 3 | 4;
  error?: boolean;
  autocomplete?: string;
  pattern?: string;
  inputmode?: 'numeric' | 'text' | 'decimal' | 'tel' | 'email' | 'search' | 'url' | 'none';
  attributes?: Attributes;
}

export interface DateInputProps extends Omit<ControlProps, 'name' | 'id'> {
  id: string;
  /** Names become `prefix-day`, `prefix-month`, `prefix-year`. */
  namePrefix?: string;
  fieldset?: Omit<FieldsetProps, 'children'>;
  /** Shorthand for `fieldset={{legend}}`. */
  legend?: Piece;
  values?: Readonly<Record<string, string | number | undefined>>;
  /** Boxes other than day, month, year. */
  items?: readonly DateBox[];
}

const hasOwnError = (box: DateBox) => box.error ?? box.classes?.includes('govuk-input--error') ?? false;

function Box({ box, props, marked }: { box: DateBox; props: DateInputProps; marked: boolean }) {
  const prefix = props.namePrefix ? `${props.namePrefix}-` : '';
  const name = `${prefix}${box.name}`;
  const width = box.width ?? (box.name === 'year' ? 4 : 2);
  const classes = join(
    'govuk-date-input__input',
    marked && !box.classes?.includes('govuk-input--error') && 'govuk-input--error',
    !box.classes?.includes('govuk-input--width-') && `govuk-input--width-${width}`,
    box.classes,
  );
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{ say: box.label ?? box.name, classes: 'govuk-date-input__label' }}
        id={box.id ?? `${props.id}-${box.name}`}
        classes={classes}
        name={name}
        value={box.value ?? props.values?.[name]}
        inputmode={box.inputmode ?? 'numeric'}
        autocomplete={box.autocomplete}
        pattern={box.pattern}
        attributes={box.attributes}
      />
    </div>
  );
}

/** Day, month, year boxes; values by the boxes' names (`{day, month, year}`, prefixed when `namePrefix` is given). */
export function DateInput(props: DateInputProps) {
  const { day, month, year } = useWords().date;
  const boxes: readonly DateBox[] = props.items?.length
    ? props.items
    : [
        { name: 'day', label: day },
        { name: 'month', label: month },
        { name: 'year', label: year },
      ];
  const anyOwn = boxes.some(hasOwnError);
  const fieldset = props.fieldset ?? (props.legend === undefined ? undefined : { legend: props.legend });
  const inner = (
    <>
      <HintAndError id={props.id} hint={props.hint} error={props.error} />
      <div class={join('govuk-date-input', props.classes)} id={props.id} {...props.attributes}>
        {boxes.map((box) => (
          <Box
            key={box.name}
            box={box}
            props={props}
            marked={hasOwnError(box) || (box.error !== false && props.error !== undefined && !anyOwn)}
          />
        ))}
      </div>
    </>
  );
  const tied = described(props.id, { ...props, describedBy: fieldset?.describedBy });
  return (
    <FormGroup error={props.error} group={props.group}>
      {fieldset ? (
        <Fieldset {...fieldset} role="group" describedBy={tied}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  );
}
