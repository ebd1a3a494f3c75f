// The door of the notices module.
export { MessageFact } from './facts.ts';
export { type BillNotice, type DossierNotice, noticeOfBill, noticeOfDossier } from './notice-of.ts';
export type { E164, ShortMessage, SmsOutcome, SmsPort } from './ports.ts';
export { type QueueInput, queueMessage } from './queue-message.ts';
export { findMessages, type MessageView } from './reads.ts';
export { NotSentYet, type SendOutcome, sendMessage } from './send-message.ts';
