// When and where the fee of a dossier is paid, in whole sentences for its payer.

export const vi = {
  'at-reception': {
    portal: 'Bạn nộp trực tuyến hoặc tại bộ phận một cửa; hồ sơ được tiếp nhận sau khi bạn nộp.',
    counter: 'Bạn nộp tại bộ phận một cửa khi hồ sơ được tiếp nhận.',
  },
  'filed-from-afar': {
    portal: 'Bạn nộp trực tuyến hoặc tại bộ phận một cửa, chậm nhất khi nhận kết quả.',
    counter: 'Bạn nộp tại bộ phận một cửa, chậm nhất khi nhận kết quả.',
  },
  'reception-passed': {
    portal: 'Bạn nộp trực tuyến hoặc tại bộ phận một cửa trước khi nhận kết quả.',
    counter: 'Bạn nộp tại bộ phận một cửa trước khi nhận kết quả.',
  },
  'at-return': {
    portal: 'Bạn nộp khi có kết quả, trực tuyến hoặc tại nơi trả.',
    counter: 'Bạn nộp tại nơi trả kết quả, khi nhận kết quả.',
  },
};
