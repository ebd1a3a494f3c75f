// Why a file is not taken, each with what to do instead.
import { type Refusal, refuse } from '../../rules/kernel/index.ts';
import { type FileKind, KINDS, kindNames } from './kinds.ts';

const no = (code: string, message: string, detail?: string, status = 422) =>
  refuse<Refusal>({
    code: `file.${code}`,
    message,
    status,
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

/** The store does not answer; `name` when somebody is handing a file in. */
export const notKeptNow = (detail: string, name?: string) =>
  no(
    'not-kept-now',
    name
      ? `Kho lưu tệp đang bận nên tệp “${name}” chưa được giữ lại. Hãy đợi vài phút rồi tải lại tệp này; những gì đã lưu trước đó vẫn còn.`
      : 'Kho lưu tệp đang bận nên việc này chưa được ghi nhận. Hãy đợi vài phút rồi làm lại; chưa có gì thay đổi.',
    detail,
    503,
  );

export const notOpenedNow = (name: string, detail: string) =>
  no(
    'not-opened-now',
    `Kho lưu tệp đang bận nên chưa mở được tệp “${name}”. Tệp vẫn còn; hãy đợi vài phút rồi mở lại.`,
    detail,
    503,
  );

/** The store has lost the file, or what it holds is no longer what was handed in: nobody is given it. */
export const notWhole = (how: 'missing' | 'damaged', name: string, sha256: string) =>
  no(
    how,
    `Bản lưu của tệp “${name}” hiện không đọc được nguyên vẹn nên không được đưa ra. Hãy báo cho tổng đài ghi ở cuối trang; người vận hành sẽ lấy lại từ bản sao lưu.`,
    `${how}: ${sha256}`,
    500,
  );
