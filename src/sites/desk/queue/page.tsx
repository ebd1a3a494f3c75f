// The queue: tabs with counts, a dense list the most pressing first, and the dossier in view beside it.

import type { Queue, WaitingDossier } from '../../../modules/worklists/index.ts';
import { isBack } from '../../../rules/states/index.ts';
import {
  DeskTable,
  EmptyState,
  join,
  KeyHelp,
  Page,
  QueueAndPane,
  SearchBox,
  type Shell,
  type StateCode,
  StateTag,
} from '../../../ui/index.ts';
import { DossierSheet } from '../dossier-sheet.tsx';
import type { Pressing } from '../due-words.ts';
import type { Sheet } from '../sheet.ts';
import { queues as queueWords, vi } from './words.vi.ts';

export interface Tab {
  queue: Queue;
  count: number | undefined;
}

export interface ListedDossier {
  dossier: WaitingDossier;
  pressing: Pressing;
  /** The body at which it was filed, when another answers now; else empty. */
  formerly: string;
}

export interface QueuePageProps {
  shell: Shell;
  /** Who one is here, in a line. */
  who: string;
  tabs: readonly Tab[];
  current: Queue;
  q: string;
  rows: readonly ListedDossier[];
  /** The dossier beside the list. */
  sheet?: Sheet;
  /** Address of the list with these parameters changed. */
  hrefOf(change: { mo?: string; sau?: string }): string;
  next: string | null;
  paged: boolean;
}

export function QueuePage(props: QueuePageProps) {
  const { shell, who, tabs, current, q, sheet } = props;
  return (
    <Page {...shell} title={q ? `${vi.find}: ${q}` : queueWords[current.name].say} width="wide">
      <h1 class="govuk-visually-hidden">{vi.title}</h1>
      <div class="mc-desk-head">
        <p class="mc-desk-who">{who}</p>
        <SearchBox
          action="/hang-doi"
          value={q}
          label={vi.search}
          button={vi.find}
          keep={{ loai: queueWords[current.name].slug }}
        />
      </div>
      <Tabs tabs={tabs} current={q ? undefined : current} />
      <QueueAndPane
        listHref={props.hrefOf({})}
        list={<List {...props} narrow={sheet !== undefined} />}
        pane={sheet && <Pane {...props} sheet={sheet} />}
      />
    </Page>
  );
}

function Tabs({ tabs, current }: { tabs: readonly Tab[]; current: Queue | undefined }) {
  return (
    <nav aria-label={vi.tabs}>
      <ul class="mc-tabs">
        {tabs.map(({ queue, count }) => (
          <li key={queue.name}>
            <a
              class="mc-tabs__link"
              href={`/hang-doi?loai=${queueWords[queue.name].slug}`}
              aria-current={queue === current ? 'page' : undefined}
            >
              {queueWords[queue.name].say}
              {count !== undefined && (
                <span class={join('mc-tabs__count', count === 0 && 'mc-tabs__count--none')}> {count}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function List({
  q,
  rows,
  current,
  hrefOf,
  next,
  paged,
  sheet,
  narrow,
}: QueuePageProps & { narrow: boolean }) {
  const columns = [
    vi.columns.due,
    vi.columns.number,
    vi.columns.person,
    vi.columns.procedure,
    ...(narrow ? [] : [vi.columns.state, vi.columns.holder]),
  ];
  const words = queueWords[current.name];
  return (
    <>
      {rows.length > 1 && <KeyHelp />}
      <DeskTable
        caption={q ? vi.found(rows.length, q) : words.say}
        columns={columns.map((say) => ({ say }))}
        empty={q ? vi.found(0, q) : words.empty}
        rows={rows.map(({ dossier, pressing, formerly }) => ({
          id: dossier.id,
          href: hrefOf({ mo: dossier.id }),
          current: dossier.id === sheet?.dossier.id,
          cells: [
            <DueCell key="due" pressing={pressing} narrow={narrow} />,
            <NumberCell key="number" number={dossier.number} formerly={formerly} />,
            dossier.owner,
            <span key="procedure" title={dossier.procedure}>
              {dossier.procedure}
            </span>,
            ...(narrow ? [] : [<StateCell dossier={dossier} />, holderOf(dossier)]),
          ],
        }))}
      />
      <p class="govuk-body">
        {q && (
          <a class="govuk-link" href={`/hang-doi?loai=${words.slug}`}>
            {vi.clear}
          </a>
        )}
        {paged && (
          <a class="govuk-link" href={`/hang-doi?loai=${words.slug}`}>
            {vi.first}
          </a>
        )}{' '}
        {next && (
          <a class="govuk-link" rel="next" href={hrefOf({ sau: next })}>
            {vi.more}
          </a>
        )}
      </p>
    </>
  );
}

function NumberCell({ number, formerly }: { number: string; formerly: string }) {
  return (
    <>
      <span class="mc-number">{number}</span>
      {formerly !== '' && ` ${vi.formerly(formerly)}`}
    </>
  );
}

function DueCell({ pressing, narrow }: { pressing: Pressing; narrow: boolean }) {
  return (
    <>
      {!narrow && `${pressing.at} `}
      <span
        class={join('mc-desk__left', pressing.late && 'mc-desk__left--late')}
        title={narrow ? pressing.at : undefined}
      >
        {pressing.left}
      </span>
    </>
  );
}

function StateCell({ dossier }: { dossier: WaitingDossier }) {
  return (
    <>
      <StateTag state={dossier.state as StateCode} back={isBack(dossier)} />
      {dossier.proposed && ` · ${vi.waitingSign}`}
      {dossier.feeUnpaid && ` · ${vi.feeUnpaid}`}
    </>
  );
}

function holderOf(dossier: WaitingDossier): string {
  if (dossier.state === 5) return vi.applicant;
  return dossier.holder ?? ([3, 7, 10].includes(dossier.state) ? '' : vi.desk);
}

function Pane({ sheet, shell, rows, hrefOf }: QueuePageProps & { sheet: Sheet }) {
  const at = rows.findIndex(({ dossier }) => dossier.id === sheet.dossier.id);
  const before = at > 0 ? rows[at - 1] : undefined;
  const after = at >= 0 ? rows[at + 1] : undefined;
  return (
    <>
      <p class="govuk-body mc-pane-links">
        <a class="govuk-link" href={`/ho-so/${sheet.dossier.id}`}>
          {vi.fullPage}
        </a>
        {before && (
          <a class="govuk-link" rel="prev" href={hrefOf({ mo: before.dossier.id })}>
            {vi.previous}
          </a>
        )}
        {after && (
          <a class="govuk-link" rel="next" href={hrefOf({ mo: after.dossier.id })}>
            {vi.next}
          </a>
        )}
      </p>
      <DossierSheet sheet={sheet} csrf={shell.csrf ?? ''} level={2} />
    </>
  );
}

/** Em's page: nothing is here, and why. */
export function NoSeatPage({ shell }: { shell: Shell }) {
  return (
    <Page {...shell} title={vi.title}>
      <h1 class="govuk-heading-l">{vi.title}</h1>
      <EmptyState say={vi.noSeat}>
        <p class="govuk-body">{vi.noSeatHint}</p>
      </EmptyState>
    </Page>
  );
}
