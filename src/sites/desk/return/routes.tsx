// /ho-so/:id/tra-lai: back to the specialist, with the reason.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { returnToExaminer } from '../../../modules/dossiers/index.ts';
import { act } from '../../../platform/act.ts';
import { type Refusal, tooLong } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import type { DeskDeps } from '../deps.ts';
import { type DossierRequest, dossierShell, official, openFor, settle, versionOf } from '../opened.tsx';
import { sheetOf } from '../sheet.ts';
import { ReturnPage } from './page.tsx';

const LONGEST = 2000;
const input = z.object({ why: z.string().catch('') }).catch({ why: '' });

export function registerReturn(app: FastifyInstance, deps: DeskDeps): void {
  app.get('/ho-so/:id/tra-lai', { config: official }, (req, reply) =>
    giveBack(req as DossierRequest, reply, deps),
  );
  app.post('/ho-so/:id/tra-lai', { config: official }, (req, reply) =>
    giveBack(req as DossierRequest, reply, deps),
  );
}

async function giveBack(req: DossierRequest, reply: FastifyReply, deps: DeskDeps) {
  const opened = await openFor(req, reply, deps, 'returnToExaminer', 'tra-lai');
  if (!opened) return reply;
  const sheet = await sheetOf(opened, deps, req.now);
  const show = (why: string, refusal?: Refusal) => {
    const page = (
      <ReturnPage shell={dossierShell(req, deps, opened)} sheet={sheet} why={why} refusal={refusal} />
    );
    return reply.html(renderPage(page), refusal ? 422 : 200);
  };
  if (req.method === 'GET') return show('');
  const { why } = input.parse(req.body);
  const message = tooLong('Lý do trả lại', why, LONGEST);
  if (message) return show(why, { code: 'too-long', status: 422, field: 'why', message });
  const request = { dossierId: opened.dossier.id, version: versionOf(req.body), why };
  const result = await act({ db: deps.db, actor: req.actor, now: req.now }, (ctx) =>
    returnToExaminer(ctx, request),
  );
  return settle(req, reply, deps, result, {
    act: 'returnToExaminer',
    again: (refusal) => show(why, refusal),
  });
}
