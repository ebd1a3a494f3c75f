// What a site itself refuses, before any page is asked.

export const vi = {
  'form-expired':
    'Trang này đã mở quá lâu hoặc được gửi từ nơi khác. Hãy quay lại, tải lại trang rồi gửi lại; những gì đã lưu vẫn còn.',
  'too-large': 'Nội dung gửi lên quá lớn. Hãy bỏ bớt hoặc chọn tệp nhỏ hơn rồi gửi lại.',
  unreadable: 'Máy chủ không đọc được nội dung gửi lên. Hãy quay lại trang trước và thử lại.',
};
