// One main button per page, named after the act it does ("Nộp hồ sơ", never "OK").
import { type Attributes, join, type Said } from '../piece.tsx';

export interface ButtonProps {
  children: Said;
  /** A link that looks like a button. */
  href?: string;
  type?: 'submit' | 'button' | 'reset';
  name?: string;
  value?: string;
  id?: string;
  disabled?: boolean;
  /** Starts a service: larger, with an arrow. */
  start?: boolean;
  /** `secondary`, `warning` or `inverse`. */
  kind?: 'secondary' | 'warning' | 'inverse';
  classes?: string;
  /** A second press within a second is swallowed. */
  preventDoubleClick?: boolean;
  attributes?: Attributes;
}

/** A link in a button's shape answers to the space bar too. */
const asButton = { role: 'button', draggable: false } as const;

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  );
}

/** A button, or with `href` a link in its shape. */
export function Button(props: ButtonProps) {
  const shared = {
    class: join(
      'govuk-button',
      props.kind && `govuk-button--${props.kind}`,
      props.classes,
      props.start && 'govuk-button--start',
    ),
    'data-module': 'govuk-button',
    id: props.id,
    ...props.attributes,
  };
  const inside = (
    <>
      {props.children}
      {props.start && <StartIcon />}
    </>
  );
  if (props.href !== undefined) {
    return (
      <a href={props.href} {...asButton} {...shared}>
        {inside}
      </a>
    );
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={
        props.preventDoubleClick === undefined ? undefined : String(props.preventDoubleClick)
      }
      {...shared}
    >
      {inside}
    </button>
  );
}
