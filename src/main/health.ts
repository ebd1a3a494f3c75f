// What the house knows of itself, from what its modules and its plumbing tell, and what of it needs eyes (docs/decisions/0030-health.md).
import { messageQueue } from '../modules/notices/index.ts';
import { lastNoticeAt } from '../modules/payments/index.ts';
import { sinceBreath } from '../platform/breath.ts';
import type { Db } from '../platform/db.ts';
import { gauge, type Health, type Metric } from '../platform/http/index.ts';
import { waitingWork } from '../platform/waiting-work.ts';

/** From where on something needs eyes. */
export const THRESHOLDS = {
  /** The worker breathes every ten. */
  workerSilentSeconds: 60,
  factSeconds: 60,
  jobSeconds: 120,
  /** A code is of use for 180. */
  messageSeconds: 120,
  diskFreeBytes: 2_147_483_648,
} as const;

const REASONS = [
  'worker-silent',
  'facts-late',
  'jobs-late',
  'jobs-given-up',
  'messages-late',
  'disk-low',
  'uploads-stopped',
  'ballast-spent',
] as const;
export type Reason = (typeof REASONS)[number];

/** All that is known; ages in whole seconds, null where nothing waits or nothing ever was. */
export interface HouseHealth extends Health {
  readonly reasons: readonly Reason[];
  /** Facts that the worker has not yet taken. */
  readonly queueDepth: number;
  readonly oldestFactSeconds: number | null;
  readonly jobs: number;
  readonly oldestJobSeconds: number | null;
  readonly jobsGivenUp: number;
  readonly messages: number;
  readonly oldestMessageSeconds: number | null;
  /** Of each channel of notices, and of the bank's notices: when something last went well, by the country's clock. */
  readonly lastSuccess: Readonly<Record<string, string | null>>;
  readonly workerBreathSeconds: number | null;
  /** Of the disk the state folder lies on. */
  readonly diskFreeBytes: number | null;
  /** False while less is free than is kept back: people hand in no files. */
  readonly takesUploads: boolean;
  /** False while the room kept for the embedded database is given up, or could not be kept. */
  readonly ballastKept: boolean;
}

/** What is asked of the disk. */
export interface DiskLook {
  /** Free bytes where the state folder lies; null: not known. */
  free(): Promise<number | null>;
  /** Whether people may hand in files. */
  takesUploads(): Promise<boolean>;
  /** Whether the room kept for the database is still kept; true where none was to be. */
  keepsBallast(): Promise<boolean>;
}

/**
 * Looks, by the country's clock.
 * @throws when the database does not answer
 */
export async function lookAtHouse(db: Db, disk: DiskLook, now: Temporal.Instant): Promise<HouseHealth> {
  const [work, queue, bank, breath, diskFreeBytes, takesUploads, ballastKept] = await Promise.all([
    waitingWork(db),
    messageQueue(db, now),
    lastNoticeAt(db),
    sinceBreath(db),
    disk.free(),
    disk.takesUploads(),
    disk.keepsBallast(),
  ]);
  const seconds = (from: Temporal.Instant | null) =>
    from && Math.max(0, Math.round(now.since(from).total('seconds')));
  const known = {
    queueDepth: work.facts,
    oldestFactSeconds: seconds(work.oldestFactAt),
    jobs: work.jobs,
    oldestJobSeconds: work.oldestJobSeconds === null ? null : Math.round(work.oldestJobSeconds),
    jobsGivenUp: work.jobsGivenUp,
    messages: queue.waiting,
    oldestMessageSeconds: seconds(queue.oldestAt),
    lastSuccess: {
      ...Object.fromEntries(queue.channels.map(({ channel, lastSentAt }) => [channel, said(lastSentAt)])),
      bank: said(bank),
    },
    workerBreathSeconds: breath === null ? null : Math.round(breath),
    diskFreeBytes,
    takesUploads,
    ballastKept,
  };
  const reasons = reasonsOf(known);
  return { status: reasons.length === 0 ? 'ok' : 'degraded', reasons, ...known };
}

const said = (at: Temporal.Instant | null) => at?.toString() ?? null;

function reasonsOf(known: Omit<HouseHealth, keyof Health>): readonly Reason[] {
  const t = THRESHOLDS;
  const beyond = (value: number | null, most: number) => value !== null && value > most;
  const holds: Record<Reason, boolean> = {
    'worker-silent': known.workerBreathSeconds === null || known.workerBreathSeconds > t.workerSilentSeconds,
    'facts-late': beyond(known.oldestFactSeconds, t.factSeconds),
    'jobs-late': beyond(known.oldestJobSeconds, t.jobSeconds),
    'jobs-given-up': known.jobsGivenUp > 0,
    'messages-late': beyond(known.oldestMessageSeconds, t.messageSeconds),
    'disk-low': known.diskFreeBytes !== null && known.diskFreeBytes < t.diskFreeBytes,
    'uploads-stopped': !known.takesUploads,
    'ballast-spent': !known.ballastKept,
  };
  return REASONS.filter((reason) => holds[reason]);
}

/** The same as figures. */
export function figuresOf(health: HouseHealth): readonly Metric[] {
  const lastSuccess = Object.entries(health.lastSuccess).flatMap(([channel, at]) =>
    at === null ? [] : [[{ channel }, Temporal.Instant.from(at).epochMilliseconds / 1000] as const],
  );
  return [
    {
      name: 'motcua_degraded',
      help: 'What needs eyes: 1 while it does.',
      type: 'gauge',
      values: REASONS.map((reason) => [{ reason }, health.reasons.includes(reason) ? 1 : 0]),
    },
    gauge('motcua_facts', 'Facts the worker has not yet taken.', health.queueDepth),
    gauge('motcua_oldest_fact_seconds', 'Age of the oldest of them.', health.oldestFactSeconds),
    gauge('motcua_jobs', 'Jobs not yet done.', health.jobs),
    gauge('motcua_oldest_job_seconds', 'Age of the oldest of them.', health.oldestJobSeconds),
    gauge('motcua_jobs_given_up', 'Jobs tried as often as they may be.', health.jobsGivenUp),
    gauge('motcua_messages', 'Messages not yet sent.', health.messages),
    gauge('motcua_oldest_message_seconds', 'Age of the oldest of them.', health.oldestMessageSeconds),
    {
      name: 'motcua_last_success_timestamp_seconds',
      help: 'When something last went well by a channel, seconds since 1970.',
      type: 'gauge',
      values: lastSuccess,
    },
    gauge('motcua_worker_breath_seconds', 'Since any worker breathed.', health.workerBreathSeconds),
    gauge('motcua_disk_free_bytes', 'Free where the state folder lies.', health.diskFreeBytes),
  ];
}
