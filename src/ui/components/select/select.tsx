// A closed list; for a long list prefer typing the name and searching.
import { type ControlProps, described, LabelledControl } from '../form-group.tsx';
import { type Attributes, join, type Piece } from '../piece.tsx';

export interface SelectItem {
  /** The text when absent. */
  value?: string | number;
  text: string | number;
  selected?: boolean;
  disabled?: boolean;
  attributes?: Attributes;
}

export interface SelectProps extends ControlProps {
  label: Piece;
  items: readonly SelectItem[];
  value?: string | number;
  disabled?: boolean;
}

function Option({ item, chosen }: { item: SelectItem; chosen: string | number | undefined }) {
  const selected =
    item.selected ?? (chosen !== undefined && String(chosen) === String(item.value ?? item.text));
  return (
    <option value={item.value} selected={selected} disabled={item.disabled} {...item.attributes}>
      {item.text}
    </option>
  );
}

/** Label, hint, error and a drop-down list. */
export function Select(props: SelectProps) {
  const id = props.id ?? props.name;
  return (
    <LabelledControl id={id} label={props.label} hint={props.hint} error={props.error} group={props.group}>
      <select
        class={join('govuk-select', props.classes, props.error !== undefined && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={described(id, props)}
        {...props.attributes}
      >
        {props.items.map((item) => (
          <Option key={item.value ?? item.text} item={item} chosen={props.value} />
        ))}
      </select>
    </LabelledControl>
  );
}
