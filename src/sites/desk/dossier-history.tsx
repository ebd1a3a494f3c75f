// What happened to a dossier: supplements asked and answered, results proposed, and the control sheet hand by hand.
import { formatInstant } from '../../rules/kernel/index.ts';
import { ACT_WORDS } from '../../rules/lifecycle/index.ts';
import { Details, Table } from '../../ui/index.ts';
import type { Sheet } from './sheet.ts';
import { history as words } from './words.vi.ts';

interface Part {
  sheet: Sheet;
  level: 1 | 2;
}

export function Supplements({ sheet }: Part) {
  const { supplements } = sheet.dossier;
  return (
    <>
      {supplements.map((asked) => (
        <Details
          key={asked.id}
          open={asked.answeredAt === null}
          summary={words.asked(asked.seq + 1, formatInstant(asked.askedAt))}
        >
          <ul class="govuk-list govuk-list--bullet">
            {asked.items.map((item) => (
              <li key={item.id}>
                <strong>{item.name}</strong>
                {words.todo(item.wrong, item.todo)}
              </li>
            ))}
          </ul>
          {asked.reason && <p class="govuk-body">{words.reason(asked.reason)}</p>}
          <p class="govuk-body">
            {asked.answeredAt === null
              ? words.unanswered
              : words.answered(formatInstant(asked.answeredAt), asked.note)}
            {asked.dueBefore && asked.dueAfter && !asked.dueBefore.equals(asked.dueAfter)
              ? words.moved(formatInstant(asked.dueBefore), formatInstant(asked.dueAfter))
              : ''}
          </p>
        </Details>
      ))}
    </>
  );
}

export function Proposals({ sheet }: Part) {
  const { proposals } = sheet.dossier;
  return (
    <>
      {proposals.map((proposal) => (
        <Details
          key={proposal.id}
          open={proposal === proposals.at(-1)}
          summary={words.proposed(proposal.byName, formatInstant(proposal.at))}
        >
          <p class="govuk-body">{proposal.note}</p>
          {proposal.returnedAt !== null && (
            <p class="govuk-body">
              <strong>{words.returned(formatInstant(proposal.returnedAt))}</strong> {proposal.returnedWhy}
            </p>
          )}
        </Details>
      ))}
    </>
  );
}

/** Phiếu kiểm soát quá trình giải quyết hồ sơ: giver, taker, time. */
export function ControlSheet({ sheet }: { sheet: Sheet }) {
  const { dossier } = sheet;
  const sent = { say: formatInstant(dossier.submittedAt) };
  return (
    <Table
      stacked
      head={words.columns.map((say) => ({ say }))}
      rows={[
        [sent, { say: words.sent }, { say: dossier.submitterName }, { say: words.desk }, { say: '' }],
        ...dossier.hops.map((hop) => [
          { say: formatInstant(hop.at) },
          { say: ACT_WORDS.vi[hop.act].hop },
          { say: hop.from },
          { say: hop.to },
          { say: hop.note },
        ]),
      ]}
    />
  );
}
