// What the register of units does not know, because it begins on 31/08/2004 or because nobody decided it: provinces that were
// divided before, and what everybody calls a place.

/** A name of old or of every day, and the provinces (or cities) of the register it stands for. */
export interface FormerName {
  readonly said: string;
  readonly means: readonly string[];
  /** Another unit bears this name by right: the old one counts only above a smaller place. */
  readonly onlyAbove?: true;
  /** By what it was divided. */
  readonly law?: string;
}

const IN_1978 = 'Nghị quyết của Quốc hội ngày 29/12/1978';
const IN_1989 = 'Nghị quyết của Quốc hội ngày 30/06/1989';
const IN_AUGUST_1991 = 'Nghị quyết của Quốc hội ngày 12/08/1991';
const IN_DECEMBER_1991 = 'Nghị quyết của Quốc hội ngày 26/12/1991';
const IN_1996 = 'Nghị quyết của Quốc hội ngày 06/11/1996';
const IN_2003 = 'Nghị quyết 22/2003/QH11';

export const FORMER_NAMES: readonly FormerName[] = [
  { said: 'Cao Lạng', means: ['Cao Bằng', 'Lạng Sơn'], law: IN_1978 },
  { said: 'Bình Trị Thiên', means: ['Quảng Bình', 'Quảng Trị', 'Thừa Thiên Huế', 'Huế'], law: IN_1989 },
  { said: 'Nghĩa Bình', means: ['Quảng Ngãi', 'Bình Định'], law: IN_1989 },
  { said: 'Phú Khánh', means: ['Phú Yên', 'Khánh Hòa'], law: IN_1989 },
  { said: 'Hà Sơn Bình', means: ['Hà Tây', 'Hòa Bình'], law: IN_AUGUST_1991 },
  { said: 'Hà Nam Ninh', means: ['Hà Nam', 'Nam Định', 'Ninh Bình'], law: IN_DECEMBER_1991 },
  { said: 'Nghệ Tĩnh', means: ['Nghệ An', 'Hà Tĩnh'], law: IN_AUGUST_1991 },
  { said: 'Hoàng Liên Sơn', means: ['Lào Cai', 'Yên Bái'], law: IN_AUGUST_1991 },
  { said: 'Hà Tuyên', means: ['Hà Giang', 'Tuyên Quang'], law: IN_AUGUST_1991 },
  { said: 'Gia Lai Kon Tum', means: ['Gia Lai', 'Kon Tum'], law: IN_AUGUST_1991 },
  { said: 'Thuận Hải', means: ['Ninh Thuận', 'Bình Thuận'], law: IN_DECEMBER_1991 },
  { said: 'Hậu Giang', means: ['Cần Thơ', 'Sóc Trăng'], law: IN_DECEMBER_1991, onlyAbove: true },
  { said: 'Cửu Long', means: ['Vĩnh Long', 'Trà Vinh'], law: IN_DECEMBER_1991 },
  { said: 'Bắc Thái', means: ['Bắc Kạn', 'Thái Nguyên'], law: IN_1996 },
  { said: 'Hà Bắc', means: ['Bắc Giang', 'Bắc Ninh'], law: IN_1996 },
  { said: 'Nam Hà', means: ['Hà Nam', 'Nam Định'], law: IN_1996 },
  { said: 'Hải Hưng', means: ['Hải Dương', 'Hưng Yên'], law: IN_1996 },
  { said: 'Vĩnh Phú', means: ['Vĩnh Phúc', 'Phú Thọ'], law: IN_1996 },
  { said: 'Quảng Nam Đà Nẵng', means: ['Quảng Nam', 'Đà Nẵng'], law: IN_1996 },
  { said: 'Sông Bé', means: ['Bình Dương', 'Bình Phước'], law: IN_1996 },
  { said: 'Minh Hải', means: ['Cà Mau', 'Bạc Liêu'], law: IN_1996 },
  { said: 'Đắk Lắk', means: ['Đắk Nông'], law: IN_2003, onlyAbove: true },
  { said: 'Lai Châu', means: ['Điện Biên'], law: IN_2003, onlyAbove: true },
  { said: 'Cần Thơ', means: ['Hậu Giang'], law: IN_2003, onlyAbove: true },
  { said: 'Sài Gòn', means: ['Hồ Chí Minh'] },
  { said: 'SG', means: ['Hồ Chí Minh'] },
  { said: 'HCM', means: ['Hồ Chí Minh'] },
  { said: 'TPHCM', means: ['Hồ Chí Minh'] },
  { said: 'TP HCM', means: ['Hồ Chí Minh'] },
  { said: 'HN', means: ['Hà Nội'] },
  { said: 'BRVT', means: ['Bà Rịa - Vũng Tàu'] },
  { said: 'BR VT', means: ['Bà Rịa - Vũng Tàu'] },
  { said: 'TT Huế', means: ['Thừa Thiên Huế', 'Huế'] },
  { said: 'TTH', means: ['Thừa Thiên Huế'] },
  { said: 'Đắc Lắc', means: ['Đắk Lắk'] },
  { said: 'Đắc Nông', means: ['Đắk Nông'] },
  { said: 'Bắc Cạn', means: ['Bắc Kạn'] },
  { said: 'Ban Mê Thuột', means: ['Buôn Ma Thuột'] },
  { said: 'Buôn Mê Thuột', means: ['Buôn Ma Thuột'] },
];
