// /ho-so/:id/tu-choi: refuse a new request (Mẫu 03); with ?xem=1 only a look at the letter.
import type { FastifyInstance } from 'fastify';
import { previewRefusal, refuseIntake } from '../../../modules/dossiers/index.ts';
import { act } from '../../../platform/act.ts';
import { actPage } from '../act-page.tsx';
import type { DeskDeps } from '../deps.ts';
import { EMPTY_LETTER, overlongIn, readLetter, readyLetter } from './input.ts';
import { RefusePage } from './page.tsx';

export function registerRefuseIntake(app: FastifyInstance, deps: DeskDeps): void {
  actPage(app, deps, {
    act: 'refuseIntake',
    blank: () => EMPTY_LETTER,
    read: readLetter,
    turn: (body) => {
      const ready = readyLetter(body);
      return ready && { typed: ready };
    },
    faults: overlongIn,
    view: (page) => <RefusePage {...page} />,
    preview: {
      fileName: 'xem-truoc-mau-03.pdf',
      make: (by, letter, sheet) => previewRefusal(by, sheet.dossier, letter, deps.books),
    },
    perform: ({ actor, now, ...request }, letter) =>
      act({ db: deps.db, actor, now }, (ctx) => refuseIntake(ctx, { ...request, ...letter }, deps.books)),
  });
}
