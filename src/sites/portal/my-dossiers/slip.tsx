// The slip of a fee that was paid in cash, as the counter gave it: the payer's side may read and print it again.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { feeAccountOf } from '../../../flows/settle-bill.ts';
import { NOT_FOUND, type WholeDossier } from '../../../modules/dossiers/index.ts';
import { givenBefore } from '../../../modules/payments/index.ts';
import { dateOf } from '../../../rules/kernel/index.ts';
import { Page, PrintButton, ReceiptSlip, renderPage } from '../../../ui/index.ts';
import type { PortalDeps } from '../deps.ts';
import { shellOf } from '../shell.tsx';
import { words } from './words.ts';

/** Answers with the slip; 404 for a dossier that is not one's own, and for a receipt that is no slip of it. */
export async function showSlip(
  req: FastifyRequest<{ Params: { receipt: string } }>,
  reply: FastifyReply,
  deps: PortalDeps,
  dossier: WholeDossier | undefined,
) {
  const receipts = dossier ? (await feeAccountOf(deps.db, dossier)).receipts : [];
  const receipt = receipts.find((one) => one.id === req.params.receipt);
  if (!dossier || receipt?.kind !== 'cash' || !receipt.slip) return reply.refuse(NOT_FOUND);
  const agency = deps.books.agency(dossier.agencyId, dateOf(receipt.at));
  const { name } = deps.books.procedure(dossier.procedureId);
  return reply.html(
    renderPage(
      <Page {...shellOf(req)} title={words(req.lang).slip} width="form" backLink={`/ho-so/${dossier.id}`}>
        <ReceiptSlip
          receipt={{ ...receipt, slip: receipt.slip }}
          desk={agency.desk}
          agency={agency.name}
          address={agency.address}
          procedure={name}
          dossier={dossier.number}
          requestCode={dossier.requestCode}
          before={givenBefore(receipts, receipt)}
          lines={dossier.fee.lines}
        />
        <PrintButton />
      </Page>,
    ),
  );
}
