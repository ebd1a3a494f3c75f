// What a letter about a dossier says, in Vietnamese; no links: people are right to distrust them.

export const vi = {
  subject: (number: string) => `Hồ sơ ${number}`,
  greeting: (name: string) => `Kính gửi ${name},`,
  happened: (number: string, what: string) => `Hồ sơ ${number}: ${what}.`,
  visit: (when: string) => `Bạn đã hẹn đến ${when}. Hãy mang theo bản chính.`,
  due: (due: string) => `Hẹn trả kết quả: ${due}.`,
  agency: (agency: string, former: string) =>
    `Cơ quan giải quyết: ${agency}${former === '' ? '' : ` (trước đây là ${former})`}.`,
  others: 'Thư này báo chung cho {n} hồ sơ khác nữa của bạn.',
  where: 'Xem chi tiết ở mục “Hồ sơ của tôi” trên Cổng Dịch vụ công.',
  sent: 'Bạn đã nộp hồ sơ',
  bills: {
    'bill.created': (amount: string) => `Phí, lệ phí phải nộp là ${amount}`,
    'bill.part-paid': (left: string) => `Phí, lệ phí còn phải nộp là ${left}`,
    'bill.paid': (amount: string) => `Đã nhận đủ ${amount} phí, lệ phí`,
    'bill.paid-over': (amount: string, beyond: string) =>
      `Đã nhận đủ ${amount} phí, lệ phí, thừa ${beyond}; việc hoàn trả được giải quyết tại quầy`,
    'bill.transfer-suspended': (_amount: string, beyond: string) =>
      `Đã nhận ${beyond} ngoài số phải nộp; việc hoàn trả được giải quyết tại quầy`,
    'bill.exempted': (_amount: string) => 'Phí, lệ phí còn lại được miễn',
  },
};
