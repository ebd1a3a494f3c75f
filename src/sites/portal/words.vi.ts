// What the portal's pages share in words.

export const vi = {
  nav: {
    procedures: 'Nộp hồ sơ trực tuyến',
    mine: 'Hồ sơ của tôi',
    track: 'Tra cứu hồ sơ',
  },
  uploads: {
    choose: 'Chọn tệp',
    another: 'Thêm tệp khác cho giấy tờ này',
    hint: (kinds: string, size: string) =>
      `Loại tệp: ${kinds}. Mỗi tệp không quá ${size}; chọn được nhiều tệp cùng lúc. Ảnh phải rõ chữ, đủ bốn góc.`,
    upload: 'Tải lên',
    files: 'Các tệp đã tải lên',
    remove: 'Bỏ tệp',
    named: (names: readonly string[], sentence: string) =>
      `${names.map((name) => `“${name}”`).join(', ')}: ${sentence}`,
  },
};
