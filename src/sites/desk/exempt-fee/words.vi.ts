// The words of waiving a fee, with the grounds that the law on fees names.

export const vi = {
  title: 'Ghi nhận miễn phí, lệ phí',
  caution:
    'Chỉ ghi nhận khi người nộp thuộc đối tượng được miễn và đã xuất trình giấy tờ chứng minh. Tên của bạn, lý do và căn cứ được lưu lại, không sửa và không xóa được.',
  ready: 'Đối tượng thường gặp',
  reason: 'Lý do miễn',
  reasonHint: 'Ghi đối tượng được miễn và giấy tờ đã xem.',
  basis: 'Căn cứ pháp lý',
  basisHint: 'Ví dụ: khoản 1 Điều 10 Luật Phí và lệ phí 97/2015/QH13.',
  waive: 'Ghi nhận miễn',
};

export interface Ground {
  readonly name: string;
  readonly reason: string;
  readonly basis: string;
}

const LAW = 'Khoản 1 Điều 10 Luật Phí và lệ phí 97/2015/QH13';

/** Those whom Điều 10 of the law names; the paper that shows it is written in by the official. */
export const grounds: readonly Ground[] = [
  { name: 'Trẻ em', reason: 'Người nộp là trẻ em. Giấy tờ đã xem: [tên, số giấy tờ].', basis: LAW },
  { name: 'Hộ nghèo', reason: 'Người nộp thuộc hộ nghèo. Giấy tờ đã xem: [tên, số giấy tờ].', basis: LAW },
  {
    name: 'Người cao tuổi',
    reason: 'Người nộp là người cao tuổi. Giấy tờ đã xem: [tên, số giấy tờ].',
    basis: LAW,
  },
  {
    name: 'Người khuyết tật',
    reason: 'Người nộp là người khuyết tật. Giấy tờ đã xem: [tên, số giấy tờ].',
    basis: LAW,
  },
  {
    name: 'Người có công với cách mạng',
    reason: 'Người nộp là người có công với cách mạng. Giấy tờ đã xem: [tên, số giấy tờ].',
    basis: LAW,
  },
  {
    name: 'Đồng bào dân tộc thiểu số ở xã đặc biệt khó khăn',
    reason:
      'Người nộp là đồng bào dân tộc thiểu số ở xã có điều kiện kinh tế - xã hội đặc biệt khó khăn. Giấy tờ đã xem: [tên, số giấy tờ].',
    basis: LAW,
  },
];
