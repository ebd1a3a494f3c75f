// Argon2id from node:crypto, in threads that give way to pages, at most two at a time so that a rush of sign-ins cannot eat the memory.
import { type Argon2Parameters, randomBytes, timingSafeEqual } from 'node:crypto';
import { type AsideEnd, aside, threadProgram } from '../../platform/aside.ts';
import { Lane } from '../../platform/aside-lane.ts';
import { onlyOutside } from '../../platform/outside.ts';

const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const TAG_BYTES = 32;

export type HashOrder = Argon2Parameters;

const PROGRAM = threadProgram(
  import.meta.url,
  './password-hash.thread.ts',
  'modules/identity/password-hash.thread.js',
);
const BOUNDS = {
  seconds: 60,
  megabytes: 64,
  stays: true,
  lane: new Lane({ atOnce: 2, mostWaiting: Number.POSITIVE_INFINITY }),
};
let made = 0;

interface Shape {
  salt: Uint8Array;
  memory: number;
  passes: number;
  lanes: number;
  bytes: number;
}

async function digest(password: string, { salt, memory, passes, lanes, bytes }: Shape): Promise<Uint8Array> {
  const order: HashOrder = {
    message: Buffer.from(password.normalize('NFC'), 'utf8'),
    nonce: salt,
    parallelism: lanes,
    tagLength: bytes,
    memory,
    passes,
  };
  onlyOutside('a password is hashed');
  made += 1;
  const end: AsideEnd<Uint8Array> = await aside(PROGRAM, order, BOUNDS);
  if (end.kind === 'gaveUp') throw new Error(`a password was not hashed: ${end.reason}`);
  return end.value;
}

/** How many hashes this process has made. */
export const hashesMade = () => made;

const plainBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/u, '');

/** The password's hash as a PHC string, with its parameters and a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await digest(password, {
    salt,
    memory: MEMORY_KIB,
    passes: PASSES,
    lanes: LANES,
    bytes: TAG_BYTES,
  });
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${plainBase64(salt)}$${plainBase64(tag)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/u;

/** Whether the password made this hash. @throws Error when the hash is not ours: a broken row, not a wrong password */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const found = PHC.exec(hash);
  if (!found) throw new Error('not an Argon2id hash');
  const [, memory, passes, lanes, salt = '', tag = ''] = found;
  const expected = Buffer.from(tag, 'base64');
  const made = await digest(password, {
    salt: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    lanes: Number(lanes),
    bytes: expected.length,
  });
  return timingSafeEqual(made, expected);
}

// A tag nobody's password makes, with the parameters of a real one.
const NOBODYS = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${plainBase64(randomBytes(16))}$${plainBase64(randomBytes(TAG_BYTES))}`;

/** Spends the time of a real check on an account that does not exist, and always says no. */
export async function verifyAgainstNobody(password: string): Promise<false> {
  await verifyPassword(password, NOBODYS);
  return false;
}
