// The same in English.
import type { vi } from './password-told.vi.ts';

export const en: typeof vi = ({ account, at }) =>
  `The password of account ${account} was reset at ${at}. If it was not you, tell a one-stop desk at once.`;
