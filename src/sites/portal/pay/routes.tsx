// /ho-so/:id/thanh-toan: the owner pays the fee of a dossier, and sees whether the money has arrived.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import { z } from 'zod';
import { billOf, billOnPortal } from '../../../flows/dossier-bill.ts';
import { type Dossier, findOwnDossier, NOT_FOUND } from '../../../modules/dossiers/index.ts';
import { downloadHeaders } from '../../../modules/files/index.ts';
import {
  type Bill,
  billFor,
  heldBeyond,
  leftToPay,
  payloadOf,
  receiptsFor,
} from '../../../modules/payments/index.ts';
import { act } from '../../../platform/act.ts';
import { payableAt } from '../../../rules/fees/index.ts';
import { ok, type Result } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import { asking } from '../asking.ts';
import type { PortalDeps } from '../deps.ts';
import { shellOf } from '../shell.tsx';
import { uuidOf } from '../uuid.ts';
import { PaidPage, ToPayPage, type ToPayView } from './page.tsx';
import { qrPicture } from './qr-picture.ts';

const config = { guard: 'citizen' } as const;
const input = z.object({ 'kiem-tra': z.string().optional().catch(undefined) });

/** Mounts the pay page. */
export function registerPay(app: FastifyInstance, deps: PortalDeps): void {
  app.get<{ Params: { id: string } }>('/ho-so/:id/thanh-toan/vietqr.png', { config }, (req, reply) =>
    picture(req, reply, deps),
  );
  app.get<{ Params: { id: string } }>('/ho-so/:id/thanh-toan', { config }, (req, reply) =>
    show(req, reply, deps),
  );
}

async function show(req: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply, deps: PortalDeps) {
  const dossier = await findOwnDossier(deps.db, asking(req, 'pay'), uuidOf(req.params.id));
  if (!dossier) return reply.refuse(NOT_FOUND);
  const found = await openBill(req, deps, dossier);
  if (!found.ok) return reply.refuse(found.refusal);
  const bill = found.value;
  const view = {
    shell: shellOf(req),
    dossier: { id: dossier.id, number: dossier.number, requestCode: dossier.requestCode },
    procedureName: deps.books.procedure(dossier.procedureId).name,
    bill,
  };
  if (bill.state === 'paid')
    return reply.html(
      renderPage(
        <PaidPage
          {...view}
          held={await heldBeyond(deps.db, bill)}
          receipts={await receiptsFor(deps.db, billOf(dossier.id))}
        />,
      ),
    );
  // Paid in cash meanwhile, or no longer asked for: nobody may be led to pay again.
  if (!bill.transfer || leftToPay(bill) === 0 || !payableAt('portal', dossier))
    return reply.redirect(`/ho-so/${dossier.id}`, 303);
  const open = { ...view, bill: { ...bill, transfer: bill.transfer }, at: req.now };
  return reply.html(await toPay(open, deps, input.parse(req.query)['kiem-tra'] === '1'));
}

/** The bill is there since the dossier was sent, unless the worker is behind: then it is made now. */
async function openBill(req: FastifyRequest, deps: PortalDeps, dossier: Dossier): Promise<Result<Bill>> {
  const known = await billFor(deps.db, billOf(dossier.id));
  if (known) return ok(known);
  return act({ db: deps.db, actor: req.actor, now: req.now }, (ctx) =>
    billOnPortal(ctx, dossier, deps.payeeOf),
  );
}

/** The QR code as a picture, for the phone that shows it: a banking app reads it from the saved pictures. */
async function picture(
  req: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  deps: PortalDeps,
) {
  const dossier = await findOwnDossier(deps.db, asking(req, 'pay'), uuidOf(req.params.id));
  const bill = dossier && (await billFor(deps.db, billOf(dossier.id)));
  const payload = bill && payloadOf(bill);
  if (!payload || !payableAt('portal', dossier)) return reply.refuse(NOT_FOUND);
  const bytes = await qrPicture(payload);
  const name = `VietQR ${dossier.number ?? dossier.requestCode}.png`;
  return reply.headers(downloadHeaders({ name, mime: 'image/png', size: bytes.length })).send(bytes);
}

async function toPay(
  view: Pick<ToPayView, 'shell' | 'dossier' | 'procedureName' | 'bill' | 'at'>,
  { sandbox, urls }: PortalDeps,
  checked: boolean,
): Promise<string> {
  const payload = payloadOf(view.bill) ?? '';
  const qr = await QRCode.toString(payload, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
  const sandboxBank = sandbox ? `${urls.sandbox}/bank?payload=${encodeURIComponent(payload)}` : null;
  return renderPage(<ToPayPage {...view} qr={qr} checked={checked} sandboxBank={sandboxBank} />);
}
