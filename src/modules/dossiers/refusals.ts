// What a dossier's acts refuse with, in words.
import type { Refusal } from '../../rules/kernel/index.ts';

export const NOT_FOUND: Refusal = {
  code: 'not-found',
  status: 404,
  message: 'Không tìm thấy hồ sơ này trong tài khoản của bạn.',
};

export const CHANGED_MEANWHILE: Refusal = {
  code: 'changed',
  status: 409,
  message: 'Hồ sơ vừa được người khác xử lý. Hãy xem lại trạng thái mới rồi làm tiếp.',
};

export const DRAFT_NOT_FOUND: Refusal = {
  code: 'draft-not-found',
  status: 404,
  message: 'Không tìm thấy bản nháp này trong tài khoản của bạn. Có thể bạn đã xóa nó.',
};

export const DRAFT_SENT: Refusal = {
  code: 'draft-sent',
  status: 409,
  message:
    'Hồ sơ này đã được nộp nên không sửa và không thêm tệp được nữa. Hãy xem hồ sơ trong “Hồ sơ của tôi”.',
};

export const SUPPLEMENT_CLOSED: Refusal = {
  code: 'supplement-closed',
  status: 409,
  message:
    'Phần bổ sung này đã được gửi nên không sửa và không thêm tệp được nữa. Hãy xem lại hồ sơ của bạn.',
};

/** A draft that lacks something; `step` is where to mend it. */
export interface Incomplete extends Refusal {
  readonly step: string;
}

export function incomplete(step: string, message: string): Incomplete {
  return { code: 'incomplete', status: 422, step, message };
}
