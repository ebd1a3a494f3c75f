// Why a file is not taken, each with what to do instead.
import { type Refusal, refuse } from '../../rules/kernel/index.ts';
import { type FileKind, KINDS, kindNames } from './kinds.ts';

const no = (code: string, message: string, detail?: string) =>
  refuse<Refusal>({
    code: `file.${code}`,
    message,
    status: 422,
    ...(detail === undefined ? {} : { detail }),
  });

/** `10 MB` */
const megabytes = (bytes: number) =>
  `${(bytes / 1_048_576).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`;

export const empty = (name: string) =>
  no('empty', `Tệp “${name}” không có nội dung. Hãy kiểm tra lại tệp trên máy rồi chọn lại.`);

export const tooBig = (name: string, most: number) =>
  no(
    'too-big',
    `Tệp “${name}” lớn hơn ${megabytes(most)}. Hãy chụp hoặc quét lại với cỡ nhỏ hơn rồi chọn lại.`,
  );

export const interrupted = (name: string) =>
  no('interrupted', `Tệp “${name}” chưa được gửi hết vì kết nối bị ngắt. Hãy chọn tệp và gửi lại.`);

export const wrongKind = (name: string, accept: readonly FileKind[], detail?: string) =>
  no(
    'wrong-kind',
    `Tệp “${name}” không thuộc loại được nhận. Hãy chọn tệp thuộc loại: ${kindNames(accept)}.`,
    detail,
  );

export const notWhatItSays = (name: string, said: FileKind, accept: readonly FileKind[]) =>
  no(
    'not-what-it-says',
    `Tệp “${name}” có đuôi của ${KINDS[said].name} nhưng nội dung không phải ${KINDS[said].name}. ` +
      `Hãy mở tệp bằng chương trình đã tạo ra nó, lưu hoặc xuất thành ${kindNames(accept)} rồi chọn lại.`,
  );

export const misnamed = (name: string, really: FileKind) =>
  no(
    'misnamed',
    `Nội dung của tệp “${name}” là ${KINDS[really].name}, không khớp với đuôi tệp. ` +
      `Hãy đổi đuôi tệp thành “.${KINDS[really].extensions[0]}” hoặc chọn lại đúng tệp.`,
  );

export const locked = (name: string) =>
  no(
    'locked',
    `Tệp “${name}” được đặt mật khẩu nên cơ quan không mở được. Hãy bỏ mật khẩu, lưu lại rồi chọn lại.`,
  );

export const damaged = (name: string, detail: string) =>
  no(
    'damaged',
    `Tệp “${name}” bị hỏng hoặc bị cắt mất một phần. Hãy thử mở tệp trên máy, lưu lại rồi chọn lại.`,
    detail,
  );
