// Why a result is not signed or not issued, in Vietnamese.
import { formatInstant } from '../../rules/kernel/index.ts';

export const vi = {
  'result-incomplete': ({ missing }: { missing: readonly string[] }) =>
    `Văn bản kết quả còn thiếu: ${missing.join('; ')}. Hãy trả lại công chức thụ lý để bổ sung.`,
  'result-unprintable': ({ characters }: { characters: readonly string[] }) =>
    `Văn bản kết quả có ký tự không in được trên giấy: ${characters.join(' ')}. Hãy trả lại công chức thụ lý để viết lại.`,
  'signing-under-way': ({ who, since }: { who: string; since: Temporal.Instant }) =>
    `Văn bản này đang được ký: ${who} bấm ký lúc ${formatInstant(since)}. Hãy đợi ít phút rồi xem lại hồ sơ.`,
  'signature-refused': ({ number }: { number: string }) =>
    `Chữ ký bị từ chối nên văn bản chưa được phát hành; số ${number} đã ghi hủy trong sổ. Hãy kiểm tra chứng thư số rồi ký lại.`,
  'signature-later': ({ number }: { number: string }) =>
    `Văn bản chưa ký xong được lúc này. Số ${number} được giữ cho văn bản; hệ thống tự thử lại, bạn cũng có thể bấm ký lại.`,
  'signature-unknown': ({ number }: { number: string }) =>
    `Chưa biết chữ ký đã xong hay chưa. Số ${number} được giữ cho văn bản và hệ thống tự hỏi lại; hãy xem lại hồ sơ sau ít phút.`,
  'signing-overtaken': ({ number }: { number: string }) =>
    `Trong lúc ký, hồ sơ đã được người khác xử lý nên văn bản không được phát hành; số ${number} đã ghi hủy trong sổ. Hãy xem lại hồ sơ.`,
  'signing-late': ({ number }: { number: string }) =>
    `Đã sang ngày mới khi văn bản chưa phát hành xong; số ${number} đã ghi hủy trong sổ. Hãy ký lại để văn bản mang ngày hôm nay.`,
  'signing-failed': ({ number }: { number: string }) =>
    `Văn bản không làm hoặc không ký được sau nhiều lần thử; số ${number} đã ghi hủy trong sổ. Hãy ký lại hoặc báo người quản trị.`,
};
