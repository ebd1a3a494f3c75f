// Handing over: who stands there, which originals are compared (S-17). What is owed has been settled before.
import { Button, Checkboxes, InsetText, Textarea, WarningText } from '../../../ui/index.ts';
import { ActForm, ActFrame, errorLinks, errorsAt } from '../act-form.tsx';
import type { ActView } from '../act-page.tsx';
import { type Sheet, toCompare } from '../sheet.ts';
import { sheet as sheetWords } from '../words.vi.ts';
import type { Handover } from './input.ts';
import { vi } from './words.vi.ts';

export function DeliverPage({ shell, sheet, typed, faults }: ActView<Handover>) {
  const { dossier, results } = sheet;
  const counter = dossier.returnChannel === 'counter';
  const errorOf = errorsAt(faults);
  return (
    <ActFrame {...{ shell, sheet }} title={vi.title} errors={errorLinks(faults, 'note')}>
      <p class="govuk-body">
        {vi.channel}: <strong>{sheet.delivery}</strong>
      </p>
      <ul class="govuk-list">
        {results.map((result) => (
          <li key={result.id}>
            <a class="govuk-link" href={`/ho-so/${dossier.id}/ket-qua/${result.id}`}>
              {sheetWords.result(result.title, result.number)}
            </a>
          </li>
        ))}
      </ul>
      {sheet.fee.undecided && <WarningText>{vi.uncounted(sheet.fee.undecided)}</WarningText>}
      {sheet.pressing.late && <InsetText>{vi.late}</InsetText>}
      <ActForm {...{ shell, sheet }}>
        {counter && <Compare sheet={sheet} />}
        {counter && (
          <Checkboxes
            legend={{ say: vi.identity, classes: 'govuk-fieldset__legend--s' }}
            name="identityChecked"
            items={[{ value: '1', say: vi.identityTick(dossier.ownerName) }]}
            values={typed.identityChecked ? ['1'] : []}
            error={errorOf('identityChecked')}
          />
        )}
        <Textarea label={vi.note} name="note" rows={2} value={typed.note} error={errorOf('note')} />
        <Button preventDoubleClick>{counter ? vi.handOver : vi.record}</Button>
      </ActForm>
    </ActFrame>
  );
}

function Compare({ sheet }: { sheet: Sheet }) {
  const papers = toCompare(sheet);
  if (!sheet.procedure.inPerson || papers.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{vi.compare}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {papers.map((paper) => (
          <li key={paper.key}>{paper.name}</li>
        ))}
      </ul>
    </>
  );
}
