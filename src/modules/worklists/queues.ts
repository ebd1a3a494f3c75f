// The queues of the desk as a table: states, who sees them, what comes first.

import { FINAL, type SeatRole, State } from '../../rules/lifecycle/index.ts';

export type QueueName =
  | 'new'
  | 'accepted'
  | 'mine'
  | 'supplement'
  | 'to-sign'
  | 'in-progress'
  | 'to-deliver'
  | 'done';

export interface Queue {
  readonly name: QueueName;
  /** Roles whose work it is, or who answer for it at the counter. */
  readonly roles: readonly SeatRole[];
  /** National states (domain §3.1). */
  readonly states: readonly State[];
  /** Held by whoever asks. */
  readonly mine?: true;
  /** With (true) or without (false) a proposal that waits for a signature; either when absent. */
  readonly proposed?: boolean;
  /** The moment that orders the rows: the most pressing first, `ended` newest first. */
  readonly orderedBy: 'submitted' | 'due' | 'held' | 'finished' | 'ended';
}

export const QUEUES: readonly Queue[] = [
  { name: 'new', roles: ['intake'], states: [State.New], orderedBy: 'submitted' },
  { name: 'accepted', roles: ['examiner', 'intake'], states: [State.Accepted], orderedBy: 'due' },
  {
    name: 'mine',
    roles: ['examiner'],
    states: [State.InProgress],
    mine: true,
    proposed: false,
    orderedBy: 'due',
  },
  {
    name: 'to-sign',
    roles: ['leader', 'examiner'],
    states: [State.InProgress],
    proposed: true,
    orderedBy: 'due',
  },
  { name: 'in-progress', roles: ['leader', 'intake'], states: [State.InProgress], orderedBy: 'due' },
  {
    name: 'supplement',
    roles: ['intake', 'examiner', 'leader'],
    states: [State.SupplementAsked],
    orderedBy: 'held',
  },
  { name: 'to-deliver', roles: ['intake'], states: [State.Finished], orderedBy: 'finished' },
  { name: 'done', roles: ['intake', 'examiner', 'leader'], states: FINAL, orderedBy: 'ended' },
];

/** The queues of someone with these roles, in the table's order. */
export function queuesFor(roles: readonly SeatRole[]): readonly Queue[] {
  return QUEUES.filter((queue) => queue.roles.some((role) => roles.includes(role)));
}
