// The names of the people whose dossiers are filled in: the common ones as often as in life, for a search is as dear as its commonest name.

/** Families, one entry for each hundredth of the people (about; the rest is spread). */
const FAMILIES: readonly (readonly [name: string, share: number])[] = [
  ['Nguyễn', 38],
  ['Trần', 11],
  ['Lê', 9],
  ['Phạm', 7],
  ['Hoàng', 5],
  ['Vũ', 4],
  ['Đặng', 3],
  ['Bùi', 3],
  ['Đỗ', 3],
  ['Ngô', 2],
  ['Dương', 2],
  ['Phan', 2],
  ['Giáp', 2],
  ['Thân', 2],
  ['Chu', 1],
  ['Hà', 1],
  ['Lương', 1],
  ['Đào', 1],
  ['Trịnh', 1],
  ['Ngọ', 1],
  ['Tạ', 1],
];

const MIDDLES = 'Văn,Thị,Đức,Thị,Văn,Hữu,Thị Thu,Minh,Quang,Thị Ngọc,Văn,Thị Minh,Xuân,Công,Thanh,Thị'.split(
  ',',
);
const GIVEN =
  'An,Bình,Chi,Dũng,Hùng,Hương,Lan,Hoa,Hạnh,Nam,Sơn,Tuấn,Thảo,Trang,Linh,Mai,Minh,Khôi,Phúc,Quân,Thắng,Thủy,Tùng,Vân,Yến,Đạt,Giang,Hải,Hiếu,Khánh,Long,Ngân,Nhung,Oanh,Phương,Quyên,Tâm,Uyên,Việt,Xuân'.split(
    ',',
  );

/** Names by whose count every hundredth is one family's: a person's family is one of these at random. */
export const FAMILY_HUNDREDTHS: readonly string[] = FAMILIES.flatMap(([name, share]) =>
  Array.from({ length: share }, () => name),
);
export const MIDDLE_NAMES: readonly string[] = MIDDLES;
export const GIVEN_NAMES: readonly string[] = GIVEN;

/** Which every desk knows too many of: one person in a hundred of the fill. */
export const COMMON_NAME = 'Nguyễn Văn An';
