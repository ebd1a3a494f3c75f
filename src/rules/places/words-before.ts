// Words that stand before the name of a place and say what it is: a unit of the State, or something within a commune.
import { type Word, wordOf } from '../terms/search-text.ts';
import { fitOf } from './place-text.ts';

export type UnitLevel = 'province' | 'district' | 'commune';

/** "thị xã", "TX": what kind of unit follows. */
export interface UnitWord {
  readonly levels: readonly UnitLevel[];
  readonly types: readonly string[];
}

const unit = (levels: readonly UnitLevel[], ...types: string[]): UnitWord => ({ levels, types });
const CITY = unit(['province', 'district'], 'thành phố');
const COMMUNE: readonly UnitLevel[] = ['commune'];
const DISTRICT: readonly UnitLevel[] = ['district'];

// As the unit itself is written, then its abbreviations. Without marks: marks are compared where the person typed some.
const UNIT_WORDS: readonly (readonly [string, UnitWord])[] = [
  ['thành phố', CITY],
  ['tp', CITY],
  ['t p', CITY],
  ['tỉnh', unit(['province'], 'tỉnh')],
  ['t', unit(['province'], 'tỉnh')],
  ['huyện', unit(DISTRICT, 'huyện')],
  ['h', unit(DISTRICT, 'huyện')],
  ['quận', unit(DISTRICT, 'quận')],
  ['q', unit(DISTRICT, 'quận')],
  ['thị xã', unit(DISTRICT, 'thị xã')],
  ['tx', unit(DISTRICT, 'thị xã')],
  ['t x', unit(DISTRICT, 'thị xã')],
  ['xã', unit(COMMUNE, 'xã')],
  ['x', unit(COMMUNE, 'xã')],
  ['phường', unit(COMMUNE, 'phường')],
  ['p', unit(COMMUNE, 'phường')],
  ['f', unit(COMMUNE, 'phường')],
  ['thị trấn', unit(COMMUNE, 'thị trấn')],
  ['tt', unit(COMMUNE, 'thị trấn')],
  ['t t', unit(COMMUNE, 'thị trấn')],
  ['đặc khu', unit(COMMUNE, 'đặc khu')],
  ['đk', unit(COMMUNE, 'đặc khu')],
];

/** What lies within a commune: hamlets, quarters, streets, houses. */
const WITHIN_A_COMMUNE = new Set(
  (
    'thôn bản buôn bon ấp làng xóm tổ tdp khu kp khóm khối phum sóc plei plây đội cụm ngõ ngách hẻm kiệt đường phố ' +
    'số sn nhà căn chung tòa lô km quốc ql tl đại kdt kđt ktt kcn tiểu tầng phòng block cư dãy ô trạm chợ bệnh bv trường xứ'
  ).split(' '),
);

const bare = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replaceAll('đ', 'd');
const within = new Map([...WITHIN_A_COMMUNE].map((word) => [bare(word), word]));
const units = UNIT_WORDS.map(([said, means]) => ({ said: said.split(' '), means }));

/** The unit word that begins at a place in the words, and how many words it takes. */
export function unitWordAt(
  words: readonly Word[],
  at: number,
): { readonly length: number; readonly means: UnitWord } | undefined {
  const found = units.find(({ said }) => said.every((word, n) => isSaid(words[at + n], word)));
  return found && { length: found.said.length, means: found.means };
}

/** Whether something within a commune begins here: "thôn", "tổ", "số", a house number. */
export function beginsDetail(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const said = within.get(bare(word.shown));
  return said === undefined ? /^\d/u.test(word.shown) : isSaid(word, said);
}

/** Said with its marks, some of them or none: "tỉnh" and "tinh" are the word, "tĩnh" is not. */
function isSaid(word: Word | undefined, said: string): boolean {
  if (word === undefined) return false;
  if (word.shown === said) return true;
  return bare(word.shown) === bare(said) && fitOf([word], [wordOf(said)]) !== 'otherMarks';
}
