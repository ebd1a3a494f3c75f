// /ho-so/:id/bo-sung: the owner answers a request for supplement; papers and mended answers are sent together.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  addSupplementFile,
  answerSupplement,
  changeSupplementAnswers,
  doneBefore,
  findOwnDossier,
  NOT_FOUND,
  removeSupplementFile,
} from '../../../modules/dossiers/index.ts';
import { act } from '../../../platform/act.ts';
import { boxOf } from '../../../platform/http/index.ts';
import {
  type Answers,
  checkAll,
  componentsFor,
  type FormDefinition,
  type FormError,
  type Posted,
  readPage,
} from '../../../rules/forms/index.ts';
import { type Language, LONGEST_KEPT, type Refusal, tidyLines } from '../../../rules/kernel/index.ts';
import { type ErrorLine, errorLines, FormPage, Page, renderPage, Vi } from '../../../ui/index.ts';
import { asking } from '../asking.ts';
import type { PortalDeps } from '../deps.ts';
import { sayRefusal } from '../say-refusal.ts';
import { shellOf } from '../shell.tsx';
import { acceptUploads, FILES_ID, kindsOf, receiveUploads } from '../uploads.tsx';
import { uuidOf } from '../uuid.ts';
import { type Asked, type AskedItem, dueIfSentNow, onAsked, pageAsking } from './open-supplement.ts';
import { itemId, NOTE_ID, PaperPage, SupplementPage } from './page.tsx';
import { words } from './words.ts';

const config = { guard: 'citizen' } as const;
const LONGEST_NOTE = 1000;
const Body = z.object({
  version: z.coerce.number().int().catch(0),
  'loi-nhan': boxOf(LONGEST_KEPT),
});

type Go<T> = (asked: Asked, at: T) => FastifyReply | Promise<FastifyReply>;

/** Mounts what answers a request for supplement. */
export async function registerSupplement(app: FastifyInstance, deps: PortalDeps): Promise<void> {
  app.get('/ho-so/:id/bo-sung', { config }, (req, reply) =>
    onAsked(req, reply, deps, (asked) => show(req, reply, deps, asked, '', [])),
  );
  app.post<{ Params: { id: string } }>('/ho-so/:id/bo-sung', { config }, async (req, reply) => {
    const answered = `/ho-so/${uuidOf(req.params.id)}?da=bo-sung`;
    if (await isAnswered(req, deps)) return reply.redirect(answered, 303);
    return onAsked(req, reply, deps, (asked) => sendAnswer(req, reply, deps, asked), {
      // The same answer, sent twice, may have been taken just now.
      elsewhere: async () => ((await isAnswered(req, deps)) ? answered : undefined),
    });
  });
  app.get('/ho-so/:id/bo-sung/thong-tin/:page', { config }, (req, reply) =>
    atField(req, reply, deps, (asked, at) => showField(req, reply, asked, at, asked.answers, [])),
  );
  app.post('/ho-so/:id/bo-sung/thong-tin/:page', { config }, (req, reply) =>
    atField(req, reply, deps, (asked, at) => mend(req, reply, deps, asked, at)),
  );
  app.get('/ho-so/:id/bo-sung/giay-to/:item', { config }, (req, reply) =>
    atPaper(req, reply, deps, (asked, item) => showPaper(req, reply, asked, item, [])),
  );
  app.post('/ho-so/:id/bo-sung/giay-to/:item/bo', { config }, (req, reply) =>
    atPaper(req, reply, deps, async (asked, item) => {
      const { tep } = (req.body ?? {}) as { tep?: string };
      await removeSupplementFile(deps.db, asking(req), asked.dossier.id, uuidOf(tep));
      return reply.redirect(`/ho-so/${asked.dossier.id}/bo-sung/giay-to/${item.id}`, 303);
    }),
  );
  await app.register(async (scope) => {
    await acceptUploads(scope);
    scope.post('/ho-so/:id/bo-sung/giay-to/:item', { config: { ...config, multipart: true } }, (req, reply) =>
      atPaper(req, reply, deps, (asked, item) => take(req, reply, deps, asked, item)),
    );
  });
}

function show(
  req: FastifyRequest,
  reply: FastifyReply,
  deps: PortalDeps,
  asked: Asked,
  note: string,
  errors: readonly ErrorLine[],
) {
  const procedure = deps.books.procedure(asked.dossier.procedureId).name;
  const due = dueIfSentNow(asked, deps, req);
  const page = <SupplementPage shell={shellOf(req)} {...{ asked, procedure, due, note, errors }} />;
  return reply.html(renderPage(page), errors.length > 0 ? 422 : 200);
}

/** The same answer was sent before, and only what it was told was lost. */
function isAnswered(req: FastifyRequest, { db }: PortalDeps): Promise<boolean> {
  const dossierId = uuidOf((req.params as { id: string }).id);
  const { version } = Body.parse(req.body ?? {});
  return doneBefore(db, { dossierId, version, act: 'answerSupplement', actor: req.actor });
}

async function sendAnswer(req: FastifyRequest, reply: FastifyReply, deps: PortalDeps, asked: Asked) {
  const body = Body.parse(req.body ?? {});
  const note = tidyLines(body['loi-nhan']);
  if (note.length > LONGEST_NOTE)
    return show(req, reply, deps, asked, note, [{ say: words(req.lang).noteLong, href: `#${NOTE_ID}` }]);
  const request = { dossierId: asked.dossier.id, version: body.version, note };
  const done = await act({ db: deps.db, actor: req.actor, now: req.now }, (ctx) =>
    answerSupplement(ctx, request, deps.books),
  );
  if (done.ok || (await isAnswered(req, deps)))
    return reply.redirect(`/ho-so/${asked.dossier.id}?da=bo-sung`, 303);
  const line = lineOf(req.lang, done.refusal, asked);
  return line ? show(req, reply, deps, asked, note, [line]) : reply.refuse(done.refusal);
}

/** A refusal that can be mended here leads to its place. */
function lineOf(lang: Language, refusal: Refusal, { dossier, form }: Asked): ErrorLine | undefined {
  const { code, field } = refusal;
  const say = sayRefusal(lang, refusal);
  if (code === 'unanswered' && field) return { say, href: `#${itemId({ id: field })}` };
  const page = field && pageAsking(form, field);
  return page ? { say, href: `/ho-so/${dossier.id}/bo-sung/thong-tin/${page}` } : undefined;
}

interface AtPage {
  readonly form: FormDefinition;
  readonly pageId: string;
}

/** Only pages that hold something asked for, or that a mended answer brought up. */
function atField(req: FastifyRequest, reply: FastifyReply, deps: PortalDeps, go: Go<AtPage>) {
  return onAsked(req, reply, deps, (asked) => {
    const { page: pageId } = req.params as { page: string };
    const { form, answers, context, supplement } = asked;
    const isAsked = supplement.items.some(
      (item) => item.kind === 'field' && pageAsking(form, item.subject) === pageId,
    );
    const isWrong = () =>
      form !== null && checkAll(form, answers, context).some((error) => error.pageId === pageId);
    if (!form || !(isAsked || isWrong())) return reply.refuse(NOT_FOUND);
    return go(asked, { form, pageId });
  });
}

function showField(
  req: FastifyRequest,
  reply: FastifyReply,
  asked: Asked,
  { form, pageId }: AtPage,
  answers: Answers,
  errors: readonly FormError[],
) {
  const title = form.pages.find((page) => page.id === pageId)?.title;
  return reply.html(
    renderPage(
      <Page
        {...shellOf(req)}
        title={title ?? words(req.lang).title}
        titleLang={title === undefined ? undefined : 'vi'}
        backLink={`/ho-so/${asked.dossier.id}/bo-sung`}
        errors={errorLines(req.lang, errors)}
        width="form"
      >
        {asked.supplement.items
          .filter((item) => item.kind === 'field' && pageAsking(form, item.subject) === pageId)
          .map((item) => (
            <p key={item.id} class="govuk-inset-text">
              <Vi>
                <strong>{item.name}</strong>: {item.wrong} {item.todo}
              </Vi>
            </p>
          ))}
        <FormPage
          definition={form}
          pageId={pageId}
          answers={answers}
          ctx={asked.context}
          csrf={req.csrf()}
          errors={errors}
        />
      </Page>,
    ),
    errors.length > 0 ? 422 : 200,
  );
}

async function mend(req: FastifyRequest, reply: FastifyReply, deps: PortalDeps, asked: Asked, at: AtPage) {
  const { dossier, context } = asked;
  const { form, pageId } = at;
  const posted = (req.body ?? {}) as Posted;
  const saved = await changeSupplementAnswers(deps.db, asking(req), dossier.id, (answers) =>
    readPage(form, pageId, posted, answers, context),
  );
  if (!saved.ok) return reply.refuse(saved.refusal);
  const read = saved.value;
  const base = `/ho-so/${dossier.id}/bo-sung`;
  if (read.rowAct) return reply.redirect(`${base}/thong-tin/${pageId}`, 303);
  if (read.errors.length > 0) return showField(req, reply, asked, at, read.answers, read.errors);
  // A mended answer may bring up questions that were not asked before.
  const open = checkAll(form, read.answers, context)[0];
  return reply.redirect(open ? `${base}/thong-tin/${open.pageId}` : base, 303);
}

function atPaper(req: FastifyRequest, reply: FastifyReply, deps: PortalDeps, go: Go<AskedItem>) {
  return onAsked(req, reply, deps, (asked) => {
    const { item: id } = req.params as { item: string };
    const item = asked.supplement.items.find((one) => one.id === id && one.kind === 'component');
    return item ? go(asked, item) : reply.refuse(NOT_FOUND);
  });
}

function showPaper(
  req: FastifyRequest,
  reply: FastifyReply,
  asked: Asked,
  item: AskedItem,
  errors: readonly ErrorLine[],
) {
  const page = <PaperPage shell={shellOf(req)} {...{ asked, item, errors }} accept={acceptOf(asked, item)} />;
  return reply.html(renderPage(page), errors.length > 0 ? 422 : 200);
}

function acceptOf({ form, answers, context }: Asked, item: AskedItem) {
  const papers = form ? componentsFor(form, answers, context) : [];
  return kindsOf(papers.find((paper) => paper.key === item.subject)?.accept);
}

async function take(
  req: FastifyRequest,
  reply: FastifyReply,
  deps: PortalDeps,
  asked: Asked,
  item: AskedItem,
) {
  const { taken, refused } = await receiveUploads(req, deps, acceptOf(asked, item), (file) =>
    addSupplementFile(deps.db, asking(req), asked.dossier.id, { component: item.subject, ...file }, req.now),
  );
  if (refused.length === 0 && taken > 0)
    return reply.redirect(`/ho-so/${asked.dossier.id}/bo-sung/giay-to/${item.id}`, 303);
  const said = refused.length > 0 ? refused : [words(req.lang).noFile];
  const dossier = (await findOwnDossier(deps.db, asking(req), asked.dossier.id)) ?? asked.dossier;
  const supplement = dossier.supplements.find((one) => one.id === asked.supplement.id) ?? asked.supplement;
  const errors = said.map((say) => ({ say, href: `#${FILES_ID}` }));
  return showPaper(req, reply, { ...asked, dossier, supplement }, item, errors);
}
