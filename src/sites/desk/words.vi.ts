// Words several pages of the desk share: roles, papers, channels. Those of the acts stand beside their records.
import type { VoidReason } from '../../modules/results/index.ts';
import type { SeatRole } from '../../rules/lifecycle/index.ts';

export const roleNames: Readonly<Record<SeatRole, string>> = {
  intake: 'Tiếp nhận và trả kết quả',
  examiner: 'Công chức thụ lý',
  leader: 'Lãnh đạo ký duyệt',
};

export const papers: Readonly<Record<string, string>> = {
  '01': 'Mẫu 01 – Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  '02': 'Mẫu 02 – Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  '03': 'Mẫu 03 – Phiếu từ chối tiếp nhận giải quyết hồ sơ',
};

export const submitChannels: Readonly<Record<string, string>> = {
  online: 'Trực tuyến',
  counter: 'Trực tiếp tại quầy',
  post: 'Bưu chính công ích',
};

/** A dossier as an official reads it. */
export const sheet = {
  given: 'Giấy tờ đã nộp',
  declared: 'Nội dung khai',
  issued: 'Giấy đã cấp',
  control: 'Phiếu kiểm soát',
  answerBefore: 'Nên trả lời trước',
  due: 'Hẹn trả',
  notYetDue: 'chưa có',
  why: 'Vì sao?',
  nothing: 'Lúc này không có việc nào của bạn với hồ sơ này.',
  doubts: (what: string) => `Cần xem kỹ: ${what}`,
  owner: 'Người nộp',
  agency: 'Nơi giải quyết',
  submitted: 'Nộp lúc',
  requestCode: 'Mã yêu cầu',
  accepted: 'Tiếp nhận lúc',
  period: 'Thời hạn',
  dueFirst: 'Hẹn trả lúc đầu',
  fee: 'Phí, lệ phí',
  visit: 'Buổi hẹn đến',
  delivery: 'Nhận kết quả',
  supplement: ', bổ sung',
  look: 'xem',
  picture: (name: string) => ` ảnh ${name}`,
  fromForm: 'tờ khai điện tử',
  presentOnly: 'xuất trình tại quầy',
  absent: 'chưa có',
  notGiven: 'không nộp',
  noForm: 'Thủ tục này không có tờ khai điện tử.',
  noneIssued: 'Chưa cấp giấy nào.',
  paper: (name: string) => `${name} (PDF)`,
  result: (title: string, number: string) => `${title} số ${number} (PDF)`,
  signed: (name: string, at: string) => `, ${name} ký lúc ${at}, mã kiểm tra`,
  signing: (number: string, name: string, at: string) =>
    `Số ${number}: ${name} bấm ký lúc ${at}, chưa phát hành xong.`,
  voided: (number: string, at: string, why: string) => `Số ${number}: hủy lúc ${at}, ${why}.`,
};

/** Where a dossier stands with its fee. */
export const fee = {
  none: 'Không thu',
  when: { reception: 'thu khi tiếp nhận', result: 'thu khi trả kết quả' },
  stands: { due: 'Chưa nộp', partly: (left: string) => `Còn ${left}`, paid: 'Đã nộp', exempt: 'Được miễn' },
  receipts: 'Đã thu, đã miễn',
  beyond: 'Chuyển thừa, phải trả lại',
  beyondLine: (amount: string, at: string, content: string) =>
    `${amount}, chuyển lúc ${at}, nội dung “${content}”.`,
  held: 'Đang giữ, chưa trả lại',
};

/** How a dossier stands with its time: what is left, or by how much it is late. */
export const pressing = {
  paused: 'tạm dừng',
  doneLate: 'xong sau hạn',
  doneInTime: 'xong đúng hạn',
  late: (time: string) => `quá hạn ${time}`,
  left: (time: string) => `còn ${time}`,
  days: (n: number) => `${n} ngày làm việc`,
  hours: (n: number) => `${n} giờ làm việc`,
  time: (time: string) => `${time} làm việc`,
};

/** Why a number of the book is void. */
export const voidReasons: Readonly<Record<VoidReason, string>> = {
  moved: 'vì hồ sơ được xử lý khác đi trong lúc ký',
  refused: 'vì chữ ký bị từ chối',
  late: 'vì đã sang ngày mới khi chưa phát hành',
  failed: 'vì văn bản không làm hoặc không ký được',
  replaced: 'vì lần ký sau thay thế',
};

/** What is left to pay for it. */
export const owed = {
  toPay: 'Còn phải thu',
  inWords: 'Bằng chữ',
  lines: 'Các khoản thu',
  line: 'Khoản thu và căn cứ',
  sum: 'Số tiền',
  basis: (basis: string) => `Căn cứ: ${basis}`,
  before: 'Đã nộp trước',
};

/** What happened to a dossier. */
export const history = {
  asked: (nth: number, at: string) => `Yêu cầu bổ sung lần ${nth}, ${at}`,
  todo: (wrong: string, todo: string) => `: ${wrong} Cần: ${todo}`,
  reason: (reason: string) => `Lý do: ${reason}`,
  unanswered: 'Người nộp chưa bổ sung.',
  answered: (at: string, note: string) => `Đã bổ sung lúc ${at}. ${note}`,
  moved: (before: string, after: string) => ` Ngày hẹn lùi từ ${before} sang ${after}.`,
  proposed: (name: string, at: string) => `${name} đề xuất kết quả, ${at}`,
  returned: (at: string) => `Lãnh đạo trả lại lúc ${at}:`,
  columns: ['Lúc', 'Việc', 'Người giao', 'Người nhận', 'Ghi chú'],
  sent: 'Nộp hồ sơ',
  desk: 'Bộ phận một cửa',
};

/** "Hồ sơ vừa được xử lý": what could not be done, and where it stands. */
export const stuck = {
  title: 'Chưa làm được việc này',
  dossier: 'Hồ sơ',
  stands: 'hiện ở trạng thái',
  last: (act: string, name: string, at: string) => `Việc gần nhất: ${act}, ${name}, lúc ${at}.`,
  written: 'Lời bạn vừa viết chưa được gửi đi. Nếu còn cần, hãy chép lại:',
  takeFee: 'Thu phí tại quầy',
  look: 'Xem hồ sơ',
  back: 'Về hàng đợi',
};

export const vi = {
  queue: 'Hàng đợi',
  appointments: 'Lịch hẹn',
  notYet: (act: string, why: string) => `Chưa thể “${act}”: ${why}`,
};
