// /ho-so/:id/de-xuat: the specialist proposes the result; with ?xem=1 only a look at the paper.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { propose } from '../../../modules/dossiers/index.ts';
import { missingValues, type ResultTemplate } from '../../../modules/results/index.ts';
import { act } from '../../../platform/act.ts';
import { unprintable } from '../../../platform/pdf/index.ts';
import { renderPage } from '../../../ui/index.ts';
import type { DeskDeps } from '../deps.ts';
import {
  type DossierRequest,
  dossierShell,
  isPreview,
  official,
  openFor,
  sendPdf,
  settle,
  versionOf,
} from '../opened.tsx';
import { orderOf, previewResult, templateName, templateOf } from '../result-order.ts';
import { sayRefusal } from '../say-refusal.ts';
import { sheetOf } from '../sheet.ts';
import { ProposePage } from './page.tsx';
import { type Boxes, boxOf, cellOf, firstValues, overlongIn, readBoxes, rowAsked } from './values.ts';
import { vi } from './words.vi.ts';

type Faults = Readonly<Record<string, string>>;

export function registerPropose(app: FastifyInstance, deps: DeskDeps): void {
  app.get('/ho-so/:id/de-xuat', { config: official }, (req, reply) =>
    proposal(req as DossierRequest, reply, deps),
  );
  app.post('/ho-so/:id/de-xuat', { config: official }, (req, reply) =>
    proposal(req as DossierRequest, reply, deps),
  );
}

async function proposal(req: DossierRequest, reply: FastifyReply, deps: DeskDeps) {
  const opened = await openFor(req, reply, deps, 'propose', 'de-xuat');
  if (!opened) return reply;
  const sheet = await sheetOf(opened, deps, req.now);
  const { dossier } = opened;
  const template = templateOf(deps, sheet);
  const name = templateName(template);
  const show = (boxes: Boxes, faults: Faults = {}, grown?: string) => {
    const props = { sheet, template, boxes, faults, grown };
    const page = <ProposePage shell={dossierShell(req, deps, opened)} {...props} />;
    return reply.html(renderPage(page), Object.keys(faults).length > 0 ? 422 : 200);
  };
  if (req.method === 'GET') return show({ note: '', values: firstValues(sheet, template, name) });

  const boxes = readBoxes(req.body, template);
  const grown = rowAsked(req.body, template);
  if (grown) return show(boxes, {}, grown);
  const faults = faultsOf(template, boxes);
  if (Object.keys(faults).length > 0) return show(boxes, faults);
  if (isPreview(req)) {
    const order = orderOf(deps, sheet.agency, {
      dossierId: dossier.id,
      dossierNumber: dossier.number ?? '',
      template,
      values: boxes.values,
      title: '',
    });
    const bytes = await previewResult(order, '', req.now);
    return sendPdf(reply, 'xem-truoc-ket-qua.pdf', bytes);
  }
  const request = {
    dossierId: dossier.id,
    version: versionOf(req.body),
    note: boxes.note,
    result: { template: name, values: boxes.values },
  };
  const result = await act({ db: deps.db, actor: req.actor, now: req.now }, (ctx) => propose(ctx, request));
  return settle(req, reply, deps, result, {
    act: 'propose',
    again: (refusal) => show(boxes, { [refusal.field ?? 'note']: sayRefusal(refusal) }),
  });
}

/** What keeps the paper from being made, at the box where it is mended. */
function faultsOf(template: ResultTemplate, boxes: Boxes): Faults {
  const { values } = boxes;
  const missing = new Set(missingValues(template, values));
  const faults = overlongIn(template, boxes);
  template.inputs.forEach((input, at) => {
    const box = input.columns ? cellOf(at, 0, 0) : boxOf(at);
    const strange = unprintable(JSON.stringify(values[input.name] ?? ''));
    if (missing.has(input.name)) faults[box] = vi.missing(input.label);
    else if (strange.length > 0) faults[box] = vi.unprintable(input.label, strange.join(' '));
  });
  return faults;
}
