// The time limit of a procedure: as published, and on a page of another language in its words first.
import { type Period, periodWords } from '../../rules/calendar/index.ts';
import { useLang, Vi } from '../../ui/index.ts';

/** `3 ngày làm việc`; `3 working days`, with the published wording beside it where that says more. */
export function PeriodText({ procedure }: { procedure: { period: Period; periodText: string } }) {
  const lang = useLang();
  const { period, periodText } = procedure;
  if (lang === 'vi') return periodText;
  const says = periodWords(lang, period);
  return periodText === periodWords('vi', period) ? (
    says
  ) : (
    <>
      {says} (<Vi>{periodText}</Vi>)
    </>
  );
}
