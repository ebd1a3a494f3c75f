// The clock's JSON doors: read it, turn it, let it run ahead, bring it back to today.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { localMinute, parseWhen } from './clock.ts';
import type { Sandbox } from './sandbox.ts';

const Turn = z.object({
  /** Vietnamese civil time or ISO instant; null: back to the real time. */
  now: z.string().nullable().optional(),
  /** ISO 8601 length, e.g. `PT1H`. */
  advance: z.string().optional(),
});

/** Mounts the doors. */
export function clockDoors(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/clock', async () => face(sandbox));
  app.post('/clock', async (request, reply) => {
    const turn = Turn.safeParse(request.body);
    if (!turn.success || !turnClock(sandbox, turn.data))
      return reply
        .code(400)
        .send({ error: 'send {now: "2026-11-23T09:00" | ISO instant | null} or {advance: "PT1H"}' });
    return face(sandbox);
  });
}

/** @returns false when the wish cannot be read; the clock then stays as it was */
export function turnClock(sandbox: Sandbox, turn: z.infer<typeof Turn>): boolean {
  if (turn.now === null) {
    sandbox.clock.turnBack();
    return true;
  }
  const wanted = turn.now === undefined ? ahead(sandbox, turn.advance) : parseWhen(turn.now);
  if (wanted === undefined) return false;
  sandbox.clock.turnTo(wanted);
  return true;
}

function ahead(sandbox: Sandbox, length: string | undefined): Temporal.Instant | undefined {
  if (length === undefined || !/^PT?\d{1,5}[DHM]$/u.test(length)) return undefined;
  const { days, hours, minutes } = Temporal.Duration.from(length);
  return parseWhen(
    sandbox.clock
      .now()
      .add({ hours: days * 24 + hours, minutes })
      .toString(),
  );
}

function face(sandbox: Sandbox) {
  const now = sandbox.clock.now();
  return {
    now: localMinute(now),
    instant: now.toString({ smallestUnit: 'second' }),
    offsetMs: sandbox.clock.offsetMs(),
  };
}
