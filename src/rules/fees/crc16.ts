// The check sum at the end of every EMV QR payload: CRC-16/CCITT-FALSE over the UTF-8 bytes.

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (const part of encodeURIComponent(text.toWellFormed()).matchAll(/%([0-9A-F]{2})|[^%]/gu)) {
    bytes.push(part[1] === undefined ? part[0].charCodeAt(0) : Number.parseInt(part[1], 16));
  }
  return bytes;
}

/** Four capital hexadecimal digits; polynomial 0x1021, start 0xFFFF, nothing reflected. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of utf8(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
