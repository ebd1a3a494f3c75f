// Step 4: the papers that the answers call for, one question per paper; files stream to disk as they come.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  attachFile,
  type ComponentTerms,
  detachFile,
  findDraft,
  saveDraft,
} from '../../../modules/dossiers/index.ts';
import { openFile } from '../../../modules/files/index.ts';
import { componentsFor } from '../../../rules/forms/index.ts';
import { type ErrorLine, renderPage } from '../../../ui/index.ts';
import type { PortalDeps } from '../deps.ts';
import { acceptUploads, FILES_ID, kindsOf, receiveUploads } from '../uploads.tsx';
import { uuidOf } from '../uuid.ts';
import { backTo, type Journey, NO_SUCH_PAGE, onJourney, pagesOf, pathWithin } from './draft-context.ts';
import { statusOf } from './frame.tsx';
import { type Paper, PaperPage, PapersPage } from './papers-page.tsx';
import { stepPath } from './steps.ts';
import { words } from './words.ts';

const config = { guard: 'citizen' } as const;

/** A journey at one of its papers. */
interface AtPaper extends Journey {
  readonly paper: Paper;
}

/** Mounts the papers' pages and the uploads. */
export async function registerPapers(app: FastifyInstance, deps: PortalDeps): Promise<void> {
  app.get('/nop-ho-so/:draft/giay-to', { config }, (req, reply) =>
    onJourney(req, reply, deps, (journey) => showAll(req, reply, deps, journey, [])),
  );
  app.post('/nop-ho-so/:draft/giay-to', { config }, (req, reply) =>
    onJourney(req, reply, deps, (journey) => goOn(req, reply, deps, journey)),
  );
  app.get('/nop-ho-so/:draft/giay-to/:paper', { config }, (req, reply) =>
    atPaper(req, reply, deps, (at) => showOne(req, reply, deps, at, [])),
  );
  app.post('/nop-ho-so/:draft/giay-to/:paper/bo', { config }, (req, reply) =>
    atPaper(req, reply, deps, async (at) => {
      const { tep } = (req.body ?? {}) as { tep?: string };
      await detachFile(deps.db, at.draft.personId, at.draft.id, uuidOf(tep));
      return reply.redirect(pathWithin(at, `giay-to/${at.paper.key}`), 303);
    }),
  );
  app.get('/nop-ho-so/:draft/tep/:file', { config }, (req, reply) =>
    onJourney(req, reply, deps, async ({ draft }) => {
      const { file: id } = req.params as { file: string };
      const file = draft.files.find((one) => one.id === id);
      if (!file) return reply.refuse(NO_SUCH_PAGE);
      const kept = await openFile(deps.files, file);
      return kept.ok ? reply.headers(kept.value.headers).send(kept.value.stream) : reply.refuse(kept.refusal);
    }),
  );
  await app.register(async (scope) => {
    await acceptUploads(scope);
    scope.post('/nop-ho-so/:draft/giay-to/:paper', { config: { ...config, multipart: true } }, (req, reply) =>
      atPaper(req, reply, deps, (at) => take(req, reply, deps, at)),
    );
  });
}

/** The papers with what the form says of each: kinds of files, a hint. */
function papersOf({ draft, form, context, today }: Journey, { books }: PortalDeps): Paper[] {
  const said = new Map(
    (form ? componentsFor(form, draft.answers, context) : []).map((paper) => [paper.key, paper]),
  );
  return books.components(draft.procedureId, draft.formHash, draft.answers, today).map((paper) => ({
    ...paper,
    hint: said.get(paper.key)?.hint,
    accept: kindsOf(said.get(paper.key)?.accept),
    files: draft.files.filter((file) => file.component === paper.key),
  }));
}

function isUploaded(paper: Pick<ComponentTerms, 'presentOnly' | 'fromForm'>): boolean {
  return !paper.presentOnly && !paper.fromForm;
}

function atPaper(
  req: FastifyRequest,
  reply: FastifyReply,
  deps: PortalDeps,
  go: (at: AtPaper) => FastifyReply | Promise<FastifyReply>,
) {
  return onJourney(req, reply, deps, (journey) => {
    const { paper: key } = req.params as { paper: string };
    const paper = papersOf(journey, deps).find((one) => one.key === key && isUploaded(one));
    return paper ? go({ ...journey, paper }) : reply.redirect(pathWithin(journey, 'giay-to'), 303);
  });
}

function showAll(
  req: FastifyRequest,
  reply: FastifyReply,
  deps: PortalDeps,
  journey: Journey,
  errors: readonly ErrorLine[],
) {
  const last = pagesOf(journey).at(-1);
  const back = backTo(journey, last ? `thong-tin/${last.id}` : 'noi-nop');
  const papers = papersOf(journey, deps);
  return reply.html(
    renderPage(<PapersPage {...{ req, journey, papers, errors, back }} csrf={req.csrf()} />),
    statusOf(errors),
  );
}

async function goOn(req: FastifyRequest, reply: FastifyReply, deps: PortalDeps, journey: Journey) {
  const lacking = papersOf(journey, deps).filter(
    (paper) => isUploaded(paper) && paper.required && paper.files.length === 0,
  );
  if (lacking.length > 0) {
    const errors = lacking.map(({ key, name }) => ({
      say: words(req.lang).papers.missing(name),
      href: pathWithin(journey, `giay-to/${key}`),
    }));
    return showAll(req, reply, deps, journey, errors);
  }
  const { draft, fromCheck } = journey;
  const step = fromCheck ? 'kiem-tra' : 'hinh-thuc';
  const saved = await saveDraft(deps.db, draft, { step }, req.now);
  return saved.ok ? reply.redirect(stepPath(draft, step), 303) : reply.refuse(saved.refusal);
}

function showOne(
  req: FastifyRequest,
  reply: FastifyReply,
  deps: PortalDeps,
  at: AtPaper,
  errors: readonly ErrorLine[],
) {
  const open = papersOf(at, deps).filter(isUploaded);
  const after = open
    .slice(open.findIndex((paper) => paper.key === at.paper.key) + 1)
    .find((paper) => paper.files.length === 0);
  const next = pathWithin(at, after ? `giay-to/${after.key}` : 'giay-to');
  return reply.html(
    renderPage(<PaperPage {...{ req, errors, next }} journey={at} paper={at.paper} csrf={req.csrf()} />),
    statusOf(errors),
  );
}

async function take(req: FastifyRequest, reply: FastifyReply, deps: PortalDeps, at: AtPaper) {
  const { draft, paper } = at;
  let latest = draft;
  const { taken, refused } = await receiveUploads(req, deps, paper.accept, async (file) => {
    const attached = await attachFile(deps.db, latest, { component: paper.key, ...file }, req.now);
    if (attached.ok) latest = attached.value;
    return attached;
  });
  if (refused.length === 0 && taken > 0) return reply.redirect(pathWithin(at, `giay-to/${paper.key}`), 303);
  const said = refused.length > 0 ? refused : [words(req.lang).papers.noFile];
  const fresh = (await findDraft(deps.db, draft.personId, draft.id)) ?? draft;
  const files = fresh.files.filter((file) => file.component === paper.key);
  const now: AtPaper = { ...at, draft: fresh, paper: { ...paper, files } };
  return showOne(
    req,
    reply,
    deps,
    now,
    said.map((say) => ({ say, href: `#${FILES_ID}` })),
  );
}
