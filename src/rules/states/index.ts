// The national states of a dossier: beneath the lifecycle, which moves it between them, and the fees, which ask by them.
import { en } from './states.en.ts';
import { vi } from './states.vi.ts';

export { cameToNothing, FINAL, isBack, OPEN, State, stateOf } from './states.ts';
export const STATE_NAMES = { vi, en } as const;
