// The door of the payments module.
export type { Bill, BillLine, BillState, Payee } from './bill.ts';
export { cancelBill } from './cancel-bill.ts';
export { type BillInput, createBill } from './create-bill.ts';
export { BillFact } from './facts.ts';
export type { Outcome } from './judge.ts';
export type { BankNoticePort, BankTransfer, BillAnswer, BillInquiryPort, RequestHeaders } from './ports.ts';
export {
  answerInquiry,
  billFor,
  heldBeyond,
  leftToPay,
  listSuspense,
  payloadOf,
  type Suspended,
} from './reads.ts';
export { decideWaiting, type Received, receiveTransfer, type TransferInput } from './receive-transfer.ts';
