// The door of the payments module.
export {
  type Bill,
  type BillLine,
  type BillState,
  type BillSubject,
  leftToPay,
  type Payee,
  type TransferBill,
} from './bill.ts';
export { cancelBill } from './cancel-bill.ts';
export { type BillInput, type BillPayee, createBill } from './create-bill.ts';
export { type ExemptionInput, exempt, faultsIn } from './exempt.ts';
export { BillFact } from './facts.ts';
export type { Outcome } from './judge.ts';
export { lastNoticeAt } from './notice-store.ts';
export type { BankNoticePort, BankTransfer, BillAnswer, BillInquiryPort, RequestHeaders } from './ports.ts';
export {
  answerInquiry,
  billFor,
  type Held,
  heldBeyond,
  heldFor,
  listSuspense,
  payloadOf,
  receiptsFor,
  type Suspended,
  sumOf,
} from './reads.ts';
export {
  type CashReceipt,
  type ExemptionReceipt,
  givenBefore,
  moneyIn,
  type Receipt,
  type TransferReceipt,
} from './receipt.ts';
export { type CashInput, receiveCash } from './receive-cash.ts';
export { decideWaiting, type Received, receiveTransfer, type TransferInput } from './receive-transfer.ts';
export { type PaymentRefusal, paymentSentences } from './refusals.ts';
