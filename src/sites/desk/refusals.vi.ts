// What only the desk refuses.

export const vi = {
  overlong: ({ label, most }: { label: string; most: number }) =>
    `${label} dài quá ${most} ký tự; hãy viết ngắn lại.`,
  'box-missing': ({ label }: { label: string }) => `Bạn phải nhập “${label}”.`,
  'box-unprintable': ({ label, strange }: { label: string; strange: readonly string[] }) =>
    `“${label}” có ký tự không in được trên văn bản: ${strange.join(' ')}. Hãy thay bằng chữ thường.`,
};
