// Where the result is had, in Vietnamese.

export const vi = {
  post: (address: string) => `Qua bưu chính công ích, tới: ${address}`,
  electronic: 'Bản điện tử trong tài khoản trên Cổng Dịch vụ công',
  counter: (desk: string) => desk,
};
