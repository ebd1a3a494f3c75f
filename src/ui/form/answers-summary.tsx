// The check page's lists: every answer in words, with "Sửa" beside those that a person gave.
import {
  type Answers,
  type FormContext,
  type FormDefinition,
  idOf,
  type SummaryRow,
  type SummarySection,
  summary,
} from '../../rules/forms/index.ts';
import { SummaryList } from '../components/index.ts';
import { useLang } from '../words/index.ts';
import { useFormWords } from './form-words.ts';

export interface AnswersSummaryProps {
  definition: FormDefinition;
  answers: Answers;
  ctx: FormContext;
  /** Address of a form page, to change an answer; absent on pages where nothing may change. */
  changeHref?: (pageId: string) => string;
}

/** All sections of the form with their answers. */
export function AnswersSummary({ definition, answers, ctx, changeHref }: AnswersSummaryProps) {
  const language = useLang();
  return (
    <>
      {summary(definition, answers, { ...ctx, language }).map((section) => (
        <Section key={section.id} section={section} changeHref={changeHref} />
      ))}
    </>
  );
}

type ChangeHref = AnswersSummaryProps['changeHref'];

function Section({ section, changeHref }: { section: SummarySection; changeHref: ChangeHref }) {
  return (
    <>
      <h2 class="govuk-heading-m">{section.title}</h2>
      {inGroups(section.rows).map(({ group, rows }) => (
        <Group key={group ?? rows[0]?.key} group={group} rows={rows} changeHref={changeHref} />
      ))}
    </>
  );
}

interface GroupProps {
  group: string | undefined;
  rows: readonly SummaryRow[];
  changeHref: ChangeHref;
}

function Group({ group, rows, changeHref }: GroupProps) {
  const words = useFormWords();
  const listed = rows.map(({ key, label, value, pageId }) => ({
    key: label,
    value,
    ...(changeHref &&
      pageId && {
        actions: [
          {
            href: `${changeHref(pageId)}#${idOf(key)}`,
            say: words.change,
            hidden: label.toLocaleLowerCase('vi'),
          },
        ],
      }),
  }));
  return <SummaryList rows={listed} {...(group && { card: { title: group, headingLevel: 3 as const } })} />;
}

/** Consecutive rows of one repeated row together. */
function inGroups(rows: readonly SummaryRow[]): { group: string | undefined; rows: SummaryRow[] }[] {
  const groups: { group: string | undefined; rows: SummaryRow[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && last.group === row.group) last.rows.push(row);
    else groups.push({ group: row.group, rows: [row] });
  }
  return groups;
}
