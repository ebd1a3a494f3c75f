// /ho-so/:id/bo-sung: ask for a supplement (Mẫu 02); with ?xem=1 only a look at the letter.
import type { FastifyInstance } from 'fastify';
import { askForSupplement, previewSupplement } from '../../../modules/dossiers/index.ts';
import { act } from '../../../platform/act.ts';
import { actPage } from '../act-page.tsx';
import type { DeskDeps } from '../deps.ts';
import type { Sheet } from '../sheet.ts';
import { itemsOf, NOTHING_TYPED, overlongIn, readTyped, subjectsOf, type Typed } from './input.ts';
import { AskPage } from './page.tsx';
import { vi } from './words.vi.ts';

const subjectsIn = (sheet: Sheet) => subjectsOf(sheet, vi.files, vi.declared);

export function registerAskForSupplement(app: FastifyInstance, deps: DeskDeps): void {
  const letterOf = (typed: Typed, sheet: Sheet) => ({
    items: itemsOf(typed, subjectsIn(sheet)),
    reason: typed.reason,
    answerPlace: vi.answerPlace(deps.urls.portal),
  });
  actPage(app, deps, {
    act: 'askForSupplement',
    blank: () => NOTHING_TYPED,
    read: (body, sheet) => readTyped(body, subjectsIn(sheet)),
    faults: (typed, sheet) => overlongIn(typed, subjectsIn(sheet)),
    view: ({ shell, sheet, typed, faults }) => (
      <AskPage {...{ shell, sheet, typed }} subjects={subjectsIn(sheet)} refusal={faults[0]} />
    ),
    preview: {
      fileName: 'xem-truoc-mau-02.pdf',
      make: (by, typed, sheet) => previewSupplement(by, sheet.dossier, letterOf(typed, sheet), deps.books),
    },
    perform: ({ actor, now, ...request }, typed, sheet) =>
      act({ db: deps.db, actor, now }, (ctx) =>
        askForSupplement(ctx, { ...request, ...letterOf(typed, sheet) }, deps.books),
      ),
  });
}
