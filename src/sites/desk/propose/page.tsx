// The result as a form: what was filed stands in its boxes, what is missing is named at the box.
import type { ResultInput, ResultRow, ResultTemplate } from '../../../modules/results/index.ts';
import type { Refusal } from '../../../rules/kernel/index.ts';
import { Button, Fieldset, Input, InsetText, type Shell, Textarea } from '../../../ui/index.ts';
import { ActForm, ActFrame } from '../act-form.tsx';
import { sayRefusal } from '../say-refusal.ts';
import type { Sheet } from '../sheet.ts';
import { type Boxes, boxOf, cellOf, rowsOf } from './values.ts';
import { vi } from './words.vi.ts';

export interface ProposePageProps {
  shell: Shell;
  sheet: Sheet;
  template: ResultTemplate;
  boxes: Boxes;
  /** List that gets one more empty row. */
  grown?: string;
  /** What is wrong, each at its box. */
  faults: readonly Refusal[];
}

export function ProposePage({ shell, sheet, template, boxes, grown, faults: wrong }: ProposePageProps) {
  const faults: Readonly<Record<string, string>> = Object.fromEntries(
    wrong.map((one) => [one.field ?? 'note', sayRefusal(one)]),
  );
  const { dossier } = sheet;
  const returned = dossier.proposals.at(-1)?.returnedWhy;
  return (
    <ActFrame
      {...{ shell, sheet }}
      title={vi.title}
      errors={Object.entries(faults).map(([box, say]) => ({ say, href: `#${box}` }))}
    >
      {returned && <InsetText>{vi.returned(returned)}</InsetText>}
      <h2 class="govuk-heading-m">{vi.paper(template.title)}</h2>
      <p class="govuk-body">{vi.prefilled}</p>
      <ActForm {...{ shell, sheet }} enter={vi.send}>
        {template.inputs.map((input, at) =>
          input.columns ? (
            <ListInput
              key={input.name}
              input={input}
              at={at}
              rows={boxes.values[input.name]}
              grown={grown === input.name}
              error={faults[cellOf(at, 0, 0)]}
            />
          ) : (
            <PlainInput
              key={input.name}
              input={input}
              at={at}
              value={boxes.values[input.name]}
              error={faults[boxOf(at)]}
            />
          ),
        )}
        <Textarea
          label={vi.note}
          hint={vi.noteHint}
          name="note"
          rows={3}
          value={boxes.note}
          error={faults.note}
        />
        <div class="govuk-button-group">
          <Button preventDoubleClick>{vi.send}</Button>
          <Button kind="secondary" attributes={{ formaction: '?xem=1', formtarget: '_blank' }}>
            {vi.preview}
          </Button>
        </div>
      </ActForm>
    </ActFrame>
  );
}

const LONG = 60;

function PlainInput({
  input,
  at,
  value,
  error,
}: {
  input: ResultInput;
  at: number;
  value: unknown;
  error?: string;
}) {
  const shown = typeof value === 'string' ? value : '';
  const label = {
    say: input.optional ? `${input.label} ${vi.optional}` : input.label,
    classes: 'govuk-label--s',
  };
  if (shown.length > LONG)
    return <Textarea label={label} name={boxOf(at)} rows={2} value={shown} error={error} />;
  return <Input label={label} name={boxOf(at)} value={shown} error={error} autocomplete="off" />;
}

interface ListInputProps {
  input: ResultInput;
  at: number;
  rows: unknown;
  grown: boolean;
  error?: string;
}

function ListInput({ input, at, rows, grown, error }: ListInputProps) {
  const given: readonly ResultRow[] = Array.isArray(rows) ? rows : [];
  const shown = given.length === 0 || grown ? [...given, {}] : given;
  return (
    <Fieldset legend={{ say: input.label, classes: 'govuk-fieldset__legend--s' }}>
      <input type="hidden" name={rowsOf(at)} value={shown.length} />
      {shown.map((row, index) => (
        <div key={rowsOf(index)} class="mc-asked__lines">
          {(input.columns ?? []).map((column, place) => (
            <Input
              key={column.name}
              label={
                <>
                  {column.label}
                  <span class="govuk-visually-hidden">, {vi.row(index + 1)}</span>
                </>
              }
              name={cellOf(at, index, place)}
              value={(row as ResultRow)[column.name] ?? ''}
              error={index === 0 && place === 0 ? error : undefined}
              autocomplete="off"
            />
          ))}
        </div>
      ))}
      <Button kind="secondary" name="them" value={String(at)}>
        {vi.add}
      </Button>
    </Fieldset>
  );
}
