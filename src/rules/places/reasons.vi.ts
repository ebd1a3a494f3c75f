// Why a typed place was taken, or what to do when it was not. Names of places stand in quotes.
type Place = { readonly name: string };
type Typed = { readonly typed: string };

export const vi = {
  'place-understood': ({ name }: Place) => `Nơi này được hiểu là “${name}”.`,
  'place-divided': ({ name, count }: Place & { readonly count: number }) =>
    `“${name}” đã được chia về ${count} xã, phường. Bạn hãy chọn theo thôn, xóm, đường phố của mình.`,
  'place-district-former': ({ name, day }: Place & { readonly day: string }) =>
    `“${name}” là đơn vị cấp huyện cũ, không còn từ ngày ${day}. Bạn hãy chọn xã, phường.`,
  'place-district': ({ name }: Place) => `“${name}” là đơn vị cấp huyện. Bạn hãy chọn xã, phường trong đó.`,
  'place-province': ({ name, example }: Place & { readonly example: string }) =>
    `“${name}” là tên tỉnh, thành phố. Bạn hãy viết thêm tên xã, phường ở trước, ví dụ “${example}”.`,
  'place-several': ({ typed }: Typed) =>
    `“${typed}” có thể là nhiều nơi khác nhau. Bạn hãy chọn một nơi dưới đây, hoặc viết thêm tên xã, tên tỉnh.`,
  'place-unsure': ({ typed }: Typed) => `Chưa chắc “${typed}” là nơi nào. Bạn hãy chọn nơi đúng dưới đây.`,
  'place-near': ({ typed }: Typed) =>
    `Không có nơi nào viết đúng như “${typed}”. Bạn hãy chọn nơi đúng dưới đây, hoặc viết lại.`,
  'place-within': ({ part }: { readonly part: string }) =>
    `“${part}” không phải tên xã, phường ở đó, nên được hiểu là thôn, xóm hoặc đường phố. Bạn hãy chọn xã, phường.`,
  'place-part-unknown': ({ part, name }: Place & { readonly part: string }) =>
    `Không có xã, phường nào tên “${part}” ở “${name}”. Bạn hãy viết lại, hoặc chọn nơi đúng.`,
  'place-disagrees': ({ typed }: Typed) =>
    `Các tên trong “${typed}” không thuộc cùng một nơi. Bạn hãy chọn nơi đúng, hoặc viết lại tên xã và tên tỉnh.`,
  'place-unknown': ({ typed }: Typed) =>
    `Không tìm thấy nơi nào tên “${typed}”. Bạn hãy viết tên xã và tên tỉnh, ví dụ “Lương Phong, Bắc Giang”.`,
  'place-not-served': ({ typed }: Typed) =>
    `Hệ thống này chưa phục vụ nơi “${typed}”. Bạn hãy hỏi Ủy ban nhân dân nơi đó.`,
  'place-empty': 'Bạn hãy viết tên xã, phường và tên tỉnh.',
  'place-too-long': 'Tên nơi này quá dài. Bạn hãy chỉ viết tên xã, phường và tên tỉnh.',
};
