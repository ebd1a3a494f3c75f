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
  Form,
  InsetText,
  Naming,
  type Said,
  SummaryList,
  type SummaryRow,
  useLang,
  Vi,
} from '../../../ui/index.ts';
import { whenToPay } from '../fee-words.ts';
import { sayRefusal } from '../say-refusal.ts';
import type { Journey } from './draft-context.ts';
import { StepPage, type StepPageProps } from './frame.tsx';
import { CODE_ID, DECLARE_ID, type SendBody } from './send.ts';
import { FROM_CHECK, StepNumber, stepPath } from './steps.ts';
import { words } from './words.ts';

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
  const say = words(req.lang).check;
  return (
    <StepPage
      {...{ req, journey, errors }}
      title={say.title}
      step={StepNumber.check}
      quiet
      back={stepPath(draft, 'hinh-thuc')}
    >
      <h1 class="govuk-heading-l">{say.title}</h1>
      {missing && <Missing draftId={draft.id} missing={missing} />}
      <SummaryList rows={headRows(props)} />
      {form && (
        <AnswersSummary
          definition={form}
          answers={draft.answers}
          ctx={context}
          changeHref={(page) => stepPath(draft, `thong-tin/${page}${FROM_CHECK}`)}
        />
      )}
      <h2 class="govuk-heading-m">{say.papers}</h2>
      <SummaryList rows={paperRows(props)} />
      <h2 class="govuk-heading-m">{say.channels}</h2>
      <SummaryList rows={channelRows(props)} />
      <h2 class="govuk-heading-m">{say.feeTitle}</h2>
      {fee && <Fee fee={fee} when={whenToPay(req.lang, asIfSent(fee, draft.submitChannel))} />}
      {doubts.length > 0 && <Doubts draftId={draft.id} doubts={doubts} />}
      {!missing && <Send {...props} />}
    </StepPage>
  );
}

function change(lang: Language, draftId: string, step: string, hidden: Said): SummaryRow['actions'] {
  return [{ href: stepPath(draftId, step) + FROM_CHECK, say: words(lang).check.change, hidden }];
}

function headRows({ req: { lang }, journey: { draft, procedure }, agency }: CheckPageProps): SummaryRow[] {
  const say = words(lang).check;
  return [
    { key: say.procedure, value: <Vi>{procedure.name}</Vi> },
    {
      key: say.agency,
      value: <Vi>{agency?.name ?? ''}</Vi>,
      actions: change(lang, draft.id, 'noi-nop', say.agency.toLocaleLowerCase('vi')),
    },
  ];
}

function paperRows({ req: { lang }, journey: { draft }, papers }: CheckPageProps): SummaryRow[] {
  const { check: say, papers: about } = words(lang);
  const rows: SummaryRow[] = papers
    .filter((paper) => !paper.presentOnly && !paper.fromForm)
    .map((paper) => {
      const names = draft.files.filter((file) => file.component === paper.key).map((file) => file.name);
      const name = <Vi>{paper.name}</Vi>;
      return {
        key: name,
        value: names.length > 0 ? <Vi>{names.join(', ')}</Vi> : say.noFiles,
        actions: change(lang, draft.id, `giay-to/${paper.key}`, name),
      };
    });
  const bring = papers.filter((paper) => paper.presentOnly).map((paper) => paper.name);
  if (bring.length > 0) rows.push({ key: say.bring, value: <Vi>{bring.join('; ')}</Vi> });
  return rows.length > 0 ? rows : [{ key: say.papers, value: about.none }];
}

function channelRows({ req: { lang }, journey: { draft } }: CheckPageProps): SummaryRow[] {
  const { channels, check: say } = words(lang);
  const row = (key: string, value: Said): SummaryRow => ({
    key,
    value,
    actions: change(lang, draft.id, 'hinh-thuc', key.toLocaleLowerCase('vi')),
  });
  return [
    row(channels.submit, wayName(channels.submitWays, draft.submitChannel)),
    row(channels.back, wayName(channels.returnWays, draft.returnChannel)),
    ...(draft.returnChannel === 'post' ? [row(say.address, <Vi>{draft.returnAddress}</Vi>)] : []),
  ];
}

function wayName(ways: Readonly<Record<string, { say: string }>>, way: string | null): string {
  return ways[way ?? '']?.say ?? '';
}

function Missing({ draftId, missing }: { draftId: string; missing: Incomplete }) {
  const lang = useLang();
  const say = words(lang).check;
  return (
    <InsetText>
      <h2 class="govuk-heading-m">{say.incomplete}</h2>
      <p class="govuk-body">
        <Naming>{sayRefusal(lang, missing)}</Naming>
      </p>
      <Button href={stepPath(draftId, missing.step) + FROM_CHECK}>{say.mend}</Button>
      <p class="govuk-body">{say.thenSend}</p>
    </InsetText>
  );
}

/** The draft as it will be the moment it is sent. */
function asIfSent(fee: FeeQuote, submitChannel: string | null): FeeSituation {
  return { fee, moneyState: 'due', state: State.New, submitChannel: submitChannel ?? '' };
}

function Fee({ fee, when }: { fee: FeeQuote; when: string | undefined }) {
  const lang = useLang();
  const say = words(lang).check;
  if (fee.undecided)
    return (
      <p class="govuk-body">
        {lang !== 'vi' && `${say.feeUndecided} `}
        <Vi>{fee.undecided}</Vi>
      </p>
    );
  if (fee.total === 0) return <p class="govuk-body">{say.feeFree}</p>;
  const rows: SummaryRow[] = fee.lines.map(({ name, quantity, unitAmount, amount }) => ({
    key: <Vi>{name}</Vi>,
    value:
      quantity === 1
        ? formatMoney(amount)
        : say.feeLine(quantity, formatMoney(unitAmount), formatMoney(amount)),
  }));
  return (
    <>
      <SummaryList
        rows={[...rows, { key: say.feeTotal, value: <strong>{formatMoney(fee.total)}</strong> }]}
      />
      <p class="govuk-body">{when}</p>
      <p class="govuk-body">
        {say.feeBasis} <Vi>{[...new Set(fee.lines.map((line) => line.basis))].join('; ')}</Vi>.
      </p>
    </>
  );
}

function Doubts({ draftId, doubts }: { draftId: string; doubts: readonly FormError[] }) {
  const lang = useLang();
  const say = words(lang).check;
  return (
    <InsetText>
      <h2 class="govuk-heading-m">{say.doubts}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {doubts.map((doubt) => (
          <li key={doubt.fieldId}>
            <a
              class="govuk-link"
              href={`${stepPath(draftId, `thong-tin/${doubt.pageId}`)}${FROM_CHECK}#${doubt.fieldId}`}
            >
              <Naming>{sayError(lang, doubt)}</Naming>
            </a>
          </li>
        ))}
      </ul>
      <p class="govuk-body">{say.doubtsHint}</p>
    </InsetText>
  );
}

function Send({ req, csrf, code, typed, errors }: CheckPageProps) {
  const say = words(req.lang).check;
  const errorAt = (id: string) => errors.find((line) => line.href === `#${id}`)?.say;
  return (
    <Form method="post">
      <CsrfField token={csrf} />
      <ConfirmationCode code={code} name="ma" id={CODE_ID} value={typed.ma} error={errorAt(CODE_ID)} />
      <Checkboxes
        name="cam-doan"
        idPrefix={DECLARE_ID}
        values={[typed['cam-doan']]}
        error={errorAt(DECLARE_ID)}
        items={[{ value: 'co', say: say.declare }]}
      />
      <Button preventDoubleClick>{say.send}</Button>
    </Form>
  );
}
