// The only door of worklists.
export { QUEUES, type Queue, type QueueName, queuesFor } from './queues.ts';
export {
  type Appointment,
  appointmentsOn,
  type Counts,
  countsOf,
  PAGE_ROWS,
  pageOf,
  type Seat,
  search,
  seatsOf,
  type WaitingDossier,
  type WorkPage,
} from './reads.ts';
