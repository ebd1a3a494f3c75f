// Step 3, first half: the agency that settles the dossier.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Agency } from '../../../modules/agencies/index.ts';
import { saveDraft } from '../../../modules/dossiers/index.ts';
import { boxOf } from '../../../platform/http/index.ts';
import { LONGEST_KEPT, tidy } from '../../../rules/kernel/index.ts';
import { type ErrorLine, renderPage } from '../../../ui/index.ts';
import type { PortalDeps } from '../deps.ts';
import { uuidOf } from '../uuid.ts';
import { firstStepOfAnswers, type Journey, journeyOf, onJourney } from './draft-context.ts';
import { statusOf } from './frame.tsx';
import { stepPath } from './steps.ts';
import { FoundPage, OFFICE_ID, OfficesPage, PARENT_ID, PLACE_ID, WherePage } from './where-page.tsx';
import { words } from './words.ts';

const config = { guard: 'citizen' } as const;
const text = z.string().max(200).optional().catch(undefined);
/** In characters: no place has a longer name, and nothing is looked for. */
const LONGEST_PLACE = 200;
const Asked = z.object({ tim: boxOf(LONGEST_KEPT).optional(), cap: text });
const Chosen = z.object({ 'co-quan': text });

/** Mounts the choice of the agency. */
export function registerWhere(app: FastifyInstance, deps: PortalDeps): void {
  app.get('/nop-ho-so/:draft/noi-nop', { config }, (req, reply) =>
    onJourney(req, reply, deps, (journey) => show(req, reply, deps, journey)),
  );
  app.post('/nop-ho-so/:draft/noi-nop', { config }, (req, reply) =>
    onJourney(req, reply, deps, (journey) => choose(req, reply, deps, journey)),
  );
}

function show(req: FastifyRequest, reply: FastifyReply, deps: PortalDeps, journey: Journey, wrong?: string) {
  const { tim, cap } = Asked.parse(req.query);
  if (tim !== undefined) return showFound(req, reply, deps, journey, tidy(tim), wrong);
  if (cap !== undefined) return showOffices(req, reply, deps, journey, cap, wrong);
  return showBoth(req, reply, deps, journey, wrong ? [{ say: wrong, href: `#${PLACE_ID}` }] : []);
}

function showFound(
  req: FastifyRequest,
  reply: FastifyReply,
  deps: PortalDeps,
  journey: Journey,
  q: string,
  wrong?: string,
) {
  const tooLong = q.length > LONGEST_PLACE;
  const found = q === '' || tooLong ? [] : deps.agencies.offices(q, levelsOf(deps, journey), journey.today);
  if (found.length === 0) {
    const { typeMissing, typeLong, none } = words(req.lang).where;
    const say =
      q === ''
        ? typeMissing
        : tooLong
          ? typeLong(LONGEST_PLACE)
          : none(q, deps.agencies.provinces(levelsOf(deps, journey), journey.today));
    return showBoth(req, reply, deps, journey, [{ say, href: `#${PLACE_ID}` }], q);
  }
  const errors = wrong ? [{ say: wrong, href: `#${OFFICE_ID}` }] : [];
  return reply.html(
    renderPage(<FoundPage {...{ req, journey, errors, q, found }} csrf={req.csrf()} />),
    statusOf(errors),
  );
}

function showOffices(
  req: FastifyRequest,
  reply: FastifyReply,
  deps: PortalDeps,
  journey: Journey,
  cap: string,
  wrong?: string,
) {
  const group = deps.agencies
    .groups(levelsOf(deps, journey), journey.today)
    .find(({ parent }) => parent.id === cap);
  if (!group)
    return showBoth(req, reply, deps, journey, [
      { say: words(req.lang).where.parentMissing, href: `#${PARENT_ID}` },
    ]);
  const errors = wrong ? [{ say: wrong, href: `#${OFFICE_ID}` }] : [];
  const chosen = group.offices.length === 1 ? group.offices[0]?.id : (journey.draft.agencyId ?? undefined);
  return reply.html(
    renderPage(<OfficesPage {...{ req, journey, errors, group, chosen }} csrf={req.csrf()} />),
    statusOf(errors),
  );
}

function showBoth(
  req: FastifyRequest,
  reply: FastifyReply,
  deps: PortalDeps,
  journey: Journey,
  errors: ErrorLine[],
  typed = '',
) {
  const groups = deps.agencies.groups(levelsOf(deps, journey), journey.today);
  const chosen = officeOf(deps, journey, journey.draft.agencyId ?? '');
  return reply.html(
    renderPage(<WherePage {...{ req, journey, errors, groups, chosen, typed }} csrf={req.csrf()} />),
    statusOf(errors),
  );
}

async function choose(req: FastifyRequest, reply: FastifyReply, deps: PortalDeps, journey: Journey) {
  const id = Chosen.parse(req.body)['co-quan'];
  if (!id) return show(req, reply, deps, journey, words(req.lang).where.missing);
  const office = officeOf(deps, journey, uuidOf(id));
  if (!office) return show(req, reply, deps, journey, words(req.lang).where.notHere);
  const { draft } = journey;
  const at = journeyOf({ ...draft, agencyId: office.id }, req.now, deps);
  const step = journey.fromCheck ? 'kiem-tra' : firstStepOfAnswers(at);
  const saved = await saveDraft(deps.db, draft, { agencyId: office.id, step }, req.now);
  return saved.ok ? reply.redirect(stepPath(draft, step), 303) : reply.refuse(saved.refusal);
}

function levelsOf(deps: PortalDeps, { draft }: Journey): readonly string[] {
  return deps.catalogue.get(draft.procedureId).levels;
}

/** The agency if it settles this procedure today. */
function officeOf(deps: PortalDeps, journey: Journey, id: string): Agency | undefined {
  return deps.agencies.at(levelsOf(deps, journey), journey.today).find((agency) => agency.id === id);
}
