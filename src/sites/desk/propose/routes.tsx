// /ho-so/:id/de-xuat: the specialist proposes the result; with ?xem=1 only a look at the paper.
import type { FastifyInstance } from 'fastify';
import { orderOf, previewResult, templateName, templateOf } from '../../../flows/result-order.ts';
import { propose } from '../../../modules/dossiers/index.ts';
import { missingValues, type ResultTemplate, withGaps } from '../../../modules/results/index.ts';
import { act } from '../../../platform/act.ts';
import { unprintable } from '../../../platform/pdf/index.ts';
import { dateOf, ok, type Refusal } from '../../../rules/kernel/index.ts';
import { actPage } from '../act-page.tsx';
import type { DeskDeps } from '../deps.ts';
import { ProposePage } from './page.tsx';
import { type Boxes, boxOf, cellOf, firstValues, overlongIn, readBoxes, rowAsked } from './values.ts';

export function registerPropose(app: FastifyInstance, deps: DeskDeps): void {
  actPage<Boxes>(app, deps, {
    act: 'propose',
    blank: (sheet) => {
      const template = templateOf(deps, sheet.procedure.code);
      return { note: '', values: firstValues(deps, sheet, template) };
    },
    read: (body, sheet) => readBoxes(body, templateOf(deps, sheet.procedure.code)),
    turn: (body, typed, sheet) => {
      const turned = rowAsked(body, templateOf(deps, sheet.procedure.code));
      return turned === undefined ? undefined : { typed, turned };
    },
    faults: (typed, sheet) => faultsOf(templateOf(deps, sheet.procedure.code), typed),
    view: ({ shell, sheet, typed, faults, turned }) => (
      <ProposePage
        {...{ shell, sheet, faults }}
        template={templateOf(deps, sheet.procedure.code)}
        boxes={typed}
        grown={turned}
      />
    ),
    preview: {
      fileName: 'xem-truoc-ket-qua.pdf',
      gaps: (typed, sheet) => ({
        ...typed,
        values: withGaps(templateOf(deps, sheet.procedure.code), typed.values),
      }),
      make: async ({ now }, { values }, sheet) => {
        const { dossier, procedure } = sheet;
        const order = orderOf(deps, {
          dossier,
          day: dateOf(now),
          template: templateOf(deps, procedure.code),
          values,
        });
        return ok(await previewResult(order, '', now));
      },
    },
    perform: ({ actor, now, ...request }, { note, values }, sheet) =>
      act({ db: deps.db, actor, now }, (ctx) =>
        propose(ctx, {
          ...request,
          note,
          result: { template: templateName(templateOf(deps, sheet.procedure.code)), values },
        }),
      ),
  });
}

/** What keeps the paper from being made, at the box where it is mended. */
function faultsOf(template: ResultTemplate, boxes: Boxes): Refusal[] {
  const { values } = boxes;
  const missing = new Set(missingValues(template, values));
  const faults = overlongIn(template, boxes);
  template.inputs.forEach((input, at) => {
    const box = input.columns ? cellOf(at, 0, 0) : boxOf(at);
    const strange = unprintable(JSON.stringify(values[input.name] ?? ''));
    if (missing.has(input.name)) faults[box] = { code: 'box-missing', params: { label: input.label } };
    else if (strange.length > 0)
      faults[box] = { code: 'box-unprintable', params: { label: input.label, strange } };
  });
  return Object.entries(faults).map(([field, fault]) => ({ ...fault, status: 422, field }));
}
