// Why something was found, in Vietnamese.

export const vi = {
  otherwise: (said: string, taken: string) => `cách nói khác: “${said}” là “${taken}”`,
  nearly: (pairs: readonly { readonly typed: string; readonly shown: string }[]) =>
    `gần giống: ${pairs.map(({ typed, shown }) => `“${typed}” ~ “${shown}”`).join(', ')}`,
  without: (typed: readonly string[]) => `không có: ${typed.map((word) => `“${word}”`).join(', ')}`,
  besides: 'khớp từ phụ',
  unmarked: ' (không xét dấu)',
  partly: (shown: string, manner: string) => `khớp một phần: “${shown}”${manner}`,
  word: (shown: string, manner: string) => `khớp từ “${shown}”${manner}`,
  phrase: (shown: string, manner: string) => `khớp cả cụm “${shown}”${manner}`,
  all: (shown: string, manner: string) => `có đủ các từ “${shown}”${manner}`,
  code: (code: string) => `đúng mã ${code}`,
  formerCode: (code: string, now: string) => `mã cũ ${code}, nay là ${now}`,
  codePart: (part: string) => `mã có “${part}”`,
};
