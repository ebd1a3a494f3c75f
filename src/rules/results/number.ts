// The number of a document in its agency's book of the year.

/**
 * The number as the document says it: "07/2026/TB-UBND". Below ten a 0 stands in front (NĐ 30/2020/NĐ-CP, Phụ lục I,
 * phần I, mục II.3); it begins with 1 each year (Điều 15).
 * @param serial from 1
 * @param suffix what the kind of document adds behind the year; may be empty
 */
export function documentNumber(serial: number, year: number, suffix: string): string {
  return `${String(serial).padStart(2, '0')}/${year}${suffix}`;
}
