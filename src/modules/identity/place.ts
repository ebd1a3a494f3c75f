// Where somebody asks from: a browser that proved this account before is counted apart from every stranger.
import { sha256 } from '../../platform/crypto.ts';
import { knownBrowser, rememberBrowser } from '../../platform/known-browser.ts';
import { resetLimit } from '../../platform/limits.ts';
import type { Identity, Moment } from './identity.ts';
import { type Place, passwordGuess } from './limits.ts';
import { type AccountRow, accountById } from './store.ts';

/** With the password in it: a new one makes every browser a stranger again. */
const whose = (account: AccountRow) => `account:${account.id}:${sha256(account.password_hash).slice(0, 16)}`;

/** The place for an account; for a name that is nobody's, the address. */
export function placeOf(identity: Identity, account: AccountRow | undefined, moment: Moment): Place {
  const known = account && knownBrowser(identity.secret, moment.browser, whose(account), moment.now);
  return known ? { name: known, known: true } : { name: moment.address, known: false };
}

/**
 * The cookie of a browser that an account's code has just been typed in, with its mark for that account.
 * @throws Error when there is no such account
 */
export async function markBrowser(identity: Identity, accountId: string, moment: Moment): Promise<string> {
  return marked(identity, await held(identity, accountId), moment);
}

/** The same for one that may type passwords at once, however many wrong ones came from it before. */
export async function welcomeBrowser(identity: Identity, accountId: string, moment: Moment): Promise<string> {
  const account = await held(identity, accountId);
  const browser = marked(identity, account, moment);
  const place = placeOf(identity, account, { ...moment, browser });
  await resetLimit(identity.db, passwordGuess(identity, account.id, place, moment.address).key);
  return browser;
}

const marked = (identity: Identity, account: AccountRow, { browser, now }: Moment) =>
  rememberBrowser(identity.secret, browser, whose(account), now);

async function held({ db }: Identity, accountId: string): Promise<AccountRow> {
  const account = await accountById(db, accountId);
  if (!account) throw new Error('no account to know a browser by');
  return account;
}
