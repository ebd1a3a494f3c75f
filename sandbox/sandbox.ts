// What every part of the sandbox shares: its options, its memory and the country's clock.
import type { VirtualClock } from './clock.ts';
import type { Memory } from './memory.ts';

export interface SandboxOptions {
  /** The state folder, `MOTCUA_VAR`: clock.json, demo-people.json and sandbox/ live there. */
  readonly varDir: string;
  readonly portalUrl: string;
  readonly accountUrl: string;
  readonly deskUrl: string;
  /** Shared with the portal, `BANK_WEBHOOK_SECRET`. */
  readonly bankSecret: string;
  /** How slow "slow" is, ms; 8,000 when absent. */
  readonly slowMs?: number;
  /** Waits between tries to deliver a transfer notice, ms. */
  readonly retryMs?: readonly number[];
  /** Milliseconds since 1970 of the real clock; Date.now when absent. */
  readonly realNow?: () => number;
}

export interface Sandbox {
  readonly options: SandboxOptions;
  readonly memory: Memory;
  readonly clock: VirtualClock;
  /** Resolves after the configured slowness, or at once when the sandbox closes. */
  dawdle(): Promise<void>;
}

/** `0912345678` from 0…, 84…, +84… or 0084…; undefined when it is no Vietnamese mobile number. */
export function localPhone(text: string): string | undefined {
  const digits = text.replace(/\D/gu, '').replace(/^(?:00)?84(?=\d{9}$)/u, '0');
  return /^0[35789]\d{8}$/u.test(digits) ? digits : undefined;
}

/** Every secret of the sandbox begins so; a real key sent here by mistake is refused. */
export function isSandboxKey(key: string): boolean {
  return key.startsWith('sandbox');
}
