// The list of papers, and one paper with its files.

import type { ComponentTerms, GivenFile } from '../../../modules/dossiers/index.ts';
import type { FileKind } from '../../../modules/files/index.ts';
import { TOKEN_FIELD } from '../../../platform/http/index.ts';
import { Button, CsrfField, type ErrorLine, Form, TaskList, Vi } from '../../../ui/index.ts';
import { FileRows, UploadForm } from '../uploads.tsx';
import { type Journey, pathWithin } from './draft-context.ts';
import { StepPage, type StepPageProps } from './frame.tsx';
import { StepNumber, stepPath } from './steps.ts';
import { words } from './words.ts';

export interface Paper extends ComponentTerms {
  readonly hint: string | undefined;
  readonly accept: readonly FileKind[];
  readonly files: readonly GivenFile[];
}

interface Common {
  req: StepPageProps['req'];
  journey: Journey;
  csrf: string;
  errors: readonly ErrorLine[];
}

export function PapersPage({ papers, back, ...common }: Common & { papers: readonly Paper[]; back: string }) {
  const { req, journey, csrf } = common;
  const { papers: say, agree } = words(req.lang);
  const uploads = papers.filter((paper) => !paper.presentOnly && !paper.fromForm);
  const shown = papers.filter((paper) => paper.presentOnly);
  return (
    <StepPage {...common} title={say.title} step={StepNumber.papers} back={back}>
      <h1 class="govuk-heading-l">{say.title}</h1>
      {papers.some((paper) => paper.fromForm) && <p class="govuk-body">{say.fromForm}</p>}
      {uploads.length === 0 ? (
        <p class="govuk-body">{say.none}</p>
      ) : (
        <>
          <p class="govuk-body">{say.lead}</p>
          <TaskList items={uploads.map((paper) => taskOf(paper, journey, say))} />
        </>
      )}
      {shown.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{say.bring}</h2>
          <p class="govuk-body">{say.bringHint}</p>
          <ul class="govuk-list govuk-list--bullet">
            {shown.map((paper) => (
              <li key={paper.key}>
                <Vi>{paper.name}</Vi>
              </li>
            ))}
          </ul>
        </>
      )}
      <Form method="post">
        <CsrfField token={csrf} />
        <Button preventDoubleClick>{agree}</Button>
      </Form>
    </StepPage>
  );
}

function taskOf(paper: Paper, journey: Journey, say: ReturnType<typeof words>['papers']) {
  const href = pathWithin(journey, `giay-to/${paper.key}`);
  if (paper.files.length > 0)
    return { title: <Vi>{paper.name}</Vi>, href, status: say.has(paper.files.length) };
  return {
    title: <Vi>{paper.name}</Vi>,
    href,
    status: paper.required ? { tag: say.required } : say.optional,
  };
}

/** One paper: its files so far, the question for one more, and the way on. */
export function PaperPage({ paper, next, ...common }: Common & { paper: Paper; next: string }) {
  const { req, journey, csrf, errors } = common;
  const say = words(req.lang).papers;
  const path = stepPath(journey.draft, `giay-to/${paper.key}`);
  const query = journey.fromCheck ? '&ve=kiem-tra' : '';
  const has = paper.files.length > 0;
  return (
    <StepPage
      {...common}
      title={paper.name}
      titleLang="vi"
      step={StepNumber.papers}
      back={pathWithin(journey, 'giay-to')}
    >
      <h1 class="govuk-heading-l">
        <Vi>{paper.name}</Vi>
      </h1>
      {paper.hint && (
        <p class="govuk-body">
          <Vi>{paper.hint}</Vi>
        </p>
      )}
      {has && (
        <FileRows
          files={paper.files}
          csrf={csrf}
          hrefOf={(file) => stepPath(journey.draft, `tep/${file.id}`)}
          removeAction={pathWithin(journey, `giay-to/${paper.key}/bo`)}
        />
      )}
      {has && <Button href={next}>{say.next}</Button>}
      <UploadForm
        action={`${path}?${TOKEN_FIELD}=${encodeURIComponent(csrf)}${query}`}
        accept={paper.accept}
        errors={errors}
        another={has}
      />
      {!has && !paper.required && (
        <p class="govuk-body">
          <a class="govuk-link" href={next}>
            {say.skip}
          </a>
        </p>
      )}
    </StepPage>
  );
}
