// What a desk says that has been opened again.

export const vi = {
  title: 'Đã mở khóa',
  lead: 'Hãy đóng thẻ này và trở lại trang đang làm dở.',
  queue: 'Vào hàng đợi',
};
