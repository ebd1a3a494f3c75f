// The words of signing.
export const vi = {
  title: 'Xem và ký kết quả',
  preview: 'Xem bản in (PDF)',
  dossier: 'Xem toàn bộ hồ sơ',
  meaning:
    'Khi ký, văn bản được cấp số, ghi ngày hôm nay, lưu cùng mã băm và mã kiểm tra; hồ sơ chuyển về bộ phận một cửa để trả.',
  sign: 'Ký và phát hành',
  giveBack: 'Trả lại công chức',
  empty: '(để trống)',
};
