// The words of taking a fee in cash.
export const vi = {
  title: 'Thu phí tại quầy',
  payer: 'Họ tên người nộp tiền',
  payerHint: 'Ghi tên người đưa tiền, kể cả khi nộp thay chủ hồ sơ.',
  amount: 'Số tiền mặt đã nhận',
  amountHint: (amount: string) => `Nhận đủ ${amount} rồi ghi lại số tiền bằng chữ số.`,
  unit: 'đ',
  caution: 'Chỉ bấm khi đã cầm tiền. Phiếu thu được cấp số ngay, không sửa và không xóa được.',
  take: 'Đã nhận tiền, cấp phiếu thu',
  exempt: 'Người nộp được miễn: ghi nhận miễn phí',
  taken: (number: string, at: string) =>
    `Phiếu thu số ${number} đã cấp lúc ${at}: tiền chỉ được thu một lần. Hãy in phiếu và đưa cho người nộp.`,
  slip: 'Phiếu thu',
  dossier: 'Về hồ sơ',
};
