// A day's appointments: one table for each half-day, the day before and after at hand.
import type { Appointment } from '../../../modules/worklists/index.ts';
import { halfDayInWords, readHalfDay } from '../../../rules/calendar/index.ts';
import { formatDate, upperFirst } from '../../../rules/kernel/index.ts';
import {
  Button,
  EmptyState,
  Input,
  Page,
  type Shell,
  type StateCode,
  StateTag,
  Table,
} from '../../../ui/index.ts';
import { vi } from './words.vi.ts';

export interface AppointmentsPageProps {
  shell: Shell;
  day: Temporal.PlainDate;
  today: Temporal.PlainDate;
  rows: readonly Appointment[];
}

export function AppointmentsPage({ shell, day, today, rows }: AppointmentsPageProps) {
  const halves = Map.groupBy(rows, ({ appointment }) => appointment);
  const to = (date: Temporal.PlainDate) => `/lich-hen?ngay=${date}`;
  return (
    <Page {...shell} title={vi.title} width="wide">
      <h1 class="govuk-heading-l">{vi.day(formatDate(day))}</h1>
      <p class="govuk-body">
        <a class="govuk-link" rel="prev" href={to(day.subtract({ days: 1 }))}>
          {vi.before}
        </a>
        {!day.equals(today) && (
          <>
            {' · '}
            <a class="govuk-link" href="/lich-hen">
              {vi.today}
            </a>
          </>
        )}
        {' · '}
        <a class="govuk-link" rel="next" href={to(day.add({ days: 1 }))}>
          {vi.after}
        </a>
      </p>
      {rows.length === 0 && <EmptyState say={vi.none} />}
      {[...halves].map(([half, those]) => (
        <Table
          key={half}
          caption={headOf(half)}
          head={[vi.owner, vi.phone, vi.dossier, vi.procedure, vi.state].map((say) => ({ say }))}
          stacked
          rows={those.map((one) => [
            { say: one.owner },
            { say: one.phone },
            {
              say: (
                <a class="govuk-link" href={`/ho-so/${one.id}`}>
                  <span class="mc-number">{one.number}</span>
                </a>
              ),
            },
            { say: one.procedure },
            { say: <StateTag state={one.state as StateCode} /> },
          ])}
        />
      ))}
      <form action="/lich-hen" method="get">
        <Input
          label={vi.choose}
          name="ngay"
          id="ngay"
          inputmode="numeric"
          hint={vi.dateHint}
          value={formatDate(day)}
          classes="govuk-input--width-10"
        />
        <Button kind="secondary">{vi.show}</Button>
      </form>
    </Page>
  );
}

function headOf(half: string): string {
  const read = readHalfDay(half);
  return read ? upperFirst(halfDayInWords(read)) : half;
}
