// Who signs, in the words above the signature (NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.7).

/** "UBND xã Hiệp Hòa" as a document writes it out. */
export function fullName(agency: string): string {
  return agency.replace(/^UBND\b/u, 'Ủy ban nhân dân');
}

/**
 * The lines above a signature. The last line of `lines` is the head's title. A deputy signs for the head ("KT. CHỦ TỊCH",
 * then his own title); who is charged with the head's office signs with "Q."; lines before it stay as they are.
 * @param lines as the template has them for the head: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"
 * @param title of the signer's seat: "Phó Chủ tịch Ủy ban nhân dân xã"; one that is neither head nor deputy changes nothing
 */
export function signingBlock(lines: readonly string[], title: string): readonly string[] {
  const head = lines.at(-1) ?? '';
  const office = (before: string) =>
    title.normalize('NFC').toLocaleUpperCase('vi').startsWith(`${before} ${head}`);
  if (office('PHÓ')) return [...lines.slice(0, -1), `KT. ${head}`, `PHÓ ${head}`];
  if (office('QUYỀN')) return [...lines.slice(0, -1), `Q. ${head}`];
  return lines;
}
