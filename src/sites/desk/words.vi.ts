// Words several pages of the desk share: roles, acts, papers, channels, the lines of the control sheet.
import type { ActName } from '../../rules/lifecycle/index.ts';

export const roleNames: Readonly<Record<string, string>> = {
  intake: 'Tiếp nhận và trả kết quả',
  examiner: 'Công chức thụ lý',
  leader: 'Lãnh đạo ký duyệt',
};

/** The button of each act of the desk, and where it leads. */
export const acts: Readonly<Partial<Record<ActName, { say: string; path: string; main?: true }>>> = {
  accept: { say: 'Tiếp nhận', path: 'tiep-nhan', main: true },
  askSupplement: { say: 'Yêu cầu bổ sung', path: 'bo-sung' },
  refuse: { say: 'Từ chối tiếp nhận', path: 'tu-choi' },
  take: { say: 'Nhận thụ lý', path: 'thu-ly', main: true },
  propose: { say: 'Đề xuất kết quả', path: 'de-xuat', main: true },
  sign: { say: 'Xem và ký', path: 'ky', main: true },
  returnToExaminer: { say: 'Trả lại công chức', path: 'tra-lai' },
  deliver: { say: 'Trả kết quả', path: 'tra-ket-qua', main: true },
};

/** Lines of the control sheet (Phiếu kiểm soát quá trình giải quyết hồ sơ). */
export const hops: Readonly<Record<string, string>> = {
  accept: 'Tiếp nhận hồ sơ',
  ask: 'Yêu cầu bổ sung',
  answer: 'Nộp bổ sung',
  refuse: 'Từ chối tiếp nhận',
  take: 'Nhận thụ lý',
  propose: 'Đề xuất kết quả',
  return: 'Trả lại đề xuất',
  sign: 'Ký và phát hành kết quả',
  deliver: 'Trả kết quả',
  withdraw: 'Rút hồ sơ',
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

/** Said on the dossier after an act is done. */
export const done: Readonly<Record<string, string>> = {
  'bo-sung': 'Đã gửi yêu cầu bổ sung (Mẫu 02). Người nộp được báo tin ngay.',
  'tu-choi': 'Đã từ chối tiếp nhận và gửi Mẫu 03 cho người nộp.',
  'thu-ly': 'Bạn đã nhận thụ lý hồ sơ này.',
  'de-xuat': 'Đã trình lãnh đạo ký.',
  'tra-lai': 'Đã trả lại công chức thụ lý, kèm lý do.',
  ky: 'Đã ký và phát hành kết quả. Hồ sơ chuyển sang chờ trả.',
  'tra-ket-qua': 'Đã trả kết quả. Hồ sơ kết thúc.',
};
