// What the levels of an online service allow, and what they are called: mức độ 1-4 until NĐ 42/2022 took root, toàn trình and một phần since.
import { TWO_TIERS_SINCE } from '../../rules/terms/search-procedures.ts';

export type ServiceLevel = 1 | 2 | 3 | 4;

/** Toàn trình: nobody has to appear; một phần: anything short of it; none: information only (NĐ 42/2022/NĐ-CP). */
export type OnlineScope = 'full' | 'partial' | 'none';

/** Level 4 with presence required is một phần only: the mapping is not one to one. */
export function onlineScope(level: ServiceLevel, inPerson: boolean): OnlineScope {
  if (level <= 2) return 'none';
  return level === 4 && !inPerson ? 'full' : 'partial';
}

const SCOPE_WORDS: Record<OnlineScope, string> = {
  full: 'Trực tuyến toàn trình',
  partial: 'Trực tuyến một phần',
  none: 'Chưa nộp được trực tuyến',
};

/** The name of the level on a day (ISO): "Mức độ 3" in the seed's time, "Trực tuyến một phần" since 01/07/2025. */
export function levelWords(level: ServiceLevel, inPerson: boolean, day: string): string {
  return day < TWO_TIERS_SINCE ? `Mức độ ${level}` : SCOPE_WORDS[onlineScope(level, inPerson)];
}

const ALLOWS: Record<ServiceLevel, string> = {
  1: 'Bạn xem được đầy đủ thông tin về thủ tục và văn bản quy định. Hồ sơ nộp trực tiếp hoặc qua bưu chính.',
  2: 'Bạn xem thông tin và tải được mẫu đơn để điền sẵn. Hồ sơ nộp trực tiếp hoặc qua bưu chính.',
  3: 'Bạn điền và gửi hồ sơ trên mạng. Lệ phí (nếu có) và kết quả thực hiện trực tiếp tại cơ quan giải quyết.',
  4: 'Bạn điền, gửi hồ sơ và trả lệ phí (nếu có) trên mạng. Kết quả nhận trên mạng, tại cơ quan giải quyết hoặc qua bưu chính.',
};

/** One or two sentences on what a level lets people do. */
export function levelAllows(level: ServiceLevel): string {
  return ALLOWS[level];
}

export type ReturnChannel = 'electronic' | 'counter' | 'post';

/**
 * Ways to receive the result: at the agency alone when the law asks for presence, and at level 3, whose result is handed
 * over in person; any otherwise.
 */
export function returnChannels(level: ServiceLevel, inPerson: boolean, day: string): ReturnChannel[] {
  if (inPerson || level < 3) return ['counter'];
  if (level === 4) return ['electronic', 'counter', 'post'];
  return day < TWO_TIERS_SINCE ? ['counter'] : ['counter', 'post'];
}
