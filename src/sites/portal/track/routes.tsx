// /tra-cuu: the state by number and secret. Wrong secrets are counted per number and place.

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  lookUp,
  type PublicMark,
  type PublicState,
  publicMark,
  publicState,
} from '../../../modules/dossiers/index.ts';
import { boxOf } from '../../../platform/http/index.ts';
import { pageCache } from '../../../platform/page-cache.ts';
import { dateOf, tidy } from '../../../rules/kernel/index.ts';
import { spokenText, toldNumbers } from '../../../rules/papers/index.ts';
import { isBack } from '../../../rules/states/index.ts';
import { renderPage, type Shell, type StateCode } from '../../../ui/index.ts';
import type { PortalDeps } from '../deps.ts';
import { GUESSED_TOO_OFTEN, GUESSED_WRONG, rememberRight, takeGuessAt } from '../guessing.ts';
import { rateLimited, shellOf } from '../shell.tsx';
import { StatePage, TrackPage } from './page.tsx';
import { ticketFor, ticketReader } from './ticket.ts';
import { words } from './words.ts';

const config = { guard: 'public' } as const;
// Room for a message that is pasted whole.
const input = z.object({ ma: boxOf(200), 'bi-mat': boxOf(60) });
const GUESSING = { what: 'track', perAddress: 30, perDay: 500 } as const;

/** Mounts the look-up without an account. */
export function registerTrack(app: FastifyInstance, deps: PortalDeps): void {
  app.get<{ Querystring: { ma?: string } }>('/tra-cuu', { config }, (req, reply) => {
    const shell = { ...shellOf(req), csrf: req.csrf() };
    return reply.html(renderPage(<TrackPage shell={shell} number={input.shape.ma.parse(req.query.ma)} />));
  });

  app.post('/tra-cuu', { config }, async (req, reply) => {
    const typed = input.parse(req.body ?? {});
    const say = words(req.lang);
    const numbers = toldNumbers(typed.ma);
    const secret = spokenText(typed['bi-mat']);
    const again = (errors: { number?: string; secret?: string }) =>
      reply.html(
        renderPage(
          <TrackPage shell={{ ...shellOf(req), csrf: req.csrf() }} number={typed.ma} errors={errors} />,
        ),
        422,
      );
    if (tidy(typed.ma) === '' || secret === '') {
      return again({
        ...(tidy(typed.ma) === '' && { number: say.numberMissing }),
        ...(secret === '' && { secret: say.secretMissing }),
      });
    }
    const guessed = { ...GUESSING, number: spokenText(numbers[0] ?? typed.ma) };
    const guess = await takeGuessAt(req, deps, guessed);
    if (!guess.allowed) return reply.because(GUESSED_TOO_OFTEN).html(rateLimited(req, guess.until), 429);
    const id = await lookUp(deps.db, numbers, secret);
    if (!id) {
      reply.because(GUESSED_WRONG);
      return again({ number: say.notFound });
    }
    await guess.right();
    rememberRight(req, reply, deps, guessed);
    return reply.redirect(`/tra-cuu/${ticketFor(deps.secret, id, req.now)}`, 303);
  });

  const cache = pageCache();
  const readTicket = ticketReader(deps.secret);
  app.mayStand('/tra-cuu/', async (ticket, now) => {
    const id = readTicket(ticket, now);
    const found = id && (await publicMark(deps.db, id));
    return found ? saying(found, now) : null;
  });
  app.get<{ Params: { ticket: string } }>('/tra-cuu/:ticket', { config }, async (req, reply) => {
    const id = readTicket(req.params.ticket, req.now);
    const found = id && (await publicState(deps.db, id));
    if (!found) return reply.redirect('/tra-cuu', 303);
    const render = () => statePage(shellOf(req), found, req.now, deps);
    if (req.session) return reply.html(render());
    const said = saying(found, req.now);
    return reply.stands(said).html(cache.get(`${said}:${req.lang}:${req.big}`, render));
  });
}

const isLate = ({ lateFrom }: PublicMark, now: Temporal.Instant) =>
  lateFrom !== null && now.epochMilliseconds > lateFrom;

/** All that a dossier's page says follows from these. */
const saying = (found: PublicMark, now: Temporal.Instant) =>
  `${found.id}:${found.version}:${isLate(found, now)}:${dateOf(now)}`;

function statePage(shell: Shell, found: PublicState, now: Temporal.Instant, { books }: PortalDeps): string {
  const page = (
    <StatePage
      shell={{ ...shell, path: '/tra-cuu' }}
      found={{
        name: books.procedure(found.procedureId).name,
        number: found.number,
        requestCode: found.requestCode,
        agency: books.agency(found.agencyId, dateOf(now)).called,
        state: found.state as StateCode,
        since: found.since,
        appointment: found.appointment,
        due: found.due,
        late: isLate(found, now),
        ended: found.finishedAt !== null,
        back: isBack({ ...found, heldSince: found.since }),
      }}
    />
  );
  return renderPage(page);
}
