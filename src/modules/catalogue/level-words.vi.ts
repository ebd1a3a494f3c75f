// What the levels of an online service are called and allow, in Vietnamese.

export const vi = {
  scopes: {
    full: 'Trực tuyến toàn trình',
    partial: 'Trực tuyến một phần',
    none: 'Chưa nộp được trực tuyến',
  },
  /** As the levels were called before NĐ 42/2022 took root. */
  level: (level: number) => `Mức độ ${level}`,
  allows: {
    1: 'Bạn xem được đầy đủ thông tin về thủ tục và văn bản quy định. Hồ sơ nộp trực tiếp hoặc qua bưu chính.',
    2: 'Bạn xem thông tin và tải được mẫu đơn để điền sẵn. Hồ sơ nộp trực tiếp hoặc qua bưu chính.',
    3: 'Bạn điền và gửi hồ sơ trên mạng. Lệ phí (nếu có) và kết quả thực hiện trực tiếp tại cơ quan giải quyết.',
    4: 'Bạn điền, gửi hồ sơ và trả lệ phí (nếu có) trên mạng. Kết quả nhận trên mạng, tại cơ quan giải quyết hoặc qua bưu chính.',
  },
};
