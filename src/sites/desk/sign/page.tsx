// Before signing the leader sees exactly what will stand on the paper, and what the specialist says of it.
import { openProposalOf } from '../../../modules/dossiers/index.ts';
import type { ResultRow, ResultTemplate, ResultValues } from '../../../modules/results/index.ts';
import { formatInstant } from '../../../rules/kernel/index.ts';
import { Button, InsetText, type Shell, SummaryList, WarningText } from '../../../ui/index.ts';
import { ActForm, ActFrame } from '../act-form.tsx';
import type { Sheet } from '../sheet.ts';
import { unusedNumbers } from '../unused-numbers.ts';
import { vi } from './words.vi.ts';

export interface SignPageProps {
  shell: Shell;
  sheet: Sheet;
  template: ResultTemplate;
  values: ResultValues;
  fault?: string;
}

export function SignPage({ shell, sheet, template, values, fault }: SignPageProps) {
  const { dossier } = sheet;
  const proposal = openProposalOf(dossier);
  const unused = unusedNumbers(sheet);
  return (
    <ActFrame {...{ shell, sheet }} title={vi.title} errors={fault ? [{ say: fault, href: '#van-ban' }] : []}>
      {proposal && (
        <InsetText>
          <strong>
            {proposal.byName}, {formatInstant(proposal.at)}:
          </strong>{' '}
          {proposal.note}
        </InsetText>
      )}
      {unused.length > 0 && (
        <InsetText>
          {unused.map((line) => (
            <p class="govuk-body" key={line}>
              {line}
            </p>
          ))}
        </InsetText>
      )}
      {sheet.warnings.length > 0 && <WarningText>{sheet.warnings.join(' ')}</WarningText>}
      <h2 class="govuk-heading-m" id="van-ban" tabIndex={-1}>
        {template.title}
      </h2>
      <SummaryList rows={rowsOf(template, values)} />
      <p class="govuk-body">
        <a class="govuk-link" href={`/ho-so/${dossier.id}/ky/xem`}>
          {vi.preview}
        </a>{' '}
        ·{' '}
        <a class="govuk-link" href={`/ho-so/${dossier.id}`}>
          {vi.dossier}
        </a>
      </p>
      <p class="govuk-body">{vi.meaning}</p>
      <ActForm {...{ shell, sheet }}>
        <div class="govuk-button-group">
          <Button preventDoubleClick>{vi.sign}</Button>
          <Button href={`/ho-so/${dossier.id}/tra-lai`} kind="secondary">
            {vi.giveBack}
          </Button>
        </div>
      </ActForm>
    </ActFrame>
  );
}

function rowsOf(template: ResultTemplate, values: ResultValues) {
  return template.inputs.flatMap((input) => {
    const value = values[input.name];
    if (!input.columns)
      return [{ key: input.label, value: typeof value === 'string' && value !== '' ? value : vi.empty }];
    const rows: readonly ResultRow[] = Array.isArray(value) ? value : [];
    return rows.map((row, at) => ({
      key: `${input.label} ${at + 1}`,
      value: (input.columns ?? [])
        .map((column) => `${column.label}: ${row[column.name] || vi.empty}`)
        .join('; '),
    }));
  });
}
