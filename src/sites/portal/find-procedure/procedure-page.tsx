// Everything a person decides by: who, papers, time, fee, result, presence, legal basis, and what the level allows.
import {
  levelAllows,
  levelWords,
  type Procedure,
  type ProcedureComponent,
} from '../../../modules/catalogue/index.ts';
import { formatMoney } from '../../../rules/kernel/index.ts';
import { Button, Details, Page, type Shell, SummaryList, Table, Tag } from '../../../ui/index.ts';
import { vi } from './words.vi.ts';

const LEVELS = [1, 2, 3, 4] as const;

export function ProcedurePage({
  shell,
  procedure,
  day,
}: {
  shell: Shell;
  procedure: Procedure;
  day: string;
}) {
  const online = procedure.serviceLevel >= 3;
  const rows = [
    { key: vi.who, value: procedure.audience.map((one) => vi.audiences[one]).join('; ') },
    { key: vi.agency, value: procedure.levels.map((level) => vi.levels[level]).join(', ') },
    { key: vi.time, value: <Two first={procedure.periodText} second={vi.timeNote} /> },
    { key: vi.fee, value: <Fees procedure={procedure} /> },
    { key: vi.result, value: procedure.resultDocument },
    {
      key: vi.presence,
      value: procedure.inPerson
        ? `${vi.present}${procedure.presenceNote}`
        : online
          ? vi.notPresent
          : vi.atDesk,
    },
    { key: vi.submitWays, value: procedure.submitChannels.map((way) => vi.channels[way]).join(', ') },
    { key: vi.returnWays, value: procedure.returnChannels.map((way) => vi.channels[way]).join(', ') },
    { key: vi.code, value: <span class="mc-number">{procedure.code ?? '—'}</span> },
  ];
  return (
    <Page {...shell} title={procedure.name} backLink="/thu-tuc">
      <h1 class="govuk-heading-l">{procedure.name}</h1>
      {procedure.officialName && procedure.officialName !== procedure.name && (
        <p class="govuk-body mc-muted">{procedure.officialName}</p>
      )}
      <p class="govuk-body">
        <Tag classes="mc-tag--line">{levelWords(procedure.serviceLevel, procedure.inPerson, day)}</Tag>
      </p>
      <p class="govuk-body">{levelAllows(procedure.serviceLevel)}</p>
      {online ? (
        <Button href={`/nop-ho-so?thu-tuc=${encodeURIComponent(procedure.slug)}`} start>
          {vi.submit}
        </Button>
      ) : (
        <p class="govuk-body">
          <strong>{vi.notOnline}</strong>
        </p>
      )}
      <SummaryList rows={rows} />
      <h2 class="govuk-heading-m">{vi.papers}</h2>
      <Papers components={procedure.components} />
      <p class="govuk-body mc-muted">{vi.paperNote}</p>
      {procedure.serviceLevel >= 2 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/thu-tuc/${procedure.slug}/mau-don.pdf`}>
            {vi.blank}
          </a>
        </p>
      )}
      <h2 class="govuk-heading-m">{vi.counter}</h2>
      <ol class="govuk-list govuk-list--number">
        {vi.counterSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Details summary={vi.levelsExplained}>
        <dl class="govuk-body">
          {LEVELS.map((level) => [
            <dt key={level}>{vi.serviceLevelName(level)}</dt>,
            <dd key={`${level}d`}>{levelAllows(level)}</dd>,
          ])}
        </dl>
      </Details>
      <h2 class="govuk-heading-m">{vi.basis}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {procedure.legalBasis.map((basis) => (
          <li key={basis}>{basis}</li>
        ))}
      </ul>
    </Page>
  );
}

function Two({ first, second }: { first: string; second: string }) {
  return (
    <>
      {first}
      <br />
      <span class="mc-muted">{second}</span>
    </>
  );
}

function Fees({ procedure }: { procedure: Procedure }) {
  if (procedure.fees.length === 0) return <>{vi.free}</>;
  return (
    <>
      {procedure.fees.map((fee) => (
        <div key={fee.name}>
          {fee.name}:{' '}
          {fee.amountVnd === null ? vi.council : `${formatMoney(fee.amountVnd)}${vi.perUnit(fee.unit)}`}
          {fee.note && <span class="mc-muted"> ({fee.note})</span>}
        </div>
      ))}
    </>
  );
}

function Papers({ components }: { components: readonly ProcedureComponent[] }) {
  const need = (paper: ProcedureComponent) =>
    paper.presentOnly ? vi.show : paper.required ? vi.always : vi.sometimes;
  return (
    <Table
      head={[{ say: vi.paper }, { say: vi.needed }]}
      rows={components.map((paper) => [{ say: paper.name }, { say: need(paper) }])}
    />
  );
}
