// Everything a person decides by: who, papers, time, fee, result, presence, legal basis, and what the level allows.
import type { JSX } from 'preact';
import {
  levelAllows,
  levelWords,
  type Procedure,
  type ProcedureComponent,
} from '../../../modules/catalogue/index.ts';
import type { DecidedAmount } from '../../../rules/fees/index.ts';
import { formatMoney } from '../../../rules/kernel/index.ts';
import {
  Button,
  Details,
  Page,
  type Shell,
  SummaryList,
  Table,
  Tag,
  useLang,
  Vi,
} from '../../../ui/index.ts';
import { PeriodText } from '../period-text.tsx';
import { named, words } from './words.ts';

const LEVELS = [1, 2, 3, 4] as const;

export function ProcedurePage({
  shell,
  procedure,
  decided,
  day,
}: {
  shell: Shell;
  procedure: Procedure;
  /** What the council decided for a fee, in force on the day. */
  decided: (fee: string) => DecidedAmount | undefined;
  day: string;
}) {
  const { lang } = shell;
  const say = words(lang);
  const online = procedure.serviceLevel >= 3;
  const rows = [
    { key: say.who, value: procedure.audience.map((one) => named(say.audiences, one)).join('; ') },
    { key: say.agency, value: procedure.levels.map((level) => named(say.levels, level)).join(', ') },
    { key: say.time, value: <Two first={<PeriodText procedure={procedure} />} second={say.timeNote} /> },
    { key: say.fee, value: <Fees procedure={procedure} decided={decided} /> },
    { key: say.result, value: <Vi>{procedure.resultDocument}</Vi> },
    {
      key: say.presence,
      value: procedure.inPerson ? (
        <>
          {say.present}
          <Vi>{procedure.presenceNote}</Vi>
        </>
      ) : online ? (
        say.notPresent
      ) : (
        say.atDesk
      ),
    },
    {
      key: say.submitWays,
      value: procedure.submitChannels.map((way) => named(say.channels, way)).join(', '),
    },
    {
      key: say.returnWays,
      value: procedure.returnChannels.map((way) => named(say.channels, way)).join(', '),
    },
    { key: say.code, value: <span class="mc-number">{procedure.code ?? '—'}</span> },
  ];
  return (
    <Page
      {...shell}
      title={procedure.name}
      titleLang="vi"
      // It has no room to mark a name as Vietnamese.
      description={lang === 'vi' ? `${procedure.name}. ${say.aboutOne}` : say.aboutOne}
      backLink="/thu-tuc"
    >
      <h1 class="govuk-heading-l">
        <Vi>{procedure.name}</Vi>
      </h1>
      {procedure.officialName && procedure.officialName !== procedure.name && (
        <p class="govuk-body mc-muted">
          <Vi>{procedure.officialName}</Vi>
        </p>
      )}
      <p class="govuk-body">
        <Tag classes="mc-tag--line">{levelWords(lang, procedure.serviceLevel, procedure.inPerson, day)}</Tag>
      </p>
      <p class="govuk-body">{levelAllows(lang, procedure.serviceLevel)}</p>
      {online ? (
        <Button href={`/nop-ho-so?thu-tuc=${encodeURIComponent(procedure.slug)}`} start>
          {say.submit}
        </Button>
      ) : (
        <p class="govuk-body">
          <strong>{say.notOnline}</strong>
        </p>
      )}
      <SummaryList rows={rows} />
      <h2 class="govuk-heading-m">{say.papers}</h2>
      <Papers components={procedure.components} />
      <p class="govuk-body mc-muted">{say.paperNote}</p>
      {procedure.serviceLevel >= 2 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/thu-tuc/${procedure.slug}/mau-don.pdf`}>
            {say.blank}
          </a>
        </p>
      )}
      <h2 class="govuk-heading-m">{say.counter}</h2>
      <ol class="govuk-list govuk-list--number">
        {say.counterSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <Details summary={say.levelsExplained}>
        <dl class="govuk-body">
          {LEVELS.map((level) => [
            <dt key={level}>{say.serviceLevelName(level)}</dt>,
            <dd key={`${level}d`}>{levelAllows(lang, level)}</dd>,
          ])}
        </dl>
      </Details>
      <h2 class="govuk-heading-m">{say.basis}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {procedure.legalBasis.map((basis) => (
          <li key={basis}>
            <Vi>{basis}</Vi>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Two({ first, second }: { first: JSX.Element; second: string }) {
  return (
    <>
      {first}
      <br />
      <span class="mc-muted">{second}</span>
    </>
  );
}

function Fees({ procedure, decided }: Pick<Parameters<typeof ProcedurePage>[0], 'procedure' | 'decided'>) {
  const say = words(useLang());
  if (procedure.fees.length === 0) return say.free;
  return (
    <>
      {procedure.fees.map(({ name, amountVnd, unit, note }) => {
        const own = amountVnd === null ? decided(name) : undefined;
        const vnd = own?.amount ?? amountVnd;
        const basis = own?.basis ?? note;
        return (
          <div key={name}>
            <Vi>{name}</Vi>: {vnd === null ? say.council : <Rate vnd={vnd} unit={unit} />}
            {basis && (
              <span class="mc-muted">
                {' '}
                (<Vi>{basis}</Vi>)
              </span>
            )}
          </div>
        );
      })}
    </>
  );
}

/** `8.000 đ/bản`, `8.000 đ per bản` */
function Rate({ vnd, unit }: { vnd: number; unit: string }) {
  const lang = useLang();
  const { per } = words(lang);
  return (
    <>
      {formatMoney(vnd)}
      {lang === 'vi' ? per : ` ${per} `}
      <Vi>{unit}</Vi>
    </>
  );
}

function Papers({ components }: { components: readonly ProcedureComponent[] }) {
  const say = words(useLang());
  const need = (paper: ProcedureComponent) =>
    paper.presentOnly ? say.show : paper.required ? say.always : say.sometimes;
  return (
    <Table
      head={[{ say: say.paper }, { say: say.needed }]}
      rows={components.map((paper) => [{ say: <Vi>{paper.name}</Vi> }, { say: need(paper) }])}
    />
  );
}
