// Ids, secrets and digests.
import { createHash, createHmac, randomBytes, randomInt, randomUUIDv7, timingSafeEqual } from 'node:crypto';

/** A new UUIDv7: sorts by time, so indexes grow at one end. */
export function newId<T extends string = string>(): T {
  return randomUUIDv7() as T;
}

/** 256 random bits, URL-safe. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

export function hmac(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

/** Compares without telling by time where two strings of the same length differ. */
export function sameSecret(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}

/** The parts of a signed text; none of them when there are more or fewer: what stands behind its signature is no part of it. */
export function signedParts(text: string, count: number): readonly string[] {
  const parts = text.split('.');
  return parts.length === count ? parts : [];
}

// No 0/O, 1/I/L: read over a telephone without mistakes.
const SPOKEN = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A random code of `length` characters that can be read aloud. */
export function spokenCode(length: number): string {
  return Array.from({ length }, () => SPOKEN[randomInt(SPOKEN.length)]).join('');
}

/** `length` random decimal digits. */
export function digits(length: number): string {
  return Array.from({ length }, () => String(randomInt(10))).join('');
}
