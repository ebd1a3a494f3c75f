// What the pages of the account service refuse by themselves.

export const vi = {
  'confirmation-empty': 'Bạn phải nhập mã xác thực.',
  'confirmation-old': 'Mã xác thực đã quá lâu. Hãy nhập mã xác thực mới.',
  'confirmation-used': 'Mã xác thực này đã dùng rồi. Hãy nhập mã xác thực mới.',
  'confirmation-wrong': 'Mã xác thực không đúng. Hãy nhập mã xác thực mới.',
};
