// The list of papers, and one paper with its files.
import type { ComponentTerms, GivenFile } from '../../../modules/dossiers/index.ts';
import type { FileKind } from '../../../modules/files/index.ts';
import { Button, CsrfField, type ErrorLine, TaskList } from '../../../ui/index.ts';
import { FileRows, UploadForm } from '../uploads.tsx';
import { type Journey, pathWithin } from './draft-context.ts';
import { StepPage, type StepPageProps } from './frame.tsx';
import { StepNumber, stepPath } from './steps.ts';
import { vi } from './words.vi.ts';

const words = vi.papers;

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
  const { journey, csrf } = common;
  const uploads = papers.filter((paper) => !paper.presentOnly && !paper.fromForm);
  const shown = papers.filter((paper) => paper.presentOnly);
  return (
    <StepPage {...common} title={words.title} step={StepNumber.papers} back={back}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      {papers.some((paper) => paper.fromForm) && <p class="govuk-body">{words.fromForm}</p>}
      {uploads.length === 0 ? (
        <p class="govuk-body">{words.none}</p>
      ) : (
        <>
          <p class="govuk-body">{words.lead}</p>
          <TaskList items={uploads.map((paper) => taskOf(paper, journey))} />
        </>
      )}
      {shown.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{words.bring}</h2>
          <p class="govuk-body">{words.bringHint}</p>
          <ul class="govuk-list govuk-list--bullet">
            {shown.map((paper) => (
              <li key={paper.key}>{paper.name}</li>
            ))}
          </ul>
        </>
      )}
      <form method="post" novalidate>
        <CsrfField token={csrf} />
        <Button preventDoubleClick>{vi.agree}</Button>
      </form>
    </StepPage>
  );
}

function taskOf(paper: Paper, journey: Journey) {
  const href = pathWithin(journey, `giay-to/${paper.key}`);
  if (paper.files.length > 0) return { title: paper.name, href, status: words.has(paper.files.length) };
  return { title: paper.name, href, status: paper.required ? { tag: words.required } : words.optional };
}

/** One paper: its files so far, the question for one more, and the way on. */
export function PaperPage({ paper, next, ...common }: Common & { paper: Paper; next: string }) {
  const { journey, csrf, errors } = common;
  const path = stepPath(journey.draft, `giay-to/${paper.key}`);
  const query = journey.fromCheck ? '&ve=kiem-tra' : '';
  const has = paper.files.length > 0;
  return (
    <StepPage {...common} title={paper.name} step={StepNumber.papers} back={pathWithin(journey, 'giay-to')}>
      <h1 class="govuk-heading-l">{paper.name}</h1>
      {paper.hint && <p class="govuk-body">{paper.hint}</p>}
      {has && (
        <FileRows
          files={paper.files}
          csrf={csrf}
          hrefOf={(file) => stepPath(journey.draft, `tep/${file.id}`)}
          removeAction={pathWithin(journey, `giay-to/${paper.key}/bo`)}
        />
      )}
      {has && <Button href={next}>{words.next}</Button>}
      <UploadForm
        action={`${path}?ma=${encodeURIComponent(csrf)}${query}`}
        accept={paper.accept}
        errors={errors}
        another={has}
      />
      {!has && !paper.required && (
        <p class="govuk-body">
          <a class="govuk-link" href={next}>
            {words.skip}
          </a>
        </p>
      )}
    </StepPage>
  );
}
