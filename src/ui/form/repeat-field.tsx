// Rows that a person adds and takes away with ordinary buttons, so it works on the oldest phone.
import { idOf, ROW_BUTTON, rowIdOf, type ShownRepeat, type ShownRow } from '../../rules/forms/index.ts';
import { Button, ErrorMessage, Fieldset } from '../components/index.ts';
import { Naming, Vi } from '../words/index.ts';
import { Computed } from './computed.tsx';
import type { DrawnProps } from './drawn.ts';
import { Field } from './field.tsx';
import { useFormWords } from './form-words.ts';

type Props = Omit<DrawnProps, 'shown'> & { shown: ShownRepeat };

/** Every row in its own group, then the button for one more. */
export function RepeatField({ shown, ...others }: Props) {
  const words = useFormWords();
  const addId = `${idOf(shown.name)}-add`;
  const error = others.errors.find((each) => each.fieldId === addId)?.message;
  return (
    <>
      <input type="hidden" name={`${shown.name}.rows`} value={shown.rows.map((row) => row.id).join(',')} />
      <input type="hidden" name={`${shown.name}.next`} value={shown.next} />
      {shown.rows.length === 0 && <p class="govuk-body">{words.noRows}</p>}
      {shown.rows.map((row) => (
        <RowGroup key={row.id} row={row} shown={shown} {...others} />
      ))}
      {error && <ErrorMessage id={`${addId}-error`}>{error}</ErrorMessage>}
      {(shown.canAdd || error) && (
        <div class="govuk-button-group">
          <Button
            id={addId}
            kind="secondary"
            name={ROW_BUTTON}
            value={`add:${shown.name}`}
            {...(error && { attributes: { 'aria-describedby': `${addId}-error` } })}
          >
            <Vi>{shown.field.addLabel}</Vi>
          </Button>
        </div>
      )}
    </>
  );
}

function RowGroup({ row, shown, ...others }: Props & { row: ShownRow }) {
  const words = useFormWords();
  return (
    <div class="govuk-form-group" id={rowIdOf(shown.name, row.id)}>
      <Fieldset legend={{ say: <Vi>{row.title}</Vi>, classes: 'govuk-fieldset__legend--m' }}>
        {row.fields.map((field) =>
          field.is === 'computed' ? (
            <Computed key={field.name} shown={field} />
          ) : (
            !field.under && <Field key={field.name} {...others} shown={field} beside={row.fields} />
          ),
        )}
        {shown.canRemove && (
          <Button
            kind="secondary"
            classes="govuk-!-margin-top-4"
            name={ROW_BUTTON}
            value={`remove:${shown.name}:${row.id}`}
          >
            <Naming>{words.removeRow(row.title)}</Naming>
          </Button>
        )}
      </Fieldset>
    </div>
  );
}
