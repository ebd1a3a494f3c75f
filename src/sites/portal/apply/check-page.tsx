// The check page: all answers with "Sửa", papers, channels, the fee with its legal basis, doubts, and the sending itself.
import type { AgencyTerms, ComponentTerms, FeeQuote, Incomplete } from '../../../modules/dossiers/index.ts';
import type { FeeSituation } from '../../../rules/fees/index.ts';
import { type FormError, sayError } from '../../../rules/forms/index.ts';
import { formatMoney, type Language } from '../../../rules/kernel/index.ts';
import { State } from '../../../rules/lifecycle/index.ts';
import {
  AnswersSummary,
  Button,
  Checkboxes,
  ConfirmationCode,
  CsrfField,
  type ErrorLine,
  InsetText,
  SummaryList,
  type SummaryRow,
} from '../../../ui/index.ts';
import { whenToPay } from '../fee-words.ts';
import { sayRefusal } from '../say-refusal.ts';
import type { Journey } from './draft-context.ts';
import { StepPage, type StepPageProps } from './frame.tsx';
import { CODE_ID, DECLARE_ID, type SendBody } from './send.ts';
import { FROM_CHECK, StepNumber, stepPath } from './steps.ts';
import { vi } from './words.vi.ts';

const words = vi.check;

export interface CheckPageProps {
  req: StepPageProps['req'];
  journey: Journey;
  csrf: string;
  errors: readonly ErrorLine[];
  typed: SendBody;
  code: string;
  missing: Incomplete | null;
  agency: AgencyTerms | undefined;
  papers: readonly ComponentTerms[];
  fee: FeeQuote | undefined;
  doubts: readonly FormError[];
}

export function CheckPage(props: CheckPageProps) {
  const { req, journey, errors, missing, doubts, fee } = props;
  const { draft, form, context } = journey;
  return (
    <StepPage
      {...{ req, journey, errors }}
      title={words.title}
      step={StepNumber.check}
      quiet
      back={stepPath(draft, 'hinh-thuc')}
    >
      <h1 class="govuk-heading-l">{words.title}</h1>
      {missing && <Missing draftId={draft.id} missing={missing} lang={req.lang} />}
      <SummaryList rows={headRows(props)} />
      {form && (
        <AnswersSummary
          definition={form}
          answers={draft.answers}
          ctx={context}
          changeHref={(page) => stepPath(draft, `thong-tin/${page}${FROM_CHECK}`)}
        />
      )}
      <h2 class="govuk-heading-m">{words.papers}</h2>
      <SummaryList rows={paperRows(props)} />
      <h2 class="govuk-heading-m">{words.channels}</h2>
      <SummaryList rows={channelRows(props)} />
      <h2 class="govuk-heading-m">{words.feeTitle}</h2>
      {fee && <Fee fee={fee} when={whenToPay(props.req.lang, asIfSent(fee, draft.submitChannel))} />}
      {doubts.length > 0 && <Doubts draftId={draft.id} doubts={doubts} lang={req.lang} />}
      {!missing && <Send {...props} />}
    </StepPage>
  );
}

function change(draftId: string, step: string, hidden: string): SummaryRow['actions'] {
  return [{ href: stepPath(draftId, step) + FROM_CHECK, say: words.change, hidden }];
}

function headRows({ journey: { draft, procedure }, agency }: CheckPageProps): SummaryRow[] {
  return [
    { key: words.procedure, value: procedure.name },
    {
      key: words.agency,
      value: agency?.name ?? '',
      actions: change(draft.id, 'noi-nop', words.agency.toLocaleLowerCase('vi')),
    },
  ];
}

function paperRows({ journey: { draft }, papers }: CheckPageProps): SummaryRow[] {
  const rows: SummaryRow[] = papers
    .filter((paper) => !paper.presentOnly && !paper.fromForm)
    .map((paper) => {
      const names = draft.files.filter((file) => file.component === paper.key).map((file) => file.name);
      return {
        key: paper.name,
        value: names.length > 0 ? names.join(', ') : words.noFiles,
        actions: change(draft.id, `giay-to/${paper.key}`, paper.name),
      };
    });
  const bring = papers.filter((paper) => paper.presentOnly).map((paper) => paper.name);
  if (bring.length > 0) rows.push({ key: words.bring, value: bring.join('; ') });
  return rows.length > 0 ? rows : [{ key: words.papers, value: vi.papers.none }];
}

function channelRows({ journey: { draft } }: CheckPageProps): SummaryRow[] {
  const { channels } = vi;
  const row = (key: string, value: string | undefined): SummaryRow => ({
    key,
    value: value ?? '',
    actions: change(draft.id, 'hinh-thuc', key.toLocaleLowerCase('vi')),
  });
  return [
    row(channels.submit, channels.submitWays[draft.submitChannel ?? '']?.say),
    row(channels.back, channels.returnWays[draft.returnChannel ?? '']?.say),
    ...(draft.returnChannel === 'post' ? [row(words.address, draft.returnAddress)] : []),
  ];
}

function Missing({ draftId, missing, lang }: { draftId: string; missing: Incomplete; lang: Language }) {
  return (
    <InsetText>
      <h2 class="govuk-heading-m">{words.incomplete}</h2>
      <p class="govuk-body">{sayRefusal(lang, missing)}</p>
      <Button href={stepPath(draftId, missing.step) + FROM_CHECK}>{words.mend}</Button>
      <p class="govuk-body">{words.thenSend}</p>
    </InsetText>
  );
}

/** The draft as it will be the moment it is sent. */
function asIfSent(fee: FeeQuote, submitChannel: string | null): FeeSituation {
  return { fee, moneyState: 'due', state: State.New, submitChannel: submitChannel ?? '' };
}

function Fee({ fee, when }: { fee: FeeQuote; when: string | undefined }) {
  if (fee.undecided) return <p class="govuk-body">{fee.undecided}</p>;
  if (fee.total === 0) return <p class="govuk-body">{words.feeFree}</p>;
  const rows: SummaryRow[] = fee.lines.map(({ name, quantity, unitAmount, amount }) => ({
    key: name,
    value:
      quantity === 1
        ? formatMoney(amount)
        : words.feeLine(quantity, formatMoney(unitAmount), formatMoney(amount)),
  }));
  return (
    <>
      <SummaryList
        rows={[...rows, { key: words.feeTotal, value: <strong>{formatMoney(fee.total)}</strong> }]}
      />
      <p class="govuk-body">{when}</p>
      <p class="govuk-body">{words.feeBasis([...new Set(fee.lines.map((line) => line.basis))].join('; '))}</p>
    </>
  );
}

function Doubts({
  draftId,
  doubts,
  lang,
}: {
  draftId: string;
  doubts: readonly FormError[];
  lang: Language;
}) {
  return (
    <InsetText>
      <h2 class="govuk-heading-m">{words.doubts}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {doubts.map((doubt) => (
          <li key={doubt.fieldId}>
            <a
              class="govuk-link"
              href={`${stepPath(draftId, `thong-tin/${doubt.pageId}`)}${FROM_CHECK}#${doubt.fieldId}`}
            >
              {sayError(lang, doubt)}
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-body">{words.doubtsHint}</p>
    </InsetText>
  );
}

function Send({ csrf, code, typed, errors }: CheckPageProps) {
  const errorAt = (id: string) => errors.find((line) => line.href === `#${id}`)?.say;
  return (
    <form method="post" novalidate>
      <CsrfField token={csrf} />
      <ConfirmationCode code={code} name="ma" id={CODE_ID} value={typed.ma} error={errorAt(CODE_ID)} />
      <Checkboxes
        name="cam-doan"
        idPrefix={DECLARE_ID}
        values={[typed['cam-doan']]}
        error={errorAt(DECLARE_ID)}
        items={[{ value: 'co', say: words.declare }]}
      />
      <Button preventDoubleClick>{words.send}</Button>
    </form>
  );
}
