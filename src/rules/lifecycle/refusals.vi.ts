// Why an act cannot be done, in Vietnamese.
import { type State, stateOf } from '../states/states.ts';
import { vi as states } from '../states/states.vi.ts';

export const vi = {
  'no-right': 'Bạn không có quyền thực hiện việc này với hồ sơ này.',
  'wrong-state': ({ state }: { state: State }) =>
    `Việc này không còn làm được: hồ sơ nay ở trạng thái “${states[stateOf(state)]}”. Có thể người khác vừa xử lý.`,
  'held-by-another': 'Hồ sơ đang do cán bộ khác thụ lý.',
  'proposal-waits': 'Hồ sơ đã có đề xuất đang chờ lãnh đạo ký.',
  'no-proposal': 'Chưa có đề xuất kết quả của công chức thụ lý.',
  'own-proposal': 'Người đề xuất kết quả không được tự ký kết quả đó.',
  'second-supplement': 'Hồ sơ đã được yêu cầu bổ sung một lần; yêu cầu lần hai phải được lãnh đạo đồng ý.',
  'fee-due-at-reception': 'Phí, lệ phí thu khi tiếp nhận chưa được nộp.',
  'fee-due-before-result':
    'Phí, lệ phí chưa được nộp. Hãy thu tại quầy hoặc ghi nhận miễn trước khi trả kết quả.',
  'fee-settled': 'Phí, lệ phí của hồ sơ này đã được nộp đủ hoặc đã được miễn. Không thu thêm.',
  'fee-asked-later': 'Phí, lệ phí của hồ sơ này chỉ thu khi có kết quả.',
  'fee-nothing-asked': 'Hồ sơ này không có khoản nào phải thu.',
};
