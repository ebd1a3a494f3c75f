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
import { useLang, Vi, Written } from '../words/index.ts';
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
      <h2 class="govuk-heading-m">
        <Vi>{section.title}</Vi>
      </h2>
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
    key: <Vi>{label}</Vi>,
    value: <Written>{value}</Written>,
    ...(changeHref &&
      pageId && {
        actions: [
          {
            href: `${changeHref(pageId)}#${idOf(key)}`,
            say: words.change,
            hidden: <Vi>{label.toLocaleLowerCase('vi')}</Vi>,
          },
        ],
      }),
  }));
  return (
    <SummaryList
      rows={listed}
      {...(group && { card: { title: <Vi>{group}</Vi>, headingLevel: 3 as const } })}
    />
  );
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
