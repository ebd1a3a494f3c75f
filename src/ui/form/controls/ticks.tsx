// Boxes to tick: one by itself, or several of which any may be ticked.
import { Checkboxes } from '../../components/index.ts';
import { Vi } from '../../words/index.ts';
import { boxOf, type ControlProps } from '../drawn.ts';
import { useLabel, useLegend } from '../marked.tsx';

export function Tick(props: ControlProps<'tick'>) {
  const box = boxOf(props, props.suffix);
  const marked = useLabel(props);
  const label = props.required ? marked : props.label;
  return (
    <Checkboxes
      idPrefix={box.id}
      name={box.name}
      values={[box.value]}
      hint={props.hint}
      error={box.error}
      items={[{ value: 'yes', say: label }]}
    />
  );
}

export function Ticks(props: ControlProps<'ticks'>) {
  const box = boxOf(props, props.suffix);
  return (
    <Checkboxes
      legend={useLegend(props)}
      idPrefix={box.id}
      name={box.name}
      hint={props.hint}
      error={box.error}
      items={props.asked.options.map((option) => {
        const tick = boxOf(props, option.value);
        return {
          value: 'yes',
          name: tick.name,
          say: <Vi>{option.label}</Vi>,
          ...(option.hint && { hint: <Vi>{option.hint}</Vi> }),
          checked: tick.value === 'yes',
        };
      })}
    />
  );
}
