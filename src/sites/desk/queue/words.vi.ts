// The queues' names and addresses.
import type { QueueName } from '../../../modules/worklists/index.ts';

export const queues: Readonly<Record<QueueName, { slug: string; say: string; empty: string }>> = {
  new: { slug: 'moi', say: 'Mới đăng ký', empty: 'Không còn yêu cầu mới nào chờ tiếp nhận.' },
  accepted: { slug: 'cho-thu-ly', say: 'Chờ thụ lý', empty: 'Không có hồ sơ nào chờ người thụ lý.' },
  mine: { slug: 'toi-xu-ly', say: 'Tôi đang xử lý', empty: 'Bạn không giữ hồ sơ nào.' },
  'to-sign': { slug: 'cho-ky', say: 'Chờ ký', empty: 'Không có kết quả nào chờ ký.' },
  'in-progress': { slug: 'dang-xu-ly', say: 'Đang xử lý', empty: 'Không có hồ sơ nào đang xử lý.' },
  supplement: { slug: 'cho-bo-sung', say: 'Chờ bổ sung', empty: 'Không có hồ sơ nào chờ người dân bổ sung.' },
  'to-deliver': { slug: 'cho-tra', say: 'Chờ trả kết quả', empty: 'Không có kết quả nào chờ trả.' },
  done: { slug: 'da-xong', say: 'Đã xong', empty: 'Chưa có hồ sơ nào kết thúc.' },
};

export const vi = {
  title: 'Hàng đợi',
  tabs: 'Các hàng đợi',
  search: 'Tìm theo mã hồ sơ, mã yêu cầu hoặc họ tên',
  find: 'Tìm',
  found: (n: number, q: string) =>
    n === 0 ? `Không tìm thấy hồ sơ nào khớp “${q}” ở cơ quan của bạn.` : `${n} hồ sơ khớp “${q}”`,
  clear: 'Bỏ tìm, về hàng đợi',
  formerly: (body: string) => `(${body} cũ)`,
  columns: {
    due: 'Hạn',
    number: 'Mã hồ sơ',
    person: 'Người nộp',
    procedure: 'Thủ tục',
    state: 'Trạng thái',
    holder: 'Đang ở',
  },
  desk: 'Bộ phận một cửa',
  applicant: 'Người nộp',
  waitingSign: 'Chờ ký',
  feeUnpaid: 'chưa nộp phí',
  more: '50 hồ sơ tiếp theo',
  first: 'Về đầu danh sách',
  fullPage: 'Mở cả trang',
  previous: 'Hồ sơ trước',
  next: 'Hồ sơ sau',
  noSeat: 'Bạn chưa được phân công ở cơ quan nào, nên ở đây chưa có hồ sơ nào của bạn.',
  noSeatHint: 'Nếu bạn vừa nhận nhiệm vụ, hãy báo người quản trị của cơ quan để được phân công.',
};
