// /ho-so/:id/tra-ket-qua: the result leaves the desk.
import type { FastifyInstance } from 'fastify';
import { deliver } from '../../../modules/dossiers/index.ts';
import { act } from '../../../platform/act.ts';
import { actPage } from '../act-page.tsx';
import type { DeskDeps } from '../deps.ts';
import { NOTHING_TICKED, overlongIn, readHandover } from './input.ts';
import { DeliverPage } from './page.tsx';

export function registerDeliver(app: FastifyInstance, deps: DeskDeps): void {
  actPage(app, deps, {
    act: 'deliver',
    blank: () => NOTHING_TICKED,
    read: readHandover,
    faults: overlongIn,
    view: (page) => <DeliverPage {...page} />,
    perform: ({ actor, now, ...request }, typed) =>
      act({ db: deps.db, actor, now }, (ctx) => deliver(ctx, { ...request, ...typed })),
  });
}
