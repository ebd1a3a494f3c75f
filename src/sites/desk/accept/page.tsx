// Before accepting: are the papers there, what will be promised and why. After: the number and the slip to print.
import type { Accepted } from '../../../modules/dossiers/index.ts';
import { formatInstant } from '../../../rules/kernel/index.ts';
import { Button, InsetText, Page, Panel, type Shell, SummaryList, WarningText } from '../../../ui/index.ts';
import { ActForm, ActFrame } from '../act-form.tsx';
import { Files } from '../dossier-files.tsx';
import { Fee } from '../dossier-sheet.tsx';
import { lacking, type Sheet } from '../sheet.ts';
import { vi } from './words.vi.ts';

export type PromisedTime = Pick<Accepted, 'due' | 'why'>;

export function AcceptPage({ shell, sheet, promise }: { shell: Shell; sheet: Sheet; promise: PromisedTime }) {
  const { dossier, procedure } = sheet;
  const absent = lacking(sheet);
  return (
    <ActFrame {...{ shell, sheet }} title={vi.title}>
      <h2 class="govuk-heading-m">{vi.papers}</h2>
      <Files sheet={sheet} />
      {absent.length > 0 && (
        <WarningText>{vi.absent(absent.map((one) => `“${one.name}”`).join(', '))}</WarningText>
      )}
      {sheet.warnings.length > 0 && <WarningText>{sheet.warnings.join(' ')}</WarningText>}
      <h2 class="govuk-heading-m">{vi.promise}</h2>
      <p class="govuk-body">
        {vi.dueAt} <strong>{formatInstant(promise.due)}</strong>
      </p>
      <InsetText>{promise.why}</InsetText>
      <SummaryList
        rows={[
          { key: vi.period, value: procedure.periodText },
          { key: vi.fee, value: <Fee sheet={sheet} /> },
          { key: vi.result, value: sheet.delivery },
        ]}
      />
      <ActForm {...{ shell, sheet }}>
        <div class="govuk-button-group">
          <Button preventDoubleClick>{vi.accept}</Button>
          <Button href={`/ho-so/${dossier.id}/bo-sung`} kind="secondary">
            {vi.ask}
          </Button>
        </div>
      </ActForm>
    </ActFrame>
  );
}

export function AcceptedPage({ shell, sheet }: { shell: Shell; sheet: Sheet }) {
  const { dossier } = sheet;
  const slip = dossier.papers.find((paper) => paper.kind === '01');
  return (
    <Page {...shell} title={vi.accepted} width="form">
      <Panel title={vi.accepted}>
        {vi.number} <strong class="mc-number">{dossier.number}</strong>
      </Panel>
      <p class="govuk-body">
        {vi.dueAt} <strong>{dossier.dueCurrent && formatInstant(dossier.dueCurrent)}</strong>
      </p>
      <p class="govuk-body">{dossier.dueWhy}</p>
      <p class="govuk-body">{vi.told}</p>
      <div class="govuk-button-group">
        {slip && <Button href={`/ho-so/${dossier.id}/phieu/${slip.id}`}>{vi.slip}</Button>}
        <Button href="/hang-doi?loai=moi" kind="secondary">
          {vi.nextOne}
        </Button>
        <a class="govuk-link" href={`/ho-so/${dossier.id}`}>
          {vi.dossier}
        </a>
      </div>
    </Page>
  );
}
