// Dates and hours as official papers write them (NĐ 30/2020, Phụ lục I): a day below 10 and the months 1 and 2 take a
// leading zero so that nobody can add a figure in front; month 3 and later do not.

const two = (n: number) => String(n).padStart(2, '0');

/** `ngày 05 tháng 02 năm 2026`, `ngày 15 tháng 3 năm 2026` */
export function documentDate(date: Temporal.PlainDate | Temporal.PlainDateTime): string {
  const month = date.month <= 2 ? two(date.month) : String(date.month);
  return `ngày ${two(date.day)} tháng ${month} năm ${date.year}`;
}

/** `09 giờ 05 phút, ngày 27 tháng 11 năm 2026` */
export function documentDateTime(at: Temporal.PlainDateTime): string {
  return `${two(at.hour)} giờ ${two(at.minute)} phút, ${documentDate(at)}`;
}

/** `Hiệp Hòa, ngày 05 tháng 02 năm 2026` */
export function placeAndDate(place: string, date: Temporal.PlainDate): string {
  return `${place}, ${documentDate(date)}`;
}
