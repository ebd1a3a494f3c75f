// The SMS that tells of a new password: without accents, in one part.
export const vi = ({ account, at }: { account: string; at: string }) =>
  `Mat khau tai khoan ${account} vua duoc dat lai luc ${at}. Neu khong phai ban, hay bao ngay bo phan mot cua.`;
