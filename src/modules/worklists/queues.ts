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
  /** Of ended dossiers: newest first, and not counted. Any other has the most pressing first (`desk_order` of the table). */
  readonly ended?: true;
}

export const QUEUES: readonly Queue[] = [
  { name: 'new', roles: ['intake'], states: [State.New] },
  { name: 'accepted', roles: ['examiner', 'intake'], states: [State.Accepted] },
  {
    name: 'mine',
    roles: ['examiner'],
    states: [State.InProgress],
    mine: true,
    proposed: false,
  },
  {
    name: 'to-sign',
    roles: ['leader', 'examiner'],
    states: [State.InProgress],
    proposed: true,
  },
  { name: 'in-progress', roles: ['leader', 'intake'], states: [State.InProgress] },
  {
    name: 'supplement',
    roles: ['intake', 'examiner', 'leader'],
    states: [State.SupplementAsked],
  },
  { name: 'to-deliver', roles: ['intake'], states: [State.Finished] },
  { name: 'done', roles: ['intake', 'examiner', 'leader'], states: FINAL, ended: true },
];

/** The queues of someone with these roles, in the table's order. */
export function queuesFor(roles: readonly SeatRole[]): readonly Queue[] {
  return QUEUES.filter((queue) => queue.roles.some((role) => roles.includes(role)));
}
