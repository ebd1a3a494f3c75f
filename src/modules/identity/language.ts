// What somebody reads, as they last chose it: kept with the account, so that another device speaks it too.
import type { Db } from '../../platform/db.ts';
import type { AccountId, Language } from '../../rules/kernel/index.ts';
import { writeLanguage } from './store.ts';

/** Keeps a choice of language; nothing is written when it is the one kept already. */
export function rememberLanguage(db: Db, accountId: AccountId | string, language: Language): Promise<void> {
  return writeLanguage(db, accountId, language);
}
