// The door of the notices module.
export { MessageFact } from './facts.ts';
export { type Letter, letterOfBill, letterOfDossier } from './letter-of.ts';
export {
  type BillNotice,
  type DossierNotice,
  noticeOfBill,
  noticeOfDossier,
  type ShortNotice,
} from './notice-of.ts';
export {
  type Channel,
  type ChannelMessage,
  type Recipient,
  type SendingOutcome,
  SHORT_MESSAGES,
} from './ports.ts';
export { type QueueInput, queueMessage, queueMessages } from './queue-message.ts';
export { findMessages, findNews, type MessageQueue, type MessageView, messageQueue } from './reads.ts';
export { dropMessages, NotSentYet, type SendOutcome, sendMessages } from './send-messages.ts';
export type { News, Route } from './store.ts';
export { type Addressed, chooseWays, type Way, waysToEach } from './ways.ts';
