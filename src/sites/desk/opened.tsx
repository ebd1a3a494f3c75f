// The doorway of every page about one dossier: open it for this official, let an act through or say in words why not.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { doneBefore, type OpenedDossier, openAtDesk } from '../../modules/dossiers/index.ts';
import { downloadHeaders } from '../../modules/files/index.ts';
import { dateOf, formatInstant, type Refusal, type Result } from '../../rules/kernel/index.ts';
import { ACT_WORDS, type ActName, doerOn, recordOf } from '../../rules/lifecycle/index.ts';
import { isBack } from '../../rules/states/index.ts';
import { Button, InsetText, Page, renderPage, StateTag } from '../../ui/index.ts';
import type { DeskDeps } from './deps.ts';
import { sayRefusal } from './say-refusal.ts';
import { shellOf } from './shell.tsx';
import { roleNames, stuck } from './words.vi.ts';

export type DossierRequest = FastifyRequest<{ Params: { id: string } }>;

/** Every page of the desk is for officials; their seats are asked at each dossier. */
export const official = { guard: 'official' } as const;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Ids that are no ids find nothing, rather than an error of the database. */
export function uuid(text: string): string {
  return UUID.test(text) ? text : '00000000-0000-0000-0000-000000000000';
}

/** The version the official was looking at; anything else counts as changed meanwhile. */
export function versionOf(body: unknown): number {
  const given = (body as { version?: unknown } | undefined)?.version;
  return typeof given === 'string' && /^\d{1,9}$/u.test(given) ? Number(given) : -1;
}

/** The form was posted only for a look at the letter. */
export function isPreview(req: FastifyRequest): boolean {
  return (req.query as { xem?: unknown }).xem === '1';
}

/** Gives a paper that was made for a look and is kept nowhere. */
export function sendPdf(reply: FastifyReply, name: string, bytes: Buffer): FastifyReply {
  return reply.headers(downloadHeaders({ name, mime: 'application/pdf', size: bytes.length })).send(bytes);
}

/** Opens a dossier and writes the reading down. */
export function open(
  req: FastifyRequest,
  deps: DeskDeps,
  id: string,
  what: Readonly<Record<string, string>>,
): Promise<Result<OpenedDossier>> {
  return openAtDesk(deps.db, { dossierId: uuid(id), actor: req.actor, now: req.now, what });
}

/** The frame of a page about a dossier, with the roles one holds there. */
export function dossierShell(req: FastifyRequest, deps: DeskDeps, { dossier, roles }: OpenedDossier) {
  const shell = shellOf(req);
  const role = `${roles.map((one) => roleNames[one]).join(', ')} – ${deps.books.agency(dossier.agencyId, dateOf(req.now)).called}`;
  return { ...shell, ...(shell.actor && { actor: { ...shell.actor, role } }) };
}

/** Acts that end with a slip for the person at the counter. */
const TO_PRINT: ReadonlySet<ActName> = new Set<ActName>(['accept', 'takeFee']);

/** Where a finished act leads. */
function outcomeOf(act: ActName, dossierId: string): string {
  const { path } = recordOf(act);
  return TO_PRINT.has(act) ? `/ho-so/${dossierId}/da-${path}` : `/ho-so/${dossierId}?da=${path}`;
}

/** The same official sent the same form before, and only the answer was lost. */
function isRepeated(req: DossierRequest, deps: DeskDeps, act: ActName): Promise<boolean> {
  const form = { dossierId: uuid(req.params.id), version: versionOf(req.body) };
  return doneBefore(deps.db, { ...form, act, actor: req.actor });
}

/**
 * Opens the dossier for the page of an act. Answers by itself and gives nothing back when the act cannot be done:
 * 303 to the outcome when the same form was sent before, 404 to a stranger, 403 without the right, 409 when another was quicker or something stands against it.
 */
export async function openFor(
  req: DossierRequest,
  reply: FastifyReply,
  deps: DeskDeps,
  act: ActName,
  page: string,
): Promise<OpenedDossier | undefined> {
  const opened = await open(req, deps, req.params.id, { page });
  if (!opened.ok) {
    reply.refuse(opened.refusal);
    return undefined;
  }
  const { acts } = opened.value;
  const offered = acts.find((one) => one.act === act);
  if (offered?.blocked === null) return opened.value;
  if (req.method === 'POST' && !isPreview(req) && (await isRepeated(req, deps, act))) {
    reply.redirect(outcomeOf(act, req.params.id), 303);
    return undefined;
  }
  const { dossier, mayEver } = opened.value;
  if (offered?.blocked) reply.html(movedOn(req, deps, opened.value, sayRefusal(offered.blocked)), 409);
  else if (mayEver(act)) {
    const passed = { code: 'wrong-state', params: { state: dossier.state } };
    reply.html(movedOn(req, deps, opened.value, sayRefusal(passed)), 409);
  } else reply.refuse({ code: 'no-right', status: 403 });
  return undefined;
}

export interface Outcome {
  readonly act: ActName;
  /** The page again, with what was typed, after a fault in it. */
  again?(refusal: Refusal): Promise<unknown> | unknown;
}

/** Answers an act: 303 when done, now or by the same form sent before, 422 with the page again, 409 when another was quicker, else the refusal. */
export async function settle(
  req: DossierRequest,
  reply: FastifyReply,
  deps: DeskDeps,
  result: Result<unknown>,
  { act, again }: Outcome,
) {
  const outcome = outcomeOf(act, uuid(req.params.id));
  if (result.ok) return reply.redirect(outcome, 303);
  const { refusal } = result;
  if (refusal.status === 422 && again) return again(refusal);
  if ((refusal.status ?? 409) !== 409) return reply.refuse(refusal);
  if (await isRepeated(req, deps, act)) return reply.redirect(outcome, 303);
  const opened = await open(req, deps, req.params.id, { page: 'vua-xu-ly' });
  if (!opened.ok) return reply.refuse(opened.refusal);
  return reply.html(movedOn(req, deps, opened.value, sayRefusal(refusal)), 409);
}

/** What the official wrote in a form that was not taken: words, not the codes of a choice. */
function writtenIn({ method, body }: FastifyRequest): readonly string[] {
  if (method !== 'POST' || typeof body !== 'object' || body === null) return [];
  const texts = Object.values(body).filter((value) => typeof value === 'string');
  return [...new Set(texts.map((text) => text.trim()))].filter((text) => /\s/u.test(text));
}

/** "Hồ sơ vừa được xử lý": who did what last, and the way back to it. */
function movedOn(req: FastifyRequest, deps: DeskDeps, opened: OpenedDossier, message: string): string {
  const { dossier } = opened;
  const last = dossier.hops.at(-1);
  const { title } = stuck;
  const written = writtenIn(req);
  const mayTakeFee = opened.acts.some(({ act, blocked }) => act === 'takeFee' && blocked === null);
  return renderPage(
    <Page {...dossierShell(req, deps, opened)} title={title} width="form">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{message}</p>
      <p class="govuk-body">
        {stuck.dossier} <strong class="mc-number">{dossier.number ?? dossier.requestCode}</strong>{' '}
        {stuck.stands} <StateTag state={dossier.state} back={isBack(dossier)} />.
      </p>
      {last && (
        <p class="govuk-body">
          {stuck.last(ACT_WORDS.vi[last.act].hop, doerOn(last), formatInstant(last.at))}
        </p>
      )}
      {written.length > 0 && (
        <InsetText>
          <p class="govuk-body">{stuck.written}</p>
          {written.map((text) => (
            <p key={text} class="govuk-body mc-lines">
              {text}
            </p>
          ))}
        </InsetText>
      )}
      <div class="govuk-button-group">
        {mayTakeFee && (
          <Button href={`/ho-so/${dossier.id}/${recordOf('takeFee').path}`}>{stuck.takeFee}</Button>
        )}
        <Button href={`/ho-so/${dossier.id}`} kind={mayTakeFee ? 'secondary' : undefined}>
          {stuck.look}
        </Button>
        <Button href="/hang-doi" kind="secondary">
          {stuck.back}
        </Button>
      </div>
    </Page>,
  );
}
