// Step 3, second half: the form, one question per page; whatever is typed is kept, right or wrong.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { changeDraft } from '../../../modules/dossiers/index.ts';
import type { Answers, FormError } from '../../../rules/forms/index.ts';
import {
  checkAll,
  type FormDefinition,
  idOf,
  isRows,
  nextPage,
  type Page,
  type Posted,
  previousPage,
  type RowAct,
  readPage,
  rowIdOf,
} from '../../../rules/forms/index.ts';
import { errorLines, FormPage, renderPage } from '../../../ui/index.ts';
import type { PortalDeps } from '../deps.ts';
import { backTo, type Journey, NO_SUCH_PAGE, onJourney, pagesOf, pathWithin } from './draft-context.ts';
import { StepPage, statusOf } from './frame.tsx';
import { StepNumber, stepPath } from './steps.ts';

const config = { guard: 'citizen' } as const;

/** A journey at one of its form's pages. */
interface AtPage extends Journey {
  readonly form: FormDefinition;
  readonly page: Page;
}

/** Mounts the form's pages. */
export function registerAnswers(app: FastifyInstance, deps: PortalDeps): void {
  app.get('/nop-ho-so/:draft/thong-tin/:page', { config }, (req, reply) =>
    atPage(req, reply, deps, (at) => show(req, reply, at, at.draft.answers, [])),
  );
  app.post('/nop-ho-so/:draft/thong-tin/:page', { config }, (req, reply) =>
    atPage(req, reply, deps, (at) => answer(req, reply, deps, at)),
  );
}

function atPage(
  req: FastifyRequest,
  reply: FastifyReply,
  deps: PortalDeps,
  go: (at: AtPage) => FastifyReply | Promise<FastifyReply>,
) {
  return onJourney(req, reply, deps, (journey) => {
    const { page: id } = req.params as { page: string };
    const { form, draft } = journey;
    const page = form?.pages.find((each) => each.id === id);
    if (!form || !page) return reply.refuse(NO_SUCH_PAGE);
    if (!draft.agencyId) return reply.redirect(stepPath(draft, 'noi-nop'), 303);
    if (!pagesOf(journey).includes(page))
      return reply.redirect(pathWithin(journey, after({ ...journey, form, page })), 303);
    return go({ ...journey, form, page });
  });
}

function show(
  req: FastifyRequest,
  reply: FastifyReply,
  at: AtPage,
  answers: Answers,
  errors: readonly FormError[],
) {
  const { form, page, context } = at;
  const back = previousPage(form, answers, page.id, context);
  return reply.html(
    renderPage(
      <StepPage
        {...{ req, journey: at }}
        title={page.title}
        titleLang="vi"
        step={StepNumber.answers}
        back={backTo(at, back ? `thong-tin/${back.id}` : 'noi-nop')}
        errors={errorLines(req.lang, errors)}
      >
        <FormPage
          definition={form}
          pageId={page.id}
          answers={answers}
          ctx={context}
          csrf={req.csrf()}
          errors={errors}
        />
      </StepPage>,
    ),
    statusOf(errors),
  );
}

async function answer(req: FastifyRequest, reply: FastifyReply, deps: PortalDeps, at: AtPage) {
  const { draft, form, page, context } = at;
  const posted = (req.body ?? {}) as Posted;
  // Read over the answers as they stand when it is written: another page may have been saved in between.
  const saved = await changeDraft(
    deps.db,
    draft,
    (fresh) => {
      const read = readPage(form, page.id, posted, fresh.answers, context);
      const now: AtPage = { ...at, draft: { ...fresh, answers: read.answers } };
      const stays = read.errors.length > 0 || read.rowAct !== undefined;
      return { read, now, answers: read.answers, step: stays ? `thong-tin/${page.id}` : after(now) };
    },
    req.now,
  );
  if (!saved.ok) return reply.refuse(saved.refusal);
  const { read, now, step } = saved.value;
  if (read.rowAct)
    return reply.redirect(`${pathWithin(at, step)}#${placeOf(read.rowAct, read.answers)}`, 303);
  if (read.errors.length > 0) return show(req, reply, now, read.answers, read.errors);
  return reply.redirect(step === 'kiem-tra' ? stepPath(draft, step) : pathWithin(at, step), 303);
}

/** The next page; from the check page the questions that the change brought up, then back there. */
function after(at: AtPage): string {
  const { form, page, context, draft, fromCheck } = at;
  if (fromCheck) {
    const open = checkAll(form, draft.answers, context)[0];
    return open ? `thong-tin/${open.pageId}` : 'kiem-tra';
  }
  const next = nextPage(form, draft.answers, page.id, context);
  return next ? `thong-tin/${next.id}` : 'giay-to';
}

/** A page to which a row came opens at that row, one from which a row went at the button that adds. */
function placeOf({ act, repeat }: RowAct, answers: Answers): string {
  const value = answers[repeat];
  const last = value !== undefined && isRows(value) ? value.rows.at(-1) : undefined;
  if (act === 'add' && last) return rowIdOf(repeat, last.id);
  return value === undefined ? '' : `${idOf(repeat)}-add`;
}
