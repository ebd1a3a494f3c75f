// Names of offices, unaccented, are long; people and carriers use short ones.

/** Offices by the short names people use; the longer first. */
export const SHORT_NAMES: readonly (readonly [long: string, short: string])[] = [
  ['Trung tam phuc vu hanh chinh cong', 'TT PVHCC'],
  ['Bo phan tiep nhan va tra ket qua', 'Bo phan Mot cua'],
  ['Uy ban nhan dan', 'UBND'],
  ['So Giao duc va Dao tao', 'So GDDT'],
  ['thanh pho', 'TP'],
];
