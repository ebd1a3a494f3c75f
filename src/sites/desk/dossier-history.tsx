// What happened to a dossier: supplements asked and answered, results proposed, and the control sheet hand by hand.
import { formatInstant } from '../../rules/kernel/index.ts';
import { Details, Table } from '../../ui/index.ts';
import { moment, type Sheet } from './sheet.ts';
import { hops as hopNames } from './words.vi.ts';

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
          open={asked.answered_at === null}
          summary={`Yêu cầu bổ sung lần ${asked.seq + 1}, ${formatInstant(moment(asked.asked_at))}`}
        >
          <ul class="govuk-list govuk-list--bullet">
            {asked.items.map((item) => (
              <li key={item.id}>
                <strong>{item.name}</strong>: {item.wrong} Cần: {item.todo}
              </li>
            ))}
          </ul>
          {asked.reason && <p class="govuk-body">Lý do: {asked.reason}</p>}
          <p class="govuk-body">
            {asked.answered_at === null
              ? 'Người nộp chưa bổ sung.'
              : `Đã bổ sung lúc ${formatInstant(moment(asked.answered_at))}. ${asked.note}`}
            {asked.due_before && asked.due_after && asked.due_before !== asked.due_after
              ? ` Ngày hẹn lùi từ ${formatInstant(moment(asked.due_before))} sang ${formatInstant(moment(asked.due_after))}.`
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
          summary={`${proposal.by_name} đề xuất kết quả, ${formatInstant(moment(proposal.at))}`}
        >
          <p class="govuk-body">{proposal.note}</p>
          {proposal.returned_at !== null && (
            <p class="govuk-body">
              <strong>Lãnh đạo trả lại lúc {formatInstant(moment(proposal.returned_at))}:</strong>{' '}
              {proposal.returned_why}
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
  const sent = { say: formatInstant(dossier.submitted_at) };
  return (
    <Table
      head={[
        { say: 'Lúc' },
        { say: 'Việc' },
        { say: 'Người giao' },
        { say: 'Người nhận' },
        { say: 'Ghi chú' },
      ]}
      rows={[
        [sent, { say: 'Nộp hồ sơ' }, { say: dossier.owner_name }, { say: 'Bộ phận một cửa' }, { say: '' }],
        ...dossier.hops.map((hop) => [
          { say: formatInstant(moment(hop.at)) },
          { say: hopNames[hop.act] ?? hop.act },
          { say: hop.from_name },
          { say: hop.to_name },
          { say: hop.note },
        ]),
      ]}
    />
  );
}
