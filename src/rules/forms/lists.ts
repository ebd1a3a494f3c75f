// Lists that forms choose from: peoples of Vietnam by the codes of 121-TCTK/PPCĐ (1979), countries by ISO 3166, sexes.
import type { Option } from './field.ts';

export const GENDERS: readonly Option[] = [
  { value: 'male', label: 'Nam' },
  { value: 'female', label: 'Nữ' },
];

/** The 54 peoples; 55 is a foreigner, 00 is "not known or another". */
export const ETHNIC_GROUPS: readonly Option[] = [
  { value: '01', label: 'Kinh' },
  { value: '02', label: 'Tày' },
  { value: '03', label: 'Thái' },
  { value: '04', label: 'Hoa' },
  { value: '05', label: 'Khơ-me' },
  { value: '06', label: 'Mường' },
  { value: '07', label: 'Nùng' },
  { value: '08', label: 'HMông' },
  { value: '09', label: 'Dao' },
  { value: '10', label: 'Gia-rai' },
  { value: '11', label: 'Ngái' },
  { value: '12', label: 'Ê-đê' },
  { value: '13', label: 'Ba-na' },
  { value: '14', label: 'Xơ-Đăng' },
  { value: '15', label: 'Sán Chay' },
  { value: '16', label: 'Cơ-ho' },
  { value: '17', label: 'Chăm' },
  { value: '18', label: 'Sán Dìu' },
  { value: '19', label: 'Hrê' },
  { value: '20', label: 'Mnông' },
  { value: '21', label: 'Ra-glai' },
  { value: '22', label: 'Xtiêng' },
  { value: '23', label: 'Bru-Vân Kiều' },
  { value: '24', label: 'Thổ' },
  { value: '25', label: 'Giáy' },
  { value: '26', label: 'Cơ-tu' },
  { value: '27', label: 'Gié-Triêng' },
  { value: '28', label: 'Mạ' },
  { value: '29', label: 'Khơ-mú' },
  { value: '30', label: 'Co' },
  { value: '31', label: 'Ta-ôi' },
  { value: '32', label: 'Chơ-ro' },
  { value: '33', label: 'Kháng' },
  { value: '34', label: 'Xinh-mun' },
  { value: '35', label: 'Hà Nhì' },
  { value: '36', label: 'Chu-ru' },
  { value: '37', label: 'Lào' },
  { value: '38', label: 'La Chi' },
  { value: '39', label: 'La Ha' },
  { value: '40', label: 'Phù Lá' },
  { value: '41', label: 'La Hủ' },
  { value: '42', label: 'Lự' },
  { value: '43', label: 'Lô Lô' },
  { value: '44', label: 'Chứt' },
  { value: '45', label: 'Mảng' },
  { value: '46', label: 'Pà Thẻn' },
  { value: '47', label: 'Cơ Lao' },
  { value: '48', label: 'Cống' },
  { value: '49', label: 'Bố Y' },
  { value: '50', label: 'Si La' },
  { value: '51', label: 'Pu Péo' },
  { value: '52', label: 'Brâu' },
  { value: '53', label: 'Ơ Đu' },
  { value: '54', label: 'Rơ-măm' },
  { value: '55', label: 'Người nước ngoài' },
  { value: '00', label: 'Không xác định hoặc dân tộc khác' },
];

const ISO_3166 =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VU WF WS YE YT ZA ZM ZW';

const names = new Intl.DisplayNames(['vi'], { type: 'region' });

/** The Vietnamese name of a country code; the code itself when it is unknown. */
export function nameOfCountry(code: string): string {
  return /^[A-Z]{2}$/u.test(code) ? (names.of(code) ?? code).normalize('NFC') : code;
}

/** Việt Nam first, the others by name. */
export const COUNTRIES: readonly Option[] = [
  { value: 'VN', label: 'Việt Nam' },
  ...ISO_3166.split(' ')
    .map((code) => ({ value: code, label: nameOfCountry(code) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi')),
];

/** The countries a place abroad may lie in. */
export const ABROAD: readonly Option[] = COUNTRIES.filter(({ value }) => value !== 'VN');
