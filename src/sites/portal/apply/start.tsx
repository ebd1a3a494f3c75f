// /nop-ho-so?thu-tuc=…: a new draft, or the question whether to go on with the one that is open.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Procedure } from '../../../modules/catalogue/index.ts';
import {
  type Draft,
  deleteDraft,
  FIRST_STEP,
  listDrafts,
  startDraft,
} from '../../../modules/dossiers/index.ts';
import { findPerson, type Person } from '../../../modules/people/index.ts';
import { type Answers, type Prefiller, prefill } from '../../../rules/forms/index.ts';
import { dateOf, formatInstant } from '../../../rules/kernel/index.ts';
import { Button, CsrfField, Page, renderPage, type Shell, StepIndicator, Vi } from '../../../ui/index.ts';
import type { PortalDeps } from '../deps.ts';
import type { PortalRefusal } from '../say-refusal.ts';
import { shellOf } from '../shell.tsx';
import { uuidOf } from '../uuid.ts';
import { type DraftRequest, onJourney } from './draft-context.ts';
import { stepPath } from './steps.ts';
import { words } from './words.ts';

const config = { guard: 'citizen' } as const;
const Start = z.object({ 'thu-tuc': z.string().max(100).catch('') });

/** Mounts the beginning, going on and throwing away. */
export function registerStart(app: FastifyInstance, deps: PortalDeps): void {
  app.get('/nop-ho-so', { config }, (req, reply) =>
    start(req, reply, deps, Start.parse(req.query)['thu-tuc'], false),
  );
  app.post('/nop-ho-so', { config }, (req, reply) =>
    start(req, reply, deps, Start.parse(req.body)['thu-tuc'], true),
  );
  app.get('/nop-ho-so/:draft', { config }, (req, reply) =>
    onJourney(req, reply, deps, ({ draft }) => reply.redirect(stepPath(draft, draft.step), 303)),
  );
  // The button stands in the list.
  app.get('/nop-ho-so/:draft/xoa', { config }, (_req, reply) => reply.redirect('/ho-so', 303));
  app.post('/nop-ho-so/:draft/xoa', { config }, async (req, reply) => {
    await deleteDraft(deps.db, req.session!.personId, uuidOf((req as DraftRequest).params.draft));
    return reply.redirect('/ho-so?da=xoa', 303);
  });
}

async function start(
  req: FastifyRequest,
  reply: FastifyReply,
  deps: PortalDeps,
  slug: string,
  another: boolean,
) {
  const filed = deps.catalogue.bySlug(slug, dateOf(req.now));
  if (!filed) return reply.refuse({ code: 'no-procedure', status: 404 } satisfies PortalRefusal);
  const procedure = deps.books.procedure(filed.id);
  if (procedure.serviceLevel < 3 || procedure.submitChannels.length === 0)
    return reply.refuse({ code: 'not-online' } satisfies PortalRefusal);
  const personId = req.session!.personId;
  const open = another
    ? []
    : (await listDrafts(deps.db, personId)).filter((draft) => draft.procedureId === filed.id);
  const touched = open.filter((draft) => !isUntouched(draft));
  if (touched[0])
    return reply.html(
      renderPage(<ResumePage {...{ shell: shellOf(req), slug, name: procedure.name }} draft={touched[0]} />),
    );
  if (open[0]) return reply.redirect(stepPath(open[0], open[0].step), 303);
  const begun = await begin(req, deps, filed);
  return begun.ok ? reply.redirect(stepPath(begun.value, FIRST_STEP), 303) : reply.refuse(begun.refusal);
}

async function begin(req: FastifyRequest, { db, books, catalogue }: PortalDeps, procedure: Procedure) {
  const { personId } = req.session!;
  // The form in force today stays with the draft, whatever comes later.
  const formHash = catalogue.formFor(procedure, dateOf(req.now));
  const person = await findPerson(db, personId);
  const answers: Answers = formHash && person ? prefill(books.form(formHash), knownOf(person)) : {};
  return startDraft(db, {
    personId,
    procedureId: procedure.id,
    formHash,
    answers,
    now: req.now,
    another: true,
  });
}

/** Opened and left at once: nothing to lose, nothing to ask. */
function isUntouched(draft: Draft): boolean {
  return draft.version === 1 && draft.files.length === 0;
}

/** What the account knows, as forms are prefilled from it. */
function knownOf(person: Person): Prefiller {
  const gender = { nam: 'male', nữ: 'female' }[person.sex];
  return {
    fullName: person.fullName,
    birthDate: person.birthDate,
    personalNumber: person.personalId ?? person.cmnd,
    phone: person.phone,
    email: person.email,
    ...(gender && { gender }),
  };
}

function ResumePage({
  shell,
  slug,
  name,
  draft,
}: {
  shell: Shell;
  slug: string;
  name: string;
  draft: Draft;
}) {
  const say = words(shell.lang);
  return (
    <Page {...shell} title={say.resume.title} width="form">
      <StepIndicator steps={say.steps} current={2} />
      <p class="govuk-body mc-muted">
        <Vi>{name}</Vi>
      </p>
      <h1 class="govuk-heading-l">{say.resume.title}</h1>
      <p class="govuk-body">
        {say.resume.saved(formatInstant(draft.updatedAt, shell.lang))} {say.resume.ask}
      </p>
      <Button href={`/nop-ho-so/${draft.id}`}>{say.resume.goOn}</Button>
      <form method="post" action="/nop-ho-so">
        <CsrfField token={shell.csrf} />
        <input type="hidden" name="thu-tuc" value={slug} />
        <Button kind="secondary" preventDoubleClick>
          {say.resume.anew}
        </Button>
        <p class="govuk-body-s mc-muted">{say.resume.stays}</p>
      </form>
    </Page>
  );
}
