// Why a dossier's acts are refused, in Vietnamese.
import { formatInstant } from '../../rules/kernel/index.ts';
import { ACT_WORDS, type ActName } from '../../rules/lifecycle/index.ts';

/** Type literal: only these may stand as a refusal's params. */
export type Spent = { readonly most: number; readonly until: Temporal.Instant };

const again = (until: Temporal.Instant) =>
  `Bạn làm tiếp được từ ${formatInstant(until)}; những gì đã lưu vẫn còn. Cần gấp thì gọi tổng đài ghi ở cuối trang hoặc đến bộ phận một cửa.`;

export const vi = {
  'not-found': 'Không tìm thấy hồ sơ này trong tài khoản của bạn.',
  changed: 'Hồ sơ vừa được người khác xử lý. Hãy xem lại trạng thái mới rồi làm tiếp.',
  'draft-not-found': 'Không tìm thấy bản nháp này trong tài khoản của bạn. Có thể bạn đã xóa nó.',
  'draft-sent':
    'Hồ sơ này đã được nộp nên không sửa và không thêm tệp được nữa. Hãy xem hồ sơ trong “Hồ sơ của tôi”.',
  'supplement-closed':
    'Phần bổ sung này đã được gửi nên không sửa và không thêm tệp được nữa. Hãy xem lại hồ sơ của bạn.',
  'draft-files': ({ most }: { most: number }) =>
    `Mỗi hồ sơ đính kèm được nhiều nhất ${most} tệp. Hãy gộp các trang vào một tệp PDF hoặc bỏ bớt tệp.`,
  'draft-bytes': ({ most }: { most: number }) =>
    `Các tệp của một hồ sơ cộng lại được nhiều nhất ${most} MB. Hãy bỏ bớt tệp hoặc quét lại với cỡ nhỏ hơn; cần giúp thì gọi tổng đài ghi ở cuối trang.`,
  'drafts-open': ({ most }: { most: number }) =>
    `Bạn đang có ${most} hồ sơ chưa nộp, là số nhiều nhất được giữ. Hãy nộp hoặc xóa bớt trong “Hồ sơ của tôi” rồi lập hồ sơ mới; cần giúp thì gọi tổng đài ghi ở cuối trang.`,
  'quota-drafts': ({ most, until }: Spent) =>
    `Bạn đã lập ${most} hồ sơ mới trong một ngày, là số nhiều nhất được lập. ${again(until)}`,
  'quota-filings': ({ most, until }: Spent) =>
    `Bạn đã nộp ${most} hồ sơ trong một giờ, là số nhiều nhất được nộp. ${again(until)}`,
  'quota-tries': ({ most, until }: Spent) =>
    `Hôm nay đã có quá nhiều tệp được gửi lên mà không nhận được (tính cả tệp nhận được là ${most} tệp hoặc 3 GB). ${again(until)}`,
  'quota-uploads': ({ most, until }: Spent) =>
    `Hôm nay bạn đã tải lên đủ số tệp được nhận trong một ngày (${most} tệp hoặc 600 MB). ${again(until)}`,
  'quota-withdrawals': ({ most, until }: Spent) =>
    `Bạn đã rút ${most} hồ sơ trong một giờ, là số nhiều nhất được rút. ${again(until)}`,
  'supplement-files': ({ most }: { most: number }) =>
    `Mỗi lần bổ sung đính kèm được nhiều nhất ${most} tệp. Hãy gộp các trang vào một tệp PDF.`,
  'not-for-this-person': 'Bạn chưa được ủy quyền để nộp hồ sơ cho người này.',
  'agency-missing': 'Bạn chưa chọn cơ quan giải quyết.',
  'agency-gone': ({ name }: { name: string }) =>
    `${name} không hoạt động vào hôm nay. Bạn hãy chọn lại nơi nộp hồ sơ.`,
  'paper-missing': ({ name }: { name: string }) => `Bạn chưa đính kèm “${name}”.`,
  'submit-channel-missing': 'Bạn chưa chọn hình thức nộp hồ sơ.',
  'return-channel-missing': 'Bạn chưa chọn hình thức nhận kết quả.',
  unanswered: ({ name }: { name: string }) => `Bạn chưa bổ sung “${name}”.`,
  'text-unfinished':
    'Câu này còn bỏ dở: hãy viết nốt chỗ sau dấu hai chấm, hoặc thay phần trong ngoặc vuông [ ].',
  unprintable: ({ characters }: { characters: readonly string[] }) =>
    `Có ký tự không in được trên giấy: ${characters.join(' ')}. Hãy viết lại bằng chữ thường.`,
  'items-missing': 'Bạn phải chọn ít nhất một giấy tờ hoặc mục khai cần bổ sung.',
  'item-bare': ({ name }: { name: string }) =>
    `Mục “${name}”: bạn phải ghi cả chỗ chưa đúng và việc người dân cần làm.`,
  'reason-missing': ({ act }: { act: ActName }) => ACT_WORDS.vi[act].why?.missing ?? 'Bạn phải ghi lý do.',
  'refusal-reason-missing': 'Bạn phải ghi rõ lý do không tiếp nhận, để người dân hiểu và biết phải làm gì.',
  'refusal-basis-missing': 'Bạn phải ghi căn cứ pháp lý, ví dụ: khoản 3 Điều 17 Nghị định 118/2025/NĐ-CP.',
  'proposal-note-missing': 'Bạn phải ghi ý kiến đề xuất: đã kiểm tra gì, đề nghị ký văn bản nào.',
  'identity-unchecked': 'Bạn phải kiểm tra giấy tờ tùy thân của người nhận rồi đánh dấu vào ô này.',
};
