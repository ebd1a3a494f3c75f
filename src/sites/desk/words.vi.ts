// Words several pages of the desk share: roles, papers, channels. Those of the acts stand beside their records.
import type { SeatRole } from '../../rules/lifecycle/index.ts';

export const roleNames: Readonly<Record<SeatRole, string>> = {
  intake: 'Tiếp nhận và trả kết quả',
  examiner: 'Công chức thụ lý',
  leader: 'Lãnh đạo ký duyệt',
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

export const vi = {
  notYet: (act: string, why: string) => `Chưa thể “${act}”: ${why}`,
};
