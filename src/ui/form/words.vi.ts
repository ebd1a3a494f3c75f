// Words of every form page; the questions themselves come from the definition.

export const vi = {
  requiredMark: 'bắt buộc',
  requiredLegend: 'Những trường đánh dấu (*) là bắt buộc nhập.',
  optional: '(không bắt buộc)',
  blank: 'Để trống',
  choose: 'Chọn trong danh sách',
  continue: 'Đồng ý và tiếp tục',
  change: 'Sửa',
  removeRow: (title: string) => `Xóa ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
  noRows: 'Chưa có mục nào.',
  address: {
    place: 'Xã/phường (tên mới hoặc tên cũ)',
    placeHint: 'Ví dụ: “Lương Phong, Bắc Giang”',
    placeWide: 'Xã, phường (hoặc chỉ huyện, tỉnh), tên mới hoặc tên cũ',
    placeWideHint: 'Ví dụ: “Lương Phong, Bắc Giang” hoặc “Hiệp Hòa, Bắc Giang”',
    which: 'Bạn muốn nói nơi nào?',
    elsewhere: (typed: string) => `Nơi khác, giữ đúng như tôi đã viết: “${typed}”`,
    detail: 'Số nhà, đường, thôn, xóm',
    abroad: 'Nơi này ở nước ngoài',
    country: 'Quốc gia',
    countryHint: 'Ghi địa chỉ ở nước ngoài vào ô “Số nhà, đường, thôn, xóm”.',
  },
};
