// The doorway of every act at the desk: one shape for opening the dossier, reading the boxes, a look at the letter, doing the act
// and saying how it ended. A page of an act is what it asks, how it looks and what it does.
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { JSX } from 'preact';

import type { Actor } from '../../platform/act.ts';
import type { Refusal, Result } from '../../rules/kernel/index.ts';
import { type ActName, recordOf } from '../../rules/lifecycle/index.ts';
import { renderPage, type Shell } from '../../ui/index.ts';
import type { DeskDeps } from './deps.ts';
import {
  type DossierRequest,
  dossierShell,
  isPreview,
  official,
  openFor,
  sendPdf,
  settle,
  uuid,
  versionOf,
} from './opened.tsx';
import { type Sheet, sheetOf } from './sheet.ts';

/** Who acts, when, on what. */
export interface Acting {
  readonly deps: DeskDeps;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly dossierId: string;
  /** The version the official was looking at. */
  readonly version: number;
}

/** What a page of an act is shown with. */
export interface ActView<T> {
  readonly shell: Shell;
  readonly sheet: Sheet;
  readonly typed: T;
  /** What is wrong with what was typed, each at its box (`field`); empty at first. */
  readonly faults: readonly Refusal[];
  /** Of a form whose other button was pressed: which part of it. */
  readonly turned?: string;
}

export interface ActPage<T> {
  readonly act: ActName;
  /** The boxes before anything was typed. */
  blank(sheet: Sheet, deps: DeskDeps): T;
  /** The boxes as they were posted; keeps what was typed, however wrong. */
  read(body: unknown, sheet: Sheet, deps: DeskDeps): T;
  /** What is wrong with them before the act is asked. */
  faults?(typed: T, sheet: Sheet, deps: DeskDeps): readonly Refusal[];
  /** Another button of the form was pressed: the boxes to show again, without acting. */
  turn?(body: unknown, typed: T, sheet: Sheet, deps: DeskDeps): { typed: T; turned?: string } | undefined;
  view(page: ActView<T>, deps: DeskDeps): JSX.Element;
  /** The letter as it would be issued now. */
  readonly preview?: {
    readonly fileName: string;
    /** The boxes with a gap wherever something must still be written: a look may come before the end. */
    gaps?(typed: T, sheet: Sheet, deps: DeskDeps): T;
    make(by: Acting, typed: T, sheet: Sheet): Promise<Result<Buffer>>;
  };
  perform(by: Acting, typed: T, sheet: Sheet): Promise<Result<unknown>>;
}

/** Mounts GET and POST of `/ho-so/:id/<path of the act>`. */
export function actPage<T>(app: FastifyInstance, deps: DeskDeps, page: ActPage<T>): void {
  const url = `/ho-so/:id/${recordOf(page.act).path}`;
  app.get(url, { config: official }, (req, reply) => handle(req as DossierRequest, reply, deps, page));
  app.post(url, { config: official }, (req, reply) => handle(req as DossierRequest, reply, deps, page));
}

async function handle<T>(req: DossierRequest, reply: FastifyReply, deps: DeskDeps, page: ActPage<T>) {
  const opened = await openFor(req, reply, deps, page.act, recordOf(page.act).path);
  if (!opened) return reply;
  const sheet = await sheetOf(opened, deps, req.now);
  const show = (typed: T, faults: readonly Refusal[] = [], turned?: string) =>
    reply.html(
      renderPage(page.view({ shell: dossierShell(req, deps, opened), sheet, typed, faults, turned }, deps)),
      faults.length > 0 ? 422 : 200,
    );
  if (req.method === 'GET') return show(page.blank(sheet, deps));

  const typed = page.read(req.body, sheet, deps);
  const turn = page.turn?.(req.body, typed, sheet, deps);
  if (turn) return show(turn.typed, [], turn.turned);
  const look = isPreview(req) ? page.preview : undefined;
  const given = look?.gaps?.(typed, sheet, deps) ?? typed;
  const faults = page.faults?.(given, sheet, deps) ?? [];
  if (faults.length > 0) return show(typed, faults);
  const by = actingOf(req, deps, opened.dossier.id);
  if (look) {
    const made = await look.make(by, given, sheet);
    return made.ok ? sendPdf(reply, look.fileName, made.value) : show(typed, [made.refusal]);
  }
  const result = await page.perform(by, typed, sheet);
  return settle(req, reply, deps, result, { act: page.act, again: (refusal) => show(typed, [refusal]) });
}

/** Who acts, as the request says. */
export function actingOf(req: DossierRequest, deps: DeskDeps, dossierId: string): Acting {
  return { deps, actor: req.actor, now: req.now, dossierId, version: versionOf(req.body) };
}

export interface ConfirmedAct {
  readonly act: ActName;
  view(page: Omit<ActView<null>, 'typed' | 'turned'>): JSX.Element | Promise<JSX.Element>;
  perform(by: Acting): Promise<Result<unknown>>;
}

/** Mounts an act whose page asks nothing but to be sure: the post acts at once, without reading the dossier for a page first. */
export function confirmedAct(
  app: FastifyInstance,
  deps: DeskDeps,
  { act, view, perform }: ConfirmedAct,
): void {
  const { path } = recordOf(act);
  const url = `/ho-so/:id/${path}`;
  const show = async (req: DossierRequest, reply: FastifyReply, faults: readonly Refusal[]) => {
    const opened = await openFor(req, reply, deps, act, path);
    if (!opened) return reply;
    const sheet = await sheetOf(opened, deps, req.now);
    const page = await view({ shell: dossierShell(req, deps, opened), sheet, faults });
    return reply.html(renderPage(page), faults.length > 0 ? 422 : 200);
  };
  app.get(url, { config: official }, (req, reply) => show(req as DossierRequest, reply, []));
  app.post(url, { config: official }, async (request, reply) => {
    const req = request as DossierRequest;
    const result = await perform(actingOf(req, deps, uuid(req.params.id)));
    return settle(req, reply, deps, result, { act, again: (refusal) => show(req, reply, [refusal]) });
  });
}

export interface PressedAct {
  readonly act: ActName;
  perform(by: Acting): Promise<Result<unknown>>;
}

/** Mounts an act that is done by one press, without a page of its own. */
export function pressedAct(app: FastifyInstance, deps: DeskDeps, { act, perform }: PressedAct): void {
  const url = `/ho-so/:id/${recordOf(act).path}`;
  app.post(url, { config: official }, async (request, reply) => {
    const req = request as DossierRequest;
    const result = await perform(actingOf(req, deps, uuid(req.params.id)));
    return settle(req, reply, deps, result, { act });
  });
  // A reload after signing in again comes by GET: back to the dossier, where the button is.
  app.get(url, { config: official }, (request, reply) =>
    reply.redirect(`/ho-so/${uuid((request as DossierRequest).params.id)}`, 303),
  );
}
