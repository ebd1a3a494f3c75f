// What the portal's pages refuse by themselves.

export const vi = {
  'files-unreadable': 'Tệp chưa đến nơi trọn vẹn. Hãy chọn lại tệp rồi tải lên lần nữa.',
  'no-procedure':
    'Không tìm thấy thủ tục này. Có thể nó đã được thay bằng thủ tục khác; hãy tìm lại ở mục “Nộp hồ sơ trực tuyến”.',
  'no-such-page': 'Bản nháp này không có trang đó.',
  'not-online':
    'Thủ tục này chưa nhận hồ sơ trực tuyến. Hãy xem ở trang thủ tục cách nộp trực tiếp tại nơi giải quyết.',
  'rest-not-read':
    'Vì vậy lần tải lên đã dừng ở đó. Nếu đã chọn tệp nào sau tệp ấy thì tệp đó chưa được nhận; hãy tải lên riêng.',
  'too-many-at-once': ({ most }: { most: number }) =>
    `Mỗi lần tải lên được nhiều nhất ${most} tệp. Các tệp sau đó chưa được nhận; hãy tải tiếp lần nữa.`,
};
