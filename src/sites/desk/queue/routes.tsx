// /hang-doi: the official's queues; /: straight to them.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  countsOf,
  pageOf,
  type Queue,
  queuesFor,
  type Seat,
  search,
  seatsOf,
} from '../../../modules/worklists/index.ts';
import { dateOf, tidy } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import type { DeskDeps } from '../deps.ts';
import { pressing } from '../due-words.ts';
import { official, open } from '../opened.tsx';
import { sheetOf } from '../sheet.ts';
import { shellOf } from '../shell.tsx';
import { roleNames } from '../words.vi.ts';
import { QueueInput } from './input.ts';
import { NoSeatPage, QueuePage } from './page.tsx';
import { queues as queueWords } from './words.vi.ts';

export function registerQueue(app: FastifyInstance, deps: DeskDeps): void {
  app.get('/', { config: official }, (_req, reply) => reply.redirect('/hang-doi', 303));
  app.get('/hang-doi', { config: official }, (req, reply) => queuePage(req, reply, deps));
}

async function queuePage(req: FastifyRequest, reply: FastifyReply, deps: DeskDeps) {
  const input = QueueInput.parse(req.query);
  const asker = { personId: req.session!.personId, today: dateOf(req.now) };
  const seats = await seatsOf(deps.db, asker);
  if (seats.length === 0) return reply.html(renderPage(<NoSeatPage shell={shellOf(req)} />));

  const bodyOf = (row: { agencyId: string }) => deps.books.agency(row.agencyId, asker.today);
  const queues = queuesFor(seats.map((seat) => seat.role));
  const q = tidy(input.q);
  const [counts, listed] = await Promise.all([
    countsOf(deps.db, asker, queues),
    q ? search(deps.db, asker, q).then((rows) => ({ rows, next: null })) : undefined,
  ]);
  const current = chosen(queues, input.loai, counts);
  const { rows, next } = listed ?? (await pageOf(deps.db, asker, current.name, input.sau));
  const shown = input.mo ? await open(req, deps, input.mo, { page: 'hang-doi' }) : undefined;
  if (shown && !shown.ok) return reply.refuse(shown.refusal);
  return reply.html(
    renderPage(
      <QueuePage
        shell={{ ...shellOf(req), actor: { name: req.session!.name, role: roleLine(seats) } }}
        who={whoLine(req.session!.name, seats)}
        tabs={queues.map((queue) => ({ queue, count: counts[queue.name] }))}
        current={current}
        q={q}
        rows={rows.map((dossier) => ({
          dossier,
          pressing: pressing(dossier, bodyOf(dossier).calendar, req.now),
          formerly: bodyOf(dossier).formerly,
        }))}
        sheet={shown && (await sheetOf(shown.value, deps, req.now))}
        hrefOf={(change) => hrefOf({ loai: queueWords[current.name].slug, q, sau: input.sau, ...change })}
        next={next}
        paged={input.sau !== undefined}
      />,
    ),
  );
}

/** The queue asked for; without one, the first that has something in it. */
function chosen(
  queues: readonly Queue[],
  slug: string | undefined,
  counts: Partial<Record<string, number>>,
): Queue {
  return (
    queues.find((queue) => queueWords[queue.name].slug === slug) ??
    queues.find((queue) => (counts[queue.name] ?? 0) > 0) ??
    (queues[0] as Queue)
  );
}

function hrefOf(parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `/hang-doi?${new URLSearchParams(given)}`;
}

function roleLine(seats: readonly Seat[]): string {
  return [...new Set(seats.map((seat) => roleNames[seat.role]))].join(', ');
}

/** "Bình · Tiếp nhận và trả kết quả – UBND xã Hiệp Hòa" */
function whoLine(name: string, seats: readonly Seat[]): string {
  const today = seats.filter((seat) => seat.inForce);
  const byAgency = Map.groupBy(today.length > 0 ? today : seats, (seat) => seat.agencyName);
  const places = [...byAgency].map(
    ([agency, held]) => `${held.map((seat) => seat.title || roleNames[seat.role]).join(', ')} – ${agency}`,
  );
  return `${name} · ${places.join('; ')}`;
}
