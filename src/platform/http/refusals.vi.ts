// What a site itself refuses, before any page is asked.

export const vi = {
  'form-expired':
    'Trang này đã mở quá lâu hoặc được gửi từ nơi khác. Hãy quay lại, tải lại trang rồi gửi lại; những gì đã lưu vẫn còn.',
  'other-host': ({ origin }: { origin: string }) =>
    `Trang này không nhận địa chỉ bạn vừa dùng. Hãy vào ${origin}.`,
  'too-large': 'Nội dung gửi lên quá lớn. Hãy bỏ bớt hoặc chọn tệp nhỏ hơn rồi gửi lại.',
  'head-too-large':
    'Địa chỉ hoặc phần thông tin trình duyệt gửi kèm quá dài. Hãy mở lại từ trang chủ; nếu vẫn vậy, hãy xóa cookie của trang này rồi thử lại.',
  'too-slow':
    'Nội dung gửi lên đến quá chậm nên đã dừng nhận. Hãy kiểm tra đường truyền rồi gửi lại; những gì đã lưu vẫn còn.',
  unreadable: 'Không đọc được nội dung gửi lên. Hãy quay lại trang trước và thử lại.',
  'address-unreadable':
    'Địa chỉ này bị gõ nhầm hoặc bị cắt mất một phần nên không mở được. Hãy kiểm tra lại địa chỉ hoặc tìm từ trang chủ.',
  'wrong-method':
    'Trang này không nhận cách gửi vừa rồi. Hãy quay lại trang trước và thử lại, hoặc bắt đầu từ trang chủ.',
  'not-a-form':
    'Trang này chỉ nhận nội dung điền trong biểu mẫu của nó. Hãy mở lại trang, điền vào biểu mẫu rồi gửi.',
};
