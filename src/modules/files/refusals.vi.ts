// Why a file is not taken or not given, each with what to do instead.
import { fileSize } from './file-size.ts';
import { kindName, kindNames } from './kind-names.ts';
import { type FileKind, KINDS } from './kinds.ts';

// Type literals, not interfaces: only these may stand as a refusal's params.
export type Named = { readonly name: string };
/** What its name says it is, and what is taken here. */
export type Claimed = Named & { readonly said: FileKind; readonly accept: readonly FileKind[] };
/** What its content is. */
export type Known = Named & { readonly really: FileKind };
/** Bytes. */
export type Limited = Named & { readonly most: number };
/** Dots of a picture, and how many are allowed. */
export type Dotted = Named & { readonly pixels: number; readonly most: number };
export type Taken = Named & { readonly accept: readonly FileKind[] };

/** `80 triệu` */
const millions = (count: number) => `${Math.ceil(count / 1_000_000).toLocaleString('vi-VN')} triệu`;

/** The number stands in the log beside the file. */
export type Numbered = Named & { readonly number: string };

const notWhole = ({ name, number }: Numbered) =>
  `Bản lưu của tệp “${name}” hiện không đọc được nguyên vẹn nên không được đưa ra. Hãy báo cho tổng đài ghi ở cuối trang mã lỗi ${number}; ` +
  'người vận hành sẽ lấy lại từ bản sao lưu, hoặc bạn tải lại đúng tệp ấy.';

export const vi = {
  'file-acts': ({ name }: Named) =>
    `Tệp “${name}” có phần tự chạy khi mở nên không được nhận, vì lý do an toàn. ` +
    'Hãy mở tệp, chọn In rồi “Lưu thành PDF”, hoặc chụp ảnh từng trang, và chọn tệp mới đó.',
  'file-carries': ({ name }: Named) =>
    `Bên trong tệp “${name}” có đính kèm tệp khác nên không được nhận, vì lý do an toàn. ` +
    'Hãy mở tệp, chọn In rồi “Lưu thành PDF” và chọn tệp mới đó; tệp đính kèm nào cần nộp thì tải lên riêng.',
  'file-damaged': ({ name }: Named) =>
    `Tệp “${name}” bị hỏng hoặc bị cắt mất một phần. Hãy thử mở tệp trên máy, lưu lại rồi chọn lại.`,
  'file-empty': ({ name }: Named) =>
    `Tệp “${name}” không có nội dung. Hãy kiểm tra lại tệp trên máy rồi chọn lại.`,
  'file-interrupted': ({ name }: Named) =>
    `Tệp “${name}” chưa được gửi hết vì kết nối bị ngắt. Hãy chọn tệp và gửi lại.`,
  'file-locked': ({ name }: Named) =>
    `Tệp “${name}” được đặt mật khẩu nên cơ quan không mở được. Hãy bỏ mật khẩu, lưu lại rồi chọn lại.`,
  'file-misnamed': ({ name, really }: Known) =>
    `Nội dung của tệp “${name}” là ${kindName('vi', really)}, không khớp với đuôi tệp. ` +
    `Hãy đổi đuôi tệp thành “.${KINDS[really].extensions[0]}” hoặc chọn lại đúng tệp.`,
  'file-no-picture': ({ name }: Named) =>
    `Tệp “${name}” không mở ra được ảnh nào. Hãy thử mở ảnh trên máy, lưu lại hoặc chụp lại rồi chọn lại.`,
  'file-no-room':
    'Lúc này hệ thống tạm chưa nhận thêm tệp vì nơi lưu tệp sắp đầy. Những gì bạn đã khai và đã gửi vẫn được giữ nguyên, và bạn vẫn làm tiếp các bước không cần tệp mới; ' +
    'hãy tải giấy tờ lên sau. Cần gấp thì gọi tổng đài ghi ở cuối trang hoặc mang giấy tờ đến bộ phận một cửa.',
  'file-not-kept-now': ({ name }: Named) =>
    `Kho lưu tệp đang bận nên tệp “${name}” chưa được giữ lại. Hãy đợi vài phút rồi tải lại tệp này; những gì đã lưu trước đó vẫn còn.`,
  'file-not-opened-now': ({ name }: Named) =>
    `Kho lưu tệp đang bận nên chưa mở được tệp “${name}”. Tệp vẫn còn; hãy đợi vài phút rồi mở lại.`,
  'file-not-what-it-says': ({ name, said, accept }: Claimed) =>
    `Tệp “${name}” có đuôi của ${kindName('vi', said)} nhưng nội dung không phải ${kindName('vi', said)}. ` +
    `Hãy mở tệp bằng chương trình đã tạo ra nó, lưu hoặc xuất thành ${kindNames('vi', accept)} rồi chọn lại.`,
  'file-overpacked': ({ name }: Named) =>
    `Tệp “${name}” được nén quá nhiều lần hoặc mở ra quá lớn nên không mở được an toàn. ` +
    'Hãy mở tệp, chọn In rồi “Lưu thành PDF”, hoặc chụp ảnh từng trang, và chọn tệp mới đó.',
  'file-pageless': ({ name }: Named) =>
    `Tệp “${name}” là PDF nhưng không có trang nào. Hãy mở tệp trên máy, chọn In rồi “Lưu thành PDF”, hoặc chụp ảnh từng trang, và chọn tệp mới đó.`,
  'file-too-big': ({ name, most }: Limited) =>
    `Tệp “${name}” lớn hơn ${fileSize('vi', most)}. Hãy chụp hoặc quét lại với cỡ nhỏ hơn rồi chọn lại.`,
  'file-too-many-pixels': ({ name, pixels, most }: Dotted) =>
    `Ảnh trong tệp “${name}” có ${millions(pixels)} điểm ảnh, nhiều hơn mức ${millions(most)} mà cơ quan mở được. ` +
    'Hãy chụp hoặc quét lại với cỡ nhỏ hơn rồi chọn lại.',
  'file-two-kinds': ({ name }: Named) =>
    `Tệp “${name}” vừa là PDF vừa là một loại tệp khác nên không được nhận, vì lý do an toàn. ` +
    'Hãy mở tệp, chọn In rồi “Lưu thành PDF”, hoặc chụp ảnh từng trang, và chọn tệp mới đó.',
  'file-wrong-kind': ({ name, accept }: Taken) =>
    `Tệp “${name}” không thuộc loại được nhận. Hãy chọn tệp thuộc loại: ${kindNames('vi', accept)}.`,
  'kept-file-damaged': notWhole,
  'kept-file-missing': notWhole,
  'store-busy':
    'Kho lưu tệp đang bận nên việc này chưa được ghi nhận. Hãy đợi vài phút rồi làm lại; chưa có gì thay đổi.',
};
