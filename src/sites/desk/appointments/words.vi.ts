// The words of a day's appointments.
export const vi = {
  title: 'Lịch hẹn',
  day: (day: string) => `Lịch hẹn ${day}`,
  before: 'Ngày trước',
  after: 'Ngày sau',
  today: 'Hôm nay',
  choose: 'Xem ngày khác',
  dateHint: 'Ví dụ 01/12/2026',
  show: 'Xem',
  none: 'Không có ai hẹn đến ngày này.',
  owner: 'Người đến',
  phone: 'Điện thoại',
  dossier: 'Hồ sơ',
  procedure: 'Thủ tục',
  state: 'Trạng thái',
};
