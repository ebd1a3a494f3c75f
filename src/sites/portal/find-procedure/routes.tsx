// /thu-tuc: finding, the page of a procedure, and its blank form as PDF.
import type { FastifyInstance } from 'fastify';
import { blankFromDefinition, generalRequest, printForm } from '../../../modules/catalogue/index.ts';
import { downloadHeaders } from '../../../modules/files/index.ts';
import { keptUntilForgotten, pageCache } from '../../../platform/page-cache.ts';
import { amountOn } from '../../../rules/fees/index.ts';
import { dateOf } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import type { PortalDeps } from '../deps.ts';
import { shellOf } from '../shell.tsx';
import { FindPage } from './find-page.tsx';
import { readQuestion } from './input.ts';
import { ProcedurePage } from './procedure-page.tsx';

const config = { guard: 'public' } as const;

/** Mounts the search, a procedure's page and its blank form. */
export function registerFindProcedure(app: FastifyInstance, { catalogue, agencies }: PortalDeps): void {
  app.get('/thu-tuc', { config }, (req, reply) => {
    const today = dateOf(req.now);
    const asked = { ...readQuestion(req.query, today), language: req.lang };
    const threeTiers = agencies.at(['district'], today).length > 0;
    const page = (
      <FindPage
        shell={shellOf(req)}
        asked={asked}
        found={catalogue.find(asked)}
        fields={catalogue.fields(today)}
        threeTiers={threeTiers}
      />
    );
    return reply.html(renderPage(page));
  });

  const cache = pageCache();
  const saying = (id: string, today: Temporal.PlainDate) => `procedure:${id}:${today}`;
  app.mayStand('/thu-tuc/', (slug, now) => {
    const today = dateOf(now);
    const procedure = catalogue.bySlug(slug, today);
    return procedure ? saying(procedure.id, today) : null;
  });
  app.get<{ Params: { slug: string } }>('/thu-tuc/:slug', { config }, (req, reply) => {
    const today = dateOf(req.now);
    const procedure = catalogue.bySlug(req.params.slug, today);
    if (!procedure) return reply.callNotFound();
    const day = today.toString();
    const decided = (fee: string) => amountOn(catalogue.decidedAmounts(fee), day);
    const render = () => renderPage(<ProcedurePage {...{ shell: shellOf(req), procedure, decided, day }} />);
    if (req.session) return reply.html(render());
    const said = saying(procedure.id, today);
    return reply.stands(said).html(cache.get(`${said}:${req.lang}:${req.big}`, render));
  });

  const kept = formsKept();
  app.get<{ Params: { slug: string } }>('/thu-tuc/:slug/mau-don.pdf', { config }, async (req, reply) => {
    const today = dateOf(req.now);
    const procedure = catalogue.bySlug(req.params.slug, today);
    if (!procedure || procedure.serviceLevel < 2) return reply.callNotFound();
    const described = { ...procedure, code: procedure.code ?? '' };
    const hash = catalogue.formFor(procedure, today);
    const own = hash ? catalogue.form(hash) : null;
    const form =
      own && own.code !== 'generic' ? blankFromDefinition(own, described) : generalRequest(described);
    const bytes = await kept(`${procedure.id} ${hash}`, () => printForm('blank', form));
    const name = `mau-don-${procedure.slug}.pdf`;
    return reply.headers(downloadHeaders({ name, mime: 'application/pdf', size: bytes.length })).send(bytes);
  });
}

const MOST_FORMS = 60;

/** Blank forms change with the catalogue alone: the ones asked for last are made once, however many ask. */
function formsKept() {
  const forms = keptUntilForgotten<Promise<Buffer>>(MOST_FORMS);
  return (id: string, make: () => Promise<Buffer>): Promise<Buffer> => {
    const known = forms.get(id);
    if (known) return known;
    const making = make();
    forms.set(id, making);
    making.catch(() => forms.delete(id));
    return making;
  };
}
