// What is said of a number, a name or a date on a paper, by the check's code. Whole sentences; forms put the thing's name before them.

/** How many digits were typed. */
type Typed = { readonly typed: number };
/** What a personal number tells that does not agree with what else is known. */
export type Disagreement = {
  readonly sex?: 'nam' | 'nữ' | undefined;
  readonly year?: number | undefined;
  /** A year of birth later than this one. */
  readonly futureYear?: number | undefined;
  /** Three first digits that are no province's. */
  readonly place?: string | undefined;
};

const notDigits = (what: string) => `${what} chỉ gồm chữ số, bạn hãy bỏ chữ cái và ký hiệu khác.`;

export const vi = {
  'id-empty': 'Bạn phải nhập cmt/cccd.',
  'cccd-not-digits': notDigits('Số CCCD'),
  'cccd-old-number': 'Số có 9 chữ số là số CMND cũ, bạn hãy nhập số CCCD gồm 12 chữ số.',
  'cccd-length': ({ typed }: Typed) => `Số CCCD có 12 chữ số, bạn đã nhập ${typed} chữ số.`,
  'cccd-disagrees': ({ sex, year, futureYear, place }: Disagreement) => {
    const found = [
      sex && `số này của người giới tính ${sex}, khác với giới tính đã khai`,
      year && `số này của người sinh năm ${year}, khác với năm sinh đã khai`,
      futureYear && `số này ghi năm sinh ${futureYear}, ở sau năm nay`,
      place && `ba số đầu ${place} không phải mã tỉnh (có thể là mã nước nơi đăng ký khai sinh)`,
    ];
    return `Bạn hãy kiểm tra lại: ${found.filter(Boolean).join('; ')}.`;
  },
  'cccd-right': 'Số CCCD đúng dạng.',
  'cmnd-not-digits': notDigits('Số CMND'),
  'cmnd-new-number': 'Số có 12 chữ số là số CCCD, bạn hãy nhập vào ô số CCCD.',
  'cmnd-length': ({ typed }: Typed) => `Số CMND có 9 chữ số, bạn đã nhập ${typed} chữ số.`,
  'cmnd-right': 'Số CMND đúng dạng.',
  'cmnd-out-of-use': 'CMND không còn giá trị sử dụng từ ngày 01/01/2025, bạn hãy dùng số CCCD nếu đã có.',
  'bhxh-empty': 'Bạn phải nhập mã số BHXH.',
  'bhxh-not-digits': notDigits('Mã số BHXH'),
  'bhxh-length': ({ typed }: Typed) =>
    `Mã số BHXH có 10 chữ số (hoặc 12 chữ số của số định danh), bạn đã nhập ${typed} chữ số.`,
  'bhxh-right': 'Mã số BHXH đúng dạng.',
  'tax-code-empty': 'Bạn phải nhập mã số thuế.',
  'tax-code-not-digits': notDigits('Mã số thuế'),
  'tax-code-length': ({ typed }: Typed) =>
    `Mã số thuế có 10, 12 hoặc 13 chữ số, bạn đã nhập ${typed} chữ số.`,
  'tax-code-branch': 'Ba chữ số cuối của mã số thuế chi nhánh đi từ 001 đến 999.',
  'tax-code-check-digit': 'Mã số thuế sai chữ số kiểm tra, bạn hãy xem lại từng chữ số trên giấy tờ thuế.',
  'tax-code-no-check-digit':
    'Không có chữ số kiểm tra nào khớp với mã số thuế này, bạn hãy đối chiếu với giấy tờ thuế.',
  'tax-code-right': 'Mã số thuế đúng dạng.',
  'phone-empty': 'Bạn phải nhập số điện thoại.',
  'phone-right': 'Số điện thoại đúng dạng.',
  'phone-landline': 'Đây là số cố định, không nhận được mã OTP; bạn hãy nhập số di động nếu có.',
  'phone-not-digits': notDigits('Số điện thoại'),
  'phone-old-eleven': 'Số di động 11 chữ số đã đổi thành 10 chữ số từ năm 2018, bạn hãy nhập số mới.',
  'phone-start': 'Số điện thoại bắt đầu bằng 0 hoặc +84, ví dụ 0912 345 678.',
  'phone-unknown': 'Bạn hãy nhập số di động gồm 10 chữ số của một đầu số đang dùng, ví dụ 0912 345 678.',
  'name-empty': 'Bạn phải nhập họ tên.',
  'name-digits': 'Họ tên không có chữ số, bạn hãy bỏ chữ số.',
  'name-too-long': ({ longest }: { longest: number }) =>
    `Họ tên dài nhất ${longest} ký tự, bạn hãy viết ngắn lại.`,
  'name-signs': "Họ tên chỉ gồm chữ cái, dấu cách, dấu ' và dấu -, bạn hãy bỏ ký hiệu khác.",
  'name-stop': 'Họ tên có dấu chấm, bạn hãy kiểm tra đúng như giấy tờ.',
  'name-foreign': 'Họ tên có chữ cái ngoài tiếng Việt, bạn hãy kiểm tra đúng như giấy tờ.',
  'name-right': 'Họ tên đúng dạng.',
  'email-empty': 'Bạn phải nhập thư điện tử.',
  'email-right': 'Thư điện tử đúng dạng.',
  'email-form': 'Thư điện tử có dạng ten@vidu.vn, bạn hãy kiểm tra lại.',
  'email-marks': 'Thư điện tử không có dấu tiếng Việt và ký tự lạ, bạn hãy kiểm tra lại.',
  'email-too-long': ({ longest }: { longest: number }) =>
    `Thư điện tử dài nhất ${longest} ký tự, bạn hãy kiểm tra lại.`,
  'date-empty': 'Bạn phải nhập ngày.',
  'date-form':
    'Bạn hãy ghi ngày dạng dd/mm/yyyy, ví dụ 05/09/1950; nếu giấy tờ chỉ có tháng và năm hoặc chỉ có năm thì ghi 09/1950 hoặc 1950.',
  'date-year': ({ year }: { year: string }) => `Năm ${year} không hợp lý, bạn hãy kiểm tra lại năm.`,
  'date-month': ({ month }: { month: number }) => `Không có tháng ${month}, bạn hãy kiểm tra lại tháng.`,
  'date-month-missing': 'Bạn đã ghi ngày thì phải ghi cả tháng.',
  'date-day': ({ day, month, year }: { day: number; month: number; year: number }) =>
    `Tháng ${month} năm ${year} không có ngày ${day}, bạn hãy kiểm tra lại ngày.`,
  'date-after-today': ({ date }: { date: string }) => `Ngày ${date} ở sau hôm nay, bạn hãy kiểm tra lại.`,
  'date-short-year': ({ year }: { year: number }) =>
    `Năm ghi hai chữ số được hiểu là ${year}, bạn hãy ghi đủ bốn chữ số nếu không phải.`,
  'date-only-year': 'Ngày này chỉ có năm.',
  'date-only-month': 'Ngày này chỉ có tháng và năm.',
  'date-whole': 'Ngày này có đủ ngày, tháng và năm.',
  'agency-code-empty': 'Bạn phải nhập mã cơ quan.',
  'agency-code-right': 'Mã cơ quan đúng dạng.',
  'agency-code-form': 'Mã cơ quan có dạng H55.242 hoặc 000.00.01.H22, bạn hãy kiểm tra lại.',
  'dossier-number-empty': 'Bạn phải nhập mã hồ sơ.',
  'dossier-number-right': 'Mã hồ sơ đúng dạng.',
  'dossier-number-form': 'Mã hồ sơ có dạng H02.45.23-230615-0007, bạn hãy nhập đúng như trên giấy hẹn.',
  'dossier-number-agency': 'Phần mã cơ quan ở đầu mã hồ sơ không đúng, bạn hãy nhập đúng như trên giấy hẹn.',
  'dossier-number-date':
    'Phần ngày trong mã hồ sơ không phải ngày có thật, bạn hãy nhập đúng như trên giấy hẹn.',
  'procedure-code-empty': 'Bạn phải nhập mã thủ tục.',
  'procedure-code-national': 'Mã thủ tục quốc gia đúng dạng.',
  'procedure-code-local': 'Mã thủ tục của địa phương đúng dạng.',
  'procedure-code-service':
    'Đây là mã dịch vụ công trực tuyến, bạn hãy bỏ dấu chấm và hai chữ số cuối để có mã thủ tục.',
  'procedure-code-form': 'Mã thủ tục có dạng 1.001193 hoặc 1.001193.H05, bạn hãy kiểm tra lại.',
};
