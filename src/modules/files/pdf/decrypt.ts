// The standard security handler (ISO 32000-1, 7.6.3; ISO 32000-2, 7.6.4) for the one question we ask: does the file open
// without a password, and if so, what is in its streams? A permission asked of the reader ("owner password") locks nothing.
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { isDictionary, nameOf, type PdfDictionary, type PdfValue, stringOf } from './values.ts';

/** `asks`: a password, or a certificate, or a way of locking that is not known here. */
export type Opened = { readonly kind: 'asks' } | { readonly kind: 'open'; readonly decrypt: Decrypt };

/** The plain bytes of a stream of this object. */
export type Decrypt = (data: Uint8Array, object: number, generation: number) => Buffer;

type Cipher = 'none' | 'rc4' | 'aes';

const PAD = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const NO_PASSWORD = Buffer.alloc(0);
const md5 = (...parts: Uint8Array[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('md5')).digest();

interface Handler {
  readonly version: number;
  readonly revision: number;
  /** Bytes of the key. */
  readonly length: number;
  readonly cipher: Cipher;
  readonly entry: (key: string) => Buffer;
  readonly encrypt: PdfDictionary;
}

/**
 * Tries to open a file without a password.
 * @param id the first half of the trailer's ID
 */
export function openWithoutPassword(
  encrypt: PdfDictionary,
  id: string,
  follow: (value: PdfValue | undefined) => PdfValue | undefined,
): Opened {
  const handler = handlerOf(encrypt, follow);
  if (!handler) return { kind: 'asks' };
  const key = handler.revision >= 5 ? keyOfToday(handler) : keyOfOld(handler, Buffer.from(id, 'latin1'));
  if (!key) return { kind: 'asks' };
  return {
    kind: 'open',
    decrypt: (data, object, generation) => plain(handler, key, data, object, generation),
  };
}

function handlerOf(
  encrypt: PdfDictionary,
  follow: (value: PdfValue | undefined) => PdfValue | undefined,
): Handler | undefined {
  const number = (key: string) => {
    const value = follow(encrypt.get(key));
    return typeof value === 'number' ? value : 0;
  };
  const version = number('V');
  const revision = number('R');
  if (nameOf(follow(encrypt.get('Filter'))) !== 'Standard') return undefined;
  if (![1, 2, 4, 5].includes(version) || revision < 2 || revision > 6) return undefined;
  const cipher = version < 4 ? 'rc4' : cipherOf(encrypt, follow);
  if (!cipher) return undefined;
  const bits = version === 1 ? 40 : version === 4 ? 128 : number('Length') || 40;
  const entry = (key: string) => Buffer.from(stringOf(follow(encrypt.get(key))) ?? '', 'latin1');
  return { version, revision, length: Math.min(32, Math.max(5, bits >> 3)), cipher, entry, encrypt };
}

/** How streams are locked: 7.6.5. */
function cipherOf(
  encrypt: PdfDictionary,
  follow: (value: PdfValue | undefined) => PdfValue | undefined,
): Cipher | undefined {
  const named = nameOf(follow(encrypt.get('StmF'))) ?? 'Identity';
  if (named === 'Identity') return 'none';
  const filters = follow(encrypt.get('CF'));
  const found = isDictionary(filters) ? follow(filters.get(named)) : undefined;
  const method = isDictionary(found) ? nameOf(follow(found.get('CFM'))) : undefined;
  if (method === 'None' || method === undefined) return 'none';
  if (method === 'V2') return 'rc4';
  return method === 'AESV2' || method === 'AESV3' ? 'aes' : undefined;
}

/** Algorithms 2, 4 and 5: the key, when the empty password is the right one. */
function keyOfOld({ revision, length, entry, encrypt }: Handler, id: Buffer): Buffer | undefined {
  const permissions = Buffer.alloc(4);
  const asked = encrypt.get('P');
  permissions.writeInt32LE((typeof asked === 'number' ? asked : 0) | 0);
  const bare = revision >= 4 && encrypt.get('EncryptMetadata') === false ? Buffer.alloc(4, 255) : NO_PASSWORD;
  let key = md5(PAD, entry('O').subarray(0, 32), permissions, id, bare);
  if (revision >= 3) for (let round = 0; round < 50; round += 1) key = md5(key.subarray(0, length));
  key = key.subarray(0, revision === 2 ? 5 : Math.min(16, length));
  if (revision === 2) return rc4(key, PAD).equals(entry('U').subarray(0, 32)) ? key : undefined;
  let check = rc4(key, md5(PAD, id));
  for (let round = 1; round <= 19; round += 1)
    check = rc4(
      key.map((byte) => byte ^ round),
      check,
    );
  return check.equals(entry('U').subarray(0, 16)) ? key : undefined;
}

/** Algorithm 2.A of ISO 32000-2, of the user's side. */
function keyOfToday({ revision, entry }: Handler): Buffer | undefined {
  const user = entry('U');
  if (user.length < 48) return undefined;
  const hash = revision === 5 ? sha256 : hardened;
  if (!hash(user.subarray(32, 40)).equals(user.subarray(0, 32))) return undefined;
  const decipher = createDecipheriv('aes-256-cbc', hash(user.subarray(40, 48)), Buffer.alloc(16));
  decipher.setAutoPadding(false);
  return Buffer.concat([decipher.update(entry('UE').subarray(0, 32)), decipher.final()]);
}

const sha256 = (salt: Uint8Array) => createHash('sha256').update(salt).digest();

/** Algorithm 2.B, for the empty password. */
function hardened(salt: Uint8Array): Buffer {
  let key = sha256(salt);
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
    cipher.setAutoPadding(false);
    const mixed = cipher.update(Buffer.concat(Array(64).fill(key)));
    const kind = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = createHash(['sha256', 'sha384', 'sha512'][kind] as string)
      .update(mixed)
      .digest();
    last = mixed.at(-1) as number;
  }
  return key.subarray(0, 32);
}

/** Algorithms 1 and 1.A. */
function plain(handler: Handler, key: Buffer, data: Uint8Array, object: number, generation: number): Buffer {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  if (handler.cipher === 'none') return bytes;
  const own = handler.version === 5 ? key : keyOfObject(handler, key, object, generation);
  if (handler.cipher === 'rc4') return rc4(own, bytes);
  const whole = bytes.subarray(16, bytes.length - (bytes.length % 16));
  if (whole.length === 0) return Buffer.alloc(0);
  const decipher = createDecipheriv(
    own.length === 32 ? 'aes-256-cbc' : 'aes-128-cbc',
    own,
    bytes.subarray(0, 16),
  );
  decipher.setAutoPadding(false);
  const out = Buffer.concat([decipher.update(whole), decipher.final()]);
  const padding = out.at(-1) as number;
  return padding >= 1 && padding <= 16 ? out.subarray(0, out.length - padding) : out;
}

function keyOfObject({ cipher, length }: Handler, key: Buffer, object: number, generation: number): Buffer {
  const parts = Buffer.alloc(5);
  parts.writeUIntLE(object & 0xffffff, 0, 3);
  parts.writeUIntLE(generation & 0xffff, 3, 2);
  const salt = cipher === 'aes' ? Buffer.from('sAlT') : NO_PASSWORD;
  const most = Math.min(16, Math.min(key.length, length) + 5);
  return md5(key, parts, salt).subarray(0, cipher === 'aes' ? 16 : most);
}

/** RC4, which today's crypto libraries no longer offer: old files are still locked with it. */
function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const box = Uint8Array.from({ length: 256 }, (_, at) => at);
  for (let at = 0, mix = 0; at < 256; at += 1) {
    mix = (mix + (box[at] as number) + (key[at % key.length] as number)) & 255;
    [box[at], box[mix]] = [box[mix] as number, box[at] as number];
  }
  const out = Buffer.alloc(data.length);
  for (let at = 0, i = 0, j = 0; at < data.length; at += 1) {
    i = (i + 1) & 255;
    const a = box[i] as number;
    j = (j + a) & 255;
    const b = box[j] as number;
    box[i] = b;
    box[j] = a;
    out[at] = (data[at] as number) ^ (box[(a + b) & 255] as number);
  }
  return out;
}
