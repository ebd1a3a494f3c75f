// The only door of dossiers: drafts, acts, reads, papers.
export { type Accepted, accept } from './accept.ts';
export { answerSupplement } from './answer-supplement.ts';
export { type AskedItem, askForSupplement, type SupplementRequest } from './ask-for-supplement.ts';
export type { AgencyTerms, Books, ComponentTerms, ProcedureTerms } from './books.ts';
export { type Delivery, deliver } from './deliver.ts';
export { deliveryWords } from './delivery.ts';
export { doneBefore } from './done-before.ts';
export type {
  Dossier,
  DossierFile,
  GivenFile,
  Hop,
  LockedDossier,
  MoneyState,
  Proposal,
  ProposedResult,
  Settlement,
  Supplement,
  WholeDossier,
} from './dossier.ts';
export { openProposalOf, openSupplementOf } from './dossier.ts';
export type { Draft, DraftChange } from './draft.ts';
export {
  attachFile,
  changeDraft,
  deleteDraft,
  detachFile,
  FIRST_STEP,
  findDraft,
  listDrafts,
  saveDraft,
  startDraft,
} from './drafts.ts';
export { DossierFact, streamOf } from './facts.ts';
export { type FeeLine, type FeeQuote, NO_FEE } from './fee.ts';
export { type Finishing, finish, openForSigning } from './finish.ts';
export {
  type Difference,
  type DossiersHeld,
  dossiersHeld,
  holdAgainstJournal,
} from './hold-against-journal.ts';
export { type ActRequest, citizenWho } from './judged.ts';
export { viewOfWhole } from './lifecycle-view.ts';
export { type OpenedDossier, openAtDesk } from './open-at-desk.ts';
export { type Done, performPlain } from './perform.ts';
export { previewRefusal, previewSupplement } from './preview-slips.ts';
export { propose } from './propose.ts';
export { takeUpload, uploadEnded } from './quotas.ts';
export {
  type Asking,
  findDossier,
  findOwnDossier,
  listOwnDossiers,
  lookUp,
  noticeView,
  noticeViews,
  OWN_PAGE,
  publicMark,
  publicState,
} from './reads.ts';
export {
  CHANGED_MEANWHILE,
  DRAFT_NOT_FOUND,
  dossierSentences,
  type Incomplete,
  NOT_FOUND,
} from './refusals.ts';
export { type IntakeRefusal, refuseIntake } from './refuse-intake.ts';
export { returnToExaminer } from './return-to-examiner.ts';
export { markSettled, settleAtDesk } from './settle-fee.ts';
export { type PaperFile, paperFile } from './slips.ts';
export { firstMissing, type Sending, type Submitted, submitDraft } from './submit.ts';
export { addSupplementFile, changeSupplementAnswers, removeSupplementFile } from './supplement-draft.ts';
export { take } from './take.ts';
export type { NoticeView, PublicMark, PublicState } from './told-store.ts';
export { whyDueIn } from './why-due.ts';
export { withdraw } from './withdraw.ts';
