// Radios and checkboxes are one thing with two kinds of mark; only the words of their classes differ.
import type { ComponentChildren } from 'preact';
import { Fieldset, type FieldsetProps } from './fieldset/fieldset.tsx';
import { type ControlProps, described, FormGroup, HintAndError } from './form-group.tsx';
import { Hint } from './hint/hint.tsx';
import { Label } from './label/label.tsx';
import { type Attributes, dressed, join, type Piece } from './piece.tsx';

export interface Choice {
  value: string | number;
  say: Piece;
  id?: string;
  hint?: Piece;
  checked?: boolean;
  disabled?: boolean;
  attributes?: Attributes;
  /** Shown only while this choice is taken; without script always shown. */
  reveal?: ComponentChildren;
  /** Checkboxes: own name when it differs from the group's. */
  name?: string;
  /** Checkboxes: `exclusive` unticks the others ("Không có giấy tờ nào"). */
  behaviour?: 'exclusive';
}

export interface Divider {
  /** A word between choices ("hoặc"). */
  divider: string;
}

export interface ChoicesProps extends Omit<ControlProps, 'id'> {
  /** A choice that does not apply may be left as `false` in its place. */
  items: readonly (Choice | Divider | false | null | undefined)[];
  idPrefix?: string;
  fieldset?: Omit<FieldsetProps, 'children'>;
  /** Shorthand for `fieldset={{legend}}`. */
  legend?: Piece;
}

interface Kind {
  type: 'radio' | 'checkbox';
  block: 'govuk-radios' | 'govuk-checkboxes';
}

interface ItemProps extends Kind {
  item: Choice;
  id: string;
  name: string;
  checked: boolean;
  describedBy: string | undefined;
}

function Item({ type, block, item, id, name, checked, describedBy }: ItemProps) {
  const hint = dressed(item.hint);
  const label = dressed(item.say);
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={item.name ?? name}
          type={type}
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.reveal ? `conditional-${id}` : undefined}
          data-behaviour={item.behaviour}
          aria-describedby={join(describedBy, hint && `${id}-item-hint`)}
          {...item.attributes}
        />
        <Label for={id} classes={join(`${block}__label`, label.classes)} attributes={label.attributes}>
          {label.say}
        </Label>
        {hint && (
          <Hint
            id={`${id}-item-hint`}
            classes={join(`${block}__hint`, hint.classes)}
            attributes={hint.attributes}
          >
            {hint.say}
          </Hint>
        )}
      </div>
      {item.reveal && (
        <div
          class={join(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.reveal}
        </div>
      )}
    </>
  );
}

/** A group of radios or checkboxes; `taken` says which choice is ticked unless the choice itself does. */
export function Choices(props: ChoicesProps & Kind & { taken: (choice: Choice) => boolean }) {
  const { type, block } = props;
  const prefix = props.idPrefix ?? props.name;
  const fieldset = props.fieldset ?? (props.legend === undefined ? undefined : { legend: props.legend });
  const tied = described(prefix, { ...props, describedBy: fieldset?.describedBy ?? props.describedBy });
  const itemTied = type === 'checkbox' && !fieldset ? tied : undefined;
  const inner = (
    <>
      <HintAndError id={prefix} hint={props.hint} error={props.error} />
      <div class={join(block, props.classes)} {...props.attributes} data-module={block}>
        {props.items.map((item, index) => {
          if (!item) return null;
          if ('divider' in item) return <div class={`${block}__divider`}>{item.divider}</div>;
          const id = item.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`);
          const checked = item.checked ?? props.taken(item);
          return (
            <Item
              key={id}
              type={type}
              block={block}
              item={item}
              id={id}
              name={props.name}
              checked={checked}
              describedBy={itemTied}
            />
          );
        })}
      </div>
    </>
  );
  return (
    <FormGroup error={props.error} group={props.group}>
      {fieldset ? (
        <Fieldset {...fieldset} describedBy={tied}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  );
}
