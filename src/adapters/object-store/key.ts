// How a name becomes a place: aa/bb/<sha-256>, the same on disk and in a bucket, so that one can be copied into the other.

const SHA256 = /^[0-9a-f]{64}$/u;
const KEY = /^[0-9a-f]{2}\/[0-9a-f]{2}\/(?<name>[0-9a-f]{64})$/u;

/** `aa/bb/aabb…`. @throws RangeError when it is not a SHA-256 in hexadecimal */
export function keyOf(sha256: string): string {
  if (!SHA256.test(sha256)) throw new RangeError('not a SHA-256');
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

/** The name of what lies at a key; undefined when it is none of ours. */
export function nameAt(key: string): string | undefined {
  const name = KEY.exec(key)?.groups?.name;
  return name && keyOf(name) === key ? name : undefined;
}
