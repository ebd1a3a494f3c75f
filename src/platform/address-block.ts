// Whom a count by address counts: one line has one IPv4 address, but a whole /64 of IPv6 addresses and takes another when it likes.
import { isIPv4, isIPv6 } from 'node:net';

/**
 * The block that an address is counted under: IPv6 by its /64 (`2001:db8:1:2::/64`), an IPv4 address as it is, also where
 * it is written within IPv6 (`::ffff:203.0.113.9`). What is no address is left as it is.
 */
export function addressBlock(address: string): string {
  // Nearly all are of this kind, and telling what is IPv6 costs more.
  if (!address.includes(':')) return address;
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  const groups = eightGroups(plain);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    const [high = 0, low = 0] = groups.slice(6);
    return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/**
 * The class of an address, for logs: where somebody is about, and not who: IPv4 by its /24 (`203.0.113.0/24`), IPv6 by its /48
 * (`2001:db8:1::/48`). Of what is no address, nothing. @param address an address, or the block it lies in
 */
export function addressClass(address: string): string {
  const block = addressBlock(address);
  if (isIPv4(block)) return `${block.split('.').slice(0, 3).join('.')}.0/24`;
  return block.endsWith('::/64') ? `${block.split(':').slice(0, 3).join(':')}::/48` : '';
}

function eightGroups(address: string): number[] {
  // The parser of addresses writes it in one way only: lower case, an IPv4 tail as two groups.
  const written = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = written.split('::');
  const read = (text: string) =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  if (tail === undefined) return read(head);
  const [front, back] = [read(head), read(tail)];
  return [...front, ...Array<number>(8 - front.length - back.length).fill(0), ...back];
}
