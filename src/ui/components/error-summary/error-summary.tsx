// Above the h1 after a refused post: every error in words, each linked to its input.
import { naming, useLang, useWords } from '../../words/index.ts';
import { type Attributes, join, type Said } from '../piece.tsx';

export interface ErrorLine {
  say: Said;
  /** `#id` of the exact input (first box of a date, first radio). */
  href?: string;
  attributes?: Attributes;
}

export interface ErrorSummaryProps {
  errors: readonly ErrorLine[];
  title?: Said;
  description?: Said;
  classes?: string;
  attributes?: Attributes;
  disableAutoFocus?: boolean;
}

/** The list of what to mend; takes the focus when the page opens. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const words = useWords();
  const lang = useLang();
  return (
    <div
      class={join('govuk-error-summary', props.classes)}
      data-disable-auto-focus={
        props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus)
      }
      data-module="govuk-error-summary"
      {...props.attributes}
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.title ?? words.errorSummaryTitle}</h2>
        <div class="govuk-error-summary__body">
          {props.description !== undefined && <p>{props.description}</p>}
          {props.errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {props.errors.map((line) => {
                const say = typeof line.say === 'string' ? naming(lang, line.say) : line.say;
                return (
                  <li>
                    {line.href ? (
                      <a href={line.href} {...line.attributes}>
                        {say}
                      </a>
                    ) : (
                      say
                    )}
                  </li>
                );
              })}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
