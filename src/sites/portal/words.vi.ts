// What the portal's pages share in words.

export const vi = {
  nav: {
    procedures: 'Nộp hồ sơ trực tuyến',
    mine: 'Hồ sơ của tôi',
    track: 'Tra cứu hồ sơ',
  },
  nothingYet: 'Cổng này chưa có thủ tục nào.',
  nothingYetHint:
    'Cơ quan quản trị đang chuẩn bị dữ liệu của địa phương. Bạn hãy quay lại sau, hoặc gọi tổng đài để được hướng dẫn nộp hồ sơ trực tiếp.',
  uploads: {
    choose: 'Chọn tệp',
    another: 'Thêm tệp khác cho giấy tờ này',
    hint: (kinds: string, size: string) =>
      `Loại tệp: ${kinds}. Mỗi tệp không quá ${size}, ảnh lớn hơn được tự thu nhỏ; chọn được nhiều tệp cùng lúc. Ảnh phải rõ chữ, đủ bốn góc.`,
    upload: 'Tải lên',
    files: 'Các tệp đã tải lên',
    remove: 'Bỏ tệp',
    named: (names: readonly string[], sentence: string) =>
      `${names.map((name) => `“${name}”`).join(', ')}: ${sentence}`,
  },
};
