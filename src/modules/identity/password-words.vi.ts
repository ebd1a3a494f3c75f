// The password rule in Vietnamese, whole and point by point.

export const passwordWords = {
  /** The seed's sentence, word for word. */
  rule: 'Sử dụng 8 ký tự trở lên bao gồm chữ thường, chữ in hoa, số và ký tự đặc biệt.',
  points: {
    length: '8 ký tự trở lên',
    lower: 'có chữ thường',
    upper: 'có chữ in hoa',
    digit: 'có chữ số',
    special: 'có ký tự đặc biệt, ví dụ @ # !',
  },
};

export type PointCode = keyof typeof passwordWords.points;
