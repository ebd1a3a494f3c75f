// What the look-up without an account says.

export const vi = {
  title: 'Tra cứu hồ sơ',
  lead: 'Nhập mã hồ sơ và mã tra cứu in trên giấy tiếp nhận để xem hồ sơ đang ở bước nào. Người nộp cũng thấy mã tra cứu trong “Hồ sơ của tôi”.',
  number: 'Mã hồ sơ hoặc mã yêu cầu',
  numberHint: 'Ví dụ: H05.056-261123-00017 hoặc YC-7K3MD-9QRTX',
  secret: 'Mã tra cứu',
  secretHint: '6 chữ và số in trên giấy tiếp nhận',
  look: 'Tra cứu',
  numberMissing: 'Bạn phải nhập mã hồ sơ.',
  secretMissing: 'Bạn phải nhập mã tra cứu.',
  notFound:
    'Không có hồ sơ nào khớp với mã hồ sơ và mã tra cứu này. Hãy xem lại giấy tiếp nhận rồi nhập lại.',
  owner: 'Nếu đây là hồ sơ của bạn, hãy đăng nhập để xem đầy đủ.',
  visit: (when: string) => `Buổi hẹn đến: ${when}`,
  since: (at: string) => `Ở bước này từ ${at}`,
  another: 'Tra cứu hồ sơ khác',
  mine: 'Hồ sơ của tôi',
};
