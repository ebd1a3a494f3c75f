// /lich-hen: who comes to the desk on a day, half-day by half-day; of one's own agencies only.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { appointmentsOn } from '../../../modules/worklists/index.ts';
import { boxOf } from '../../../platform/http/index.ts';
import { dateOf } from '../../../rules/kernel/index.ts';
import { parsePartialDate } from '../../../rules/papers/index.ts';
import { renderPage } from '../../../ui/index.ts';
import type { DeskDeps } from '../deps.ts';
import { official } from '../opened.tsx';
import { shellOf } from '../shell.tsx';
import { AppointmentsPage } from './page.tsx';

const input = z.object({ ngay: boxOf(40) });

export function registerAppointments(app: FastifyInstance, deps: DeskDeps): void {
  app.get('/lich-hen', { config: official }, async (req, reply) => {
    const today = dateOf(req.now);
    const day = dayOf(input.parse(req.query).ngay) ?? today;
    const asker = { personId: req.session!.personId, today };
    const rows = await appointmentsOn(deps.db, asker, day);
    return reply.html(renderPage(<AppointmentsPage shell={shellOf(req)} {...{ day, today, rows }} />));
  });
}

/** The day of the address; nothing when it names none. */
function dayOf(text: string): Temporal.PlainDate | undefined {
  const date = parsePartialDate(text);
  return date?.precision === 'day' ? Temporal.PlainDate.from(date) : undefined;
}
