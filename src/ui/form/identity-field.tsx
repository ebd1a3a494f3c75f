// One identity paper: kind, number, and where the form asks it, issue and expiry.
import { ID_DOC_KINDS, idOf } from '../../rules/forms/index.ts';
import { Fieldset, Input, Radios } from '../components/index.ts';
import { DateField } from './date-field.tsx';
import { type DrawnProps, part } from './drawn.ts';
import { type FormWords, useFormWords } from './form-words.ts';
import { marked } from './marked.tsx';

/** The boxes of an identity paper. `alone`: the page's heading asks for it already, so the legend is for screen readers. */
export function IdentityField({ alone, ...props }: DrawnProps & { alone: boolean }) {
  const words = useFormWords();
  const { field, name, required } = props.shown;
  if (field.type !== 'idDoc') return null;
  const issueRequired = (field.issue ?? 'required') === 'required';
  const hintId = `${idOf(name)}-hint`;
  const legend = marked({ label: field.label, required, words, classes: 'govuk-fieldset__legend--s' });
  return (
    <Fieldset
      legend={alone ? <span class="govuk-visually-hidden">{legend.say}</span> : legend}
      describedBy={field.hint ? hintId : undefined}
    >
      {field.hint && (
        <div id={hintId} class="govuk-hint">
          {field.hint}
        </div>
      )}
      <KindOfPaper {...props} />
      <Box
        {...props}
        suffix="number"
        label={marked({ label: words.idDoc.number, required, words })}
        width="20"
      />
      {field.issue !== 'no' && (
        <>
          <DatePart {...props} words={words} within="issuedOn" required={issueRequired} />
          <Box
            {...props}
            suffix="issuedBy"
            label={marked({ label: words.idDoc.issuedBy, required: issueRequired, words })}
          />
        </>
      )}
      {field.expiry && <DatePart {...props} words={words} within="validUntil" required={false} />}
    </Fieldset>
  );
}

function KindOfPaper(props: DrawnProps) {
  const words = useFormWords();
  const kind = part(props, 'kind');
  const named = <Box {...props} suffix="kindName" label={words.idDoc.kindName} width="20" />;
  return (
    <Radios
      legend={marked({ label: words.idDoc.kind, required: props.shown.required, words })}
      idPrefix={kind.id}
      name={kind.name}
      value={kind.value}
      error={kind.error}
      classes="govuk-radios--small"
      items={ID_DOC_KINDS.map(({ value, label }) => ({
        value,
        say: label,
        ...(value === 'other' && { reveal: named }),
      }))}
    />
  );
}

interface BoxProps extends DrawnProps {
  suffix: string;
  label: Parameters<typeof Input>[0]['label'];
  width?: '20';
}

function Box({ suffix, label, width, ...props }: BoxProps) {
  const box = part(props, suffix);
  return (
    <Input
      label={label}
      id={box.id}
      name={box.name}
      value={box.value}
      error={box.error}
      spellcheck={false}
      {...(width && { classes: `govuk-input--width-${width}` })}
    />
  );
}

interface DatePartProps extends DrawnProps {
  words: FormWords;
  within: 'issuedOn' | 'validUntil';
  required: boolean;
}

function DatePart({ words, within, required, ...props }: DatePartProps) {
  return (
    <DateField
      {...props}
      within={within}
      legend={marked({ label: words.idDoc[within], required, words })}
      hint={words.idDoc.dateHint}
    />
  );
}
