// All choices in sight, with what hangs under each of them.
import { Radios } from '../../components/index.ts';
import { Vi } from '../../words/index.ts';
import { boxOf, type ControlProps } from '../drawn.ts';
import { useFormWords } from '../form-words.ts';
import { useLegend } from '../marked.tsx';

export function Choices(props: ControlProps<'radios'>) {
  const { options, dense, under } = props.asked;
  const box = boxOf(props, props.suffix);
  const { blank } = useFormWords();
  return (
    <Radios
      legend={useLegend(props)}
      idPrefix={box.id}
      name={box.name}
      value={box.value}
      hint={props.hint}
      error={box.error}
      {...(dense && { classes: 'govuk-radios--small' })}
      items={[
        ...options.map(({ value, label, hint }) => ({
          value,
          say: <Vi>{label}</Vi>,
          ...(hint && { hint: <Vi>{hint}</Vi> }),
          reveal: under?.option === value ? props.partOf(under.part) : props.under(value),
        })),
        // A browser lets nobody take a choice back: what need not be answered can be left blank again.
        ...(props.required === false ? [{ value: '', say: blank }] : []),
      ]}
    />
  );
}
