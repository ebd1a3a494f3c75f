// The acts in words. An act without its words does not compile.
import type { ActName } from './acts.ts';

export interface ActWords {
  /** The button. */
  readonly say: string;
  /** Its line on the control sheet. */
  readonly hop: string;
  /** Its line in the owner's history. */
  readonly seen: string;
  /** Said at the desk once it is done. */
  readonly done: string;
  /** Of an act that asks for a reason: the box, and why it is asked. */
  readonly why?: { readonly label: string; readonly hint: string; readonly missing: string };
}

export type WordsOfActs = Readonly<Record<ActName, ActWords>>;

export const vi: WordsOfActs = {
  withdraw: { say: 'Rút hồ sơ', hop: 'Rút hồ sơ', seen: 'Bạn rút hồ sơ', done: 'Đã rút hồ sơ.' },
  answerSupplement: {
    say: 'Gửi bổ sung',
    hop: 'Nộp bổ sung',
    seen: 'Bạn đã bổ sung',
    done: 'Đã gửi phần bổ sung.',
  },
  accept: { say: 'Tiếp nhận', hop: 'Tiếp nhận hồ sơ', seen: 'Được tiếp nhận', done: 'Đã tiếp nhận hồ sơ.' },
  askForSupplement: {
    say: 'Yêu cầu bổ sung',
    hop: 'Yêu cầu bổ sung',
    seen: 'Được yêu cầu bổ sung',
    done: 'Đã gửi yêu cầu bổ sung (Mẫu 02). Người nộp được báo tin ngay.',
  },
  refuseIntake: {
    say: 'Từ chối tiếp nhận',
    hop: 'Từ chối tiếp nhận',
    seen: 'Không được tiếp nhận',
    done: 'Đã từ chối tiếp nhận và gửi Mẫu 03 cho người nộp.',
  },
  take: {
    say: 'Nhận thụ lý',
    hop: 'Nhận thụ lý',
    seen: 'Công chức thụ lý nhận hồ sơ',
    done: 'Bạn đã nhận thụ lý hồ sơ này.',
  },
  propose: {
    say: 'Đề xuất kết quả',
    hop: 'Đề xuất kết quả',
    seen: 'Trình lãnh đạo ký',
    done: 'Đã trình lãnh đạo ký.',
  },
  sign: {
    say: 'Xem và ký',
    hop: 'Ký và phát hành kết quả',
    seen: 'Kết quả đã được ký',
    done: 'Đã ký và phát hành kết quả. Hồ sơ chuyển sang chờ trả.',
  },
  returnToExaminer: {
    say: 'Trả lại công chức',
    hop: 'Trả lại đề xuất',
    seen: 'Lãnh đạo trả lại để làm rõ',
    done: 'Đã trả lại công chức thụ lý, kèm lý do.',
    why: {
      label: 'Lý do trả lại',
      hint: 'Ghi rõ cần sửa gì hoặc kiểm tra thêm gì.',
      missing: 'Bạn phải ghi lý do trả lại để công chức thụ lý biết cần sửa gì.',
    },
  },
  takeFee: {
    say: 'Thu phí',
    hop: 'Thu phí tại quầy',
    seen: 'Phí, lệ phí đã nộp tại quầy',
    done: 'Đã thu phí, lệ phí.',
  },
  exemptFee: {
    say: 'Ghi nhận miễn phí',
    hop: 'Ghi nhận miễn phí, lệ phí',
    seen: 'Được miễn phí, lệ phí',
    done: 'Đã ghi nhận miễn phí, lệ phí. Hồ sơ không còn khoản nào phải nộp.',
  },
  deliver: {
    say: 'Trả kết quả',
    hop: 'Trả kết quả',
    seen: 'Đã trả kết quả',
    done: 'Đã trả kết quả. Hồ sơ kết thúc.',
  },
};
