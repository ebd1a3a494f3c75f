// The one box the public pages begin with.
import { join } from '../components/piece.tsx';
import { useWords } from '../words/index.ts';

export interface SearchBoxProps {
  action: string;
  name?: string;
  value?: string;
  label?: string;
  hint?: string;
  button?: string;
  id?: string;
  /** Label as large as a heading, for the home page. */
  large?: boolean;
  /** Filters carried along as hidden fields. */
  keep?: Readonly<Record<string, string | undefined>>;
}

/** A GET form with one text box. */
export function SearchBox(props: SearchBoxProps) {
  const words = useWords().search;
  const id = props.id ?? 'tim';
  return (
    <search>
      <form class={join('mc-search', props.large && 'mc-search--large')} action={props.action} method="get">
        <label class={join('govuk-label', props.large ? 'govuk-label--l' : 'govuk-label--s')} for={id}>
          {props.label ?? words.label}
        </label>
        {props.hint && (
          <div class="govuk-hint" id={`${id}-hint`}>
            {props.hint}
          </div>
        )}
        {Object.entries(props.keep ?? {}).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <div class="mc-search__row">
          <input
            class="govuk-input mc-search__input"
            type="search"
            id={id}
            name={props.name ?? 'q'}
            value={props.value}
            autocomplete="off"
            enterkeyhint="search"
            aria-describedby={props.hint && `${id}-hint`}
          />
          <button class="govuk-button mc-search__button" type="submit" data-module="govuk-button">
            {props.button ?? words.button}
          </button>
        </div>
      </form>
    </search>
  );
}
