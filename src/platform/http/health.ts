// GET /health and GET /metrics, for machines of the house; to anybody else there is nothing at these addresses.
import { performance } from 'node:perf_hooks';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { lostLines } from '../log.ts';
import { isMachine } from './machines.ts';
import { gauge, type Metric, metricsText } from './metrics.ts';
import { RETRY_SECONDS } from './site.ts';
import type { Answers } from './tally.ts';

/** What the house knows of itself. */
export interface Health {
  /** `degraded`: pages are served, and something needs eyes; `reasons` say what. */
  readonly status: 'ok' | 'degraded';
  readonly reasons: readonly string[];
}

export interface HealthOptions {
  readonly version: string;
  /** What a machine from elsewhere brings as `Authorization: Bearer …`; null: none may come from elsewhere. */
  readonly token: string | null;
  /** @throws when the database does not answer */
  look(now: Temporal.Instant): Promise<{ health: Health; metrics: readonly Metric[] }>;
}

const config = { guard: 'machine', anyHost: true } as const;

/**
 * 200 while the site can serve, 503 with `"status":"down"` when the database does not answer; 404 to who is no machine of the house.
 */
export function healthDoors(app: FastifyInstance, { version, token, look }: HealthOptions): void {
  const toMachines =
    (answer: (req: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>) =>
    async (req: FastifyRequest, reply: FastifyReply) => {
      if (isMachine(req, token)) return answer(req, reply.header('cache-control', 'no-store'));
      reply.callNotFound();
      return reply;
    };
  app.get(
    '/health',
    { config },
    toMachines(async (req, reply) => {
      const looked = await look(req.now).catch(() => null);
      if (looked) return reply.send({ version, database: 'ok', ...looked.health });
      const down = {
        status: 'down',
        reasons: ['database-away'],
        version,
        database: 'unreachable',
        queueDepth: null,
      };
      return reply.code(503).header('retry-after', RETRY_SECONDS).send(down);
    }),
  );
  app.get(
    '/metrics',
    { config },
    toMachines(async (req, reply) => {
      const looked = await look(req.now).catch(() => null);
      const up = gauge('motcua_database_up', 'Whether the database answered just now.', looked ? 1 : 0);
      const info: Metric = {
        name: 'motcua_info',
        help: 'The version that runs.',
        type: 'gauge',
        values: [[{ version }, 1]],
      };
      const metrics = [info, up, ...(looked?.metrics ?? []), ...ofRequests(app), ...ofProcess()];
      return reply.type('text/plain; version=0.0.4; charset=utf-8').send(metricsText(metrics));
    }),
  );
}

/** Answers by class of status, and the time they took. */
function ofRequests({ tally }: FastifyInstance): readonly Metric[] {
  const counter = (name: string, help: string, of: keyof Answers): Metric => ({
    name,
    help,
    type: 'counter',
    values: [...tally.all()].map(([status, answers]) => [{ status }, answers[of]]),
  });
  return [
    counter('motcua_http_requests_total', 'Answers of this site by class of status.', 'count'),
    counter('motcua_http_request_seconds_total', 'Time these answers took together.', 'seconds'),
    {
      name: 'motcua_http_standing_answers_total',
      help: 'Those of them that stood ready.',
      type: 'counter',
      values: [[{}, tally.standing]],
    },
  ];
}

function ofProcess(): readonly Metric[] {
  const { utilization } = performance.eventLoopUtilization();
  return [
    gauge('process_resident_memory_bytes', 'Memory of the web process.', process.memoryUsage.rss()),
    gauge(
      'process_start_time_seconds',
      'When the web process started, seconds since 1970.',
      performance.timeOrigin / 1000,
    ),
    {
      name: 'motcua_log_lines_lost_total',
      help: 'Lines that the web process could not write to its log.',
      type: 'counter',
      values: [[{}, lostLines()]],
    },
    gauge(
      'motcua_event_loop_utilization',
      'Share of its life the web process was busy, 0 to 1.',
      utilization,
    ),
  ];
}
