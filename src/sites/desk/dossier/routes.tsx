// /ho-so/:id: a dossier, its files, papers and results. Each look leaves a fact.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NOT_FOUND, paperFile } from '../../../modules/dossiers/index.ts';
import { type NamedFile, openFile } from '../../../modules/files/index.ts';
import { resultsOf } from '../../../modules/results/index.ts';
import { ACT_NAMES, ACT_WORDS, recordOf } from '../../../rules/lifecycle/index.ts';
import { renderPage } from '../../../ui/index.ts';
import type { DeskDeps } from '../deps.ts';
import { isPicture } from '../dossier-files.tsx';
import { type DossierRequest, dossierShell, official, open, sendPdf, uuid } from '../opened.tsx';
import { sheetOf } from '../sheet.ts';
import { DossierPage, PicturePage } from './page.tsx';

type FileRequest = FastifyRequest<{ Params: { id: string; file: string } }>;
type PartRequest = FastifyRequest<{ Params: { id: string; part: string } }>;

export function registerDossier(app: FastifyInstance, deps: DeskDeps): void {
  const config = official;
  app.get('/ho-so/:id', { config }, (req, reply) => dossierPage(req as DossierRequest, reply, deps));
  app.get('/ho-so/:id/tep/:file', { config }, (req, reply) => download(req as FileRequest, reply, deps));
  app.get('/ho-so/:id/tep/:file/xem', { config }, (req, reply) =>
    picturePage(req as FileRequest, reply, deps),
  );
  app.get('/ho-so/:id/tep/:file/anh', { config }, (req, reply) => picture(req as FileRequest, reply, deps));
  app.get('/ho-so/:id/phieu/:part', { config }, (req, reply) => paper(req as PartRequest, reply, deps));
  app.get('/ho-so/:id/ket-qua/:part', { config }, (req, reply) => result(req as PartRequest, reply, deps));
}

async function dossierPage(req: DossierRequest, reply: FastifyReply, deps: DeskDeps) {
  const opened = await open(req, deps, req.params.id, { page: 'ho-so' });
  if (!opened.ok) return reply.refuse(opened.refusal);
  const sheet = await sheetOf(opened.value, deps, req.now);
  const { da } = req.query as { da?: string };
  const done = ACT_NAMES.find(
    (act) => recordOf(act).path === da && recordOf(act).ways.some(({ by }) => by !== 'applicant'),
  );
  const said = done && ACT_WORDS.vi[done].done;
  return reply.html(
    renderPage(<DossierPage shell={dossierShell(req, deps, opened.value)} sheet={sheet} said={said} />),
  );
}

async function fileOf(req: FileRequest, deps: DeskDeps, look: string) {
  const opened = await open(req, deps, req.params.id, { [look]: uuid(req.params.file) });
  const file = opened.ok ? opened.value.dossier.files.find((one) => one.id === req.params.file) : undefined;
  return opened.ok && file ? { opened: opened.value, file } : undefined;
}

async function download(req: FileRequest, reply: FastifyReply, deps: DeskDeps) {
  const found = await fileOf(req, deps, 'file');
  if (!found) return reply.refuse(NOT_FOUND);
  return sendKept(reply, deps, found.file);
}

/** Pictures alone are shown in the browser, from a page of ours: their bytes were judged when they were received. */
async function picture(req: FileRequest, reply: FastifyReply, deps: DeskDeps) {
  const found = await fileOf(req, deps, 'file');
  if (!found || !isPicture(found.file.mime)) return reply.refuse(NOT_FOUND);
  return sendKept(reply, deps, found.file, { 'content-disposition': 'inline' });
}

async function picturePage(req: FileRequest, reply: FastifyReply, deps: DeskDeps) {
  const found = await fileOf(req, deps, 'file-page');
  if (!found || !isPicture(found.file.mime)) return reply.refuse(NOT_FOUND);
  const { opened, file } = found;
  const sheet = await sheetOf(opened, deps, req.now);
  const paperName = sheet.components.find((one) => one.key === file.component)?.name ?? file.component;
  return reply.html(
    renderPage(
      <PicturePage
        shell={dossierShell(req, deps, opened)}
        dossierId={opened.dossier.id}
        file={file}
        paper={paperName}
      />,
    ),
  );
}

async function paper(req: PartRequest, reply: FastifyReply, deps: DeskDeps) {
  const opened = await open(req, deps, req.params.id, { paper: uuid(req.params.part) });
  if (!opened.ok) return reply.refuse(opened.refusal);
  const made = await paperFile(deps.db, opened.value.dossier.id, uuid(req.params.part));
  if (!made.ok) return reply.refuse(made.refusal);
  const { bytes, fileName } = made.value;
  return sendPdf(reply, fileName, bytes);
}

async function result(req: PartRequest, reply: FastifyReply, deps: DeskDeps) {
  const opened = await open(req, deps, req.params.id, { result: uuid(req.params.part) });
  if (!opened.ok) return reply.refuse(opened.refusal);
  const issued = (await resultsOf(deps.db, opened.value.dossier.id)).find(
    (one) => one.id === req.params.part,
  );
  if (!issued) return reply.refuse(NOT_FOUND);
  const name = `${issued.title} ${issued.number.replaceAll('/', '-')}.pdf`;
  return sendKept(reply, deps, { sha256: issued.sha256, name, mime: 'application/pdf' });
}

async function sendKept(reply: FastifyReply, deps: DeskDeps, file: NamedFile, more: object = {}) {
  const kept = await openFile(deps.files, file);
  if (!kept.ok) return reply.refuse(kept.refusal);
  return reply.headers({ ...kept.value.headers, ...more }).send(kept.value.stream);
}
