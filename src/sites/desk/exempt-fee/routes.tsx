// /ho-so/:id/mien-phi: an official writes down that a fee is waived.
import type { FastifyInstance } from 'fastify';
import { exemptFee } from '../../../flows/settle-bill.ts';
import { act } from '../../../platform/act.ts';
import { actPage } from '../act-page.tsx';
import type { DeskDeps } from '../deps.ts';
import { faultsOf, NO_GROUND, readWaiver, readyWaiver } from './input.ts';
import { ExemptFeePage } from './page.tsx';

export function registerExemptFee(app: FastifyInstance, deps: DeskDeps): void {
  actPage(app, deps, {
    act: 'exemptFee',
    blank: () => NO_GROUND,
    read: readWaiver,
    turn: (body) => {
      const ready = readyWaiver(body);
      return ready && { typed: ready };
    },
    faults: faultsOf,
    view: (page) => <ExemptFeePage {...page} />,
    perform: ({ actor, now, ...request }, typed) =>
      act({ db: deps.db, actor, now }, (ctx) => exemptFee(ctx, { ...request, ...typed })),
  });
}
