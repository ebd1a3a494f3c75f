// One page of any form, drawn from its definition: question, fields, one button.
import {
  type Answers,
  type FormContext,
  type FormDefinition,
  type FormError,
  pageView,
  type Shown,
  sayError,
} from '../../rules/forms/index.ts';
import type { Language } from '../../rules/kernel/index.ts';
import { Button, type ErrorLine } from '../components/index.ts';
import { CsrfField, Form } from '../pieces/index.ts';
import { useLang, Vi } from '../words/index.ts';
import { Computed } from './computed.tsx';
import type { DrawnProps } from './drawn.ts';
import { Field } from './field.tsx';
import { useFormWords } from './form-words.ts';
import { RepeatField } from './repeat-field.tsx';

export interface FormPageProps {
  definition: FormDefinition;
  pageId: string;
  answers: Answers;
  ctx: FormContext;
  csrf: string;
  errors?: readonly FormError[];
}

/** Errors as the lines of the summary above: `<Page errors={errorLines(req.lang, errors)}>`. */
export function errorLines(language: Language, errors: readonly FormError[]): ErrorLine[] {
  return errors.map((error) => ({ say: sayError(language, error), href: `#${error.fieldId}` }));
}

/** The form of one page, its h1 included, posted to its own address; put it into `<Page title errors width="form">`. */
export function FormPage({ definition, pageId, answers, ctx, csrf, errors = [] }: FormPageProps) {
  const words = useFormWords();
  const language = useLang();
  const said = errors.map((error) => ({ ...error, message: sayError(language, error) }));
  const { page, section, fields } = pageView(definition, pageId, answers, ctx);
  return (
    <Form method="post">
      <CsrfField token={csrf} />
      <DefaultButton />
      <span class="govuk-caption-l">
        <Vi>{section}</Vi>
      </span>
      <h1 class="govuk-heading-l">
        <Vi>{page.title}</Vi>
      </h1>
      {page.hint && (
        <p class="govuk-body">
          <Vi>{page.hint}</Vi>
        </p>
      )}
      {fields.some(hasStar) && <p class="govuk-body mc-required-legend">{words.requiredLegend}</p>}
      {fields.map((shown) => (
        <Drawn key={shown.name} shown={shown} beside={fields} errors={said} />
      ))}
      <Button preventDoubleClick>{words.continue}</Button>
    </Form>
  );
}

/** Enter presses the first button of a form: that must be "continue", never "remove the first row". */
function DefaultButton() {
  return <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true" />;
}

type DrawnAny = Omit<DrawnProps, 'shown'> & { shown: Shown; beside: readonly Shown[] };

function Drawn({ shown, beside, ...others }: DrawnAny) {
  if (shown.is === 'computed') return <Computed shown={shown} />;
  if (shown.is === 'repeat') return <RepeatField shown={shown} {...others} />;
  return shown.under ? null : <Field shown={shown} beside={beside} alone={beside.length === 1} {...others} />;
}

function hasStar(shown: Shown): boolean {
  if (shown.is === 'input') return shown.required;
  return shown.is === 'repeat' && shown.rows.some((row) => row.fields.some(hasStar));
}
