// /ho-so/:id/thu-phi: the fee in cash; /da-thu-phi and /phieu-thu/:part: the slip of it, to print.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { takeFee } from '../../../flows/settle-bill.ts';
import { NOT_FOUND } from '../../../modules/dossiers/index.ts';
import type { Receipt } from '../../../modules/payments/index.ts';
import { act } from '../../../platform/act.ts';
import { renderPage } from '../../../ui/index.ts';
import { actPage } from '../act-page.tsx';
import type { DeskDeps } from '../deps.ts';
import { type DossierRequest, dossierShell, official, open } from '../opened.tsx';
import { sheetOf } from '../sheet.ts';
import { amountOf, readCash, unreadableIn } from './input.ts';
import { SlipPage, TakeFeePage } from './page.tsx';

export function registerTakeFee(app: FastifyInstance, deps: DeskDeps): void {
  actPage(app, deps, {
    act: 'takeFee',
    blank: ({ dossier }) => ({ payer: dossier.ownerName, amount: '' }),
    read: readCash,
    faults: unreadableIn,
    view: (page) => <TakeFeePage {...page} />,
    perform: ({ actor, now, dossierId, version }, typed) =>
      act({ db: deps.db, actor, now }, (ctx) =>
        takeFee(ctx, { dossierId, version, payer: typed.payer, amount: amountOf(typed) }, deps.books),
      ),
  });
  app.get('/ho-so/:id/da-thu-phi', { config: official }, (req, reply) =>
    slipPage(req as DossierRequest, reply, deps),
  );
  app.get<{ Params: { id: string; part: string } }>(
    '/ho-so/:id/phieu-thu/:part',
    { config: official },
    (req, reply) => slipPage(req, reply, deps, req.params.part),
  );
}

/** The slip of a receipt, or of the last one that was given in cash. */
async function slipPage(req: DossierRequest, reply: FastifyReply, deps: DeskDeps, id?: string) {
  const opened = await open(req, deps, req.params.id, { page: 'phieu-thu' });
  if (!opened.ok) return reply.refuse(opened.refusal);
  const sheet = await sheetOf(opened.value, deps, req.now);
  const receipt = sheet.account.receipts
    .map(slipOf)
    .findLast((one) => one && (id === undefined || one.id === id));
  if (!receipt) return reply.refuse(NOT_FOUND);
  const shell = dossierShell(req, deps, opened.value);
  const page = <SlipPage shell={shell} sheet={sheet} receipt={receipt} fresh={id === undefined} />;
  return reply.html(renderPage(page));
}

/** Cash that was taken with a slip. */
function slipOf(receipt: Receipt) {
  return receipt.kind === 'cash' && receipt.slip ? { ...receipt, slip: receipt.slip } : undefined;
}
