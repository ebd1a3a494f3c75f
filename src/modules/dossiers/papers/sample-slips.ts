// Slips of the demo people, for tests: an ordinary case of each form.
import { instantOf } from '../../../rules/kernel/index.ts';
import type { SlipCommon } from './slip.ts';
import type { Slip01Data } from './slip-01-receipt.ts';
import type { Slip02Data } from './slip-02-supplement.ts';
import type { Slip03Data } from './slip-03-refusal.ts';

export const at = (text: string) => instantOf(Temporal.PlainDateTime.from(text));

export const common: SlipCommon = {
  head: {
    parentBody: 'Ủy ban nhân dân xã Hiệp Hòa',
    desk: 'Trung tâm Phục vụ hành chính công xã Hiệp Hòa',
    place: 'Hiệp Hòa',
    serial: '12',
  },
  dossier: {
    number: 'H05.21.7-261123-0001',
    trackUrl: 'https://motcua.example/tra-cuu?ma=H05.21.7-261123-0001',
    request: 'Đăng ký khai sinh',
    applicant: {
      name: 'NGUYỄN VĂN AN',
      address:
        'Thôn Đông, xã Hiệp Hòa, tỉnh Bắc Ninh (trước đây: xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang)',
      phone: '0912 345 678',
      email: 'an@example.vn',
    },
  },
  at: at('2026-11-23T09:05'),
};

export const receipt: Slip01Data = {
  ...common,
  components: [
    { name: 'Tờ khai đăng ký khai sinh', originals: 0, copies: 0, files: 1 },
    {
      name: 'Giấy chứng sinh (hoặc văn bản người làm chứng, giấy cam đoan về việc sinh)',
      originals: 1,
      copies: 0,
      files: 2,
    },
    { name: 'Văn bản ủy quyền (nếu ủy quyền)', originals: 0, copies: 1, files: 0 },
  ],
  sets: 1,
  period: 'trong ngày; nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo',
  receivedAt: at('2026-11-23T09:05'),
  dueAt: at('2026-11-27T09:05'),
  dueWhy: [
    'Hồ sơ nhận lúc 09:05 ngày 23/11/2026, trong giờ làm việc.',
    'Thứ Ba 24/11/2026 là Ngày Văn hóa Việt Nam, không tính vào thời hạn.',
  ],
  deliverAt: 'Trung tâm Phục vụ hành chính công xã Hiệp Hòa và bản điện tử trên Cổng dịch vụ công',
  fee: {
    lines: [{ name: 'Lệ phí cấp bản sao trích lục', amount: 16000 }],
    state: { kind: 'paid', at: at('2026-11-23T08:58') },
  },
  secretCode: '7K3M-9QXZ',
  trackPlace: 'motcua.example/tra-cuu',
  register: { book: '01/2026', entry: '318' },
  submitter: { name: 'Nguyễn Văn An', filedOnlineAt: at('2026-11-22T21:40') },
  receiver: { name: 'Bình' },
};

export const supplement: Slip02Data = {
  ...common,
  items: [
    {
      subject: 'Giấy chứng sinh',
      wrong: 'Ảnh chụp bị mờ ở góc dưới, không đọc được dấu của cơ sở y tế.',
      todo: 'Chụp lại toàn bộ tờ giấy, đủ bốn góc, nơi đủ ánh sáng; hoặc mang bản chính đến quầy.',
    },
    {
      subject: 'Mục "Quê quán" của trẻ',
      wrong: 'Ghi "Bắc Giang" chưa có tên xã.',
      todo: 'Ghi đủ xã và tỉnh theo quê quán của cha hoặc của mẹ.',
    },
  ],
  reason: 'Giấy tờ chưa rõ để đối chiếu theo Điều 16 Luật Hộ tịch.',
  answerBy: at('2026-12-07T17:00'),
  clockNote:
    'Thời gian chờ bổ sung không tính vào thời hạn giải quyết; hạn trả kết quả được tính lại khi Ông/Bà bổ sung xong.',
  answerPlace: 'motcua.example/ho-so (mục "Bổ sung"), hoặc tại quầy tiếp nhận',
  contact: { name: 'ông Bình', phone: '0204 3 872 001' },
  guide: { name: 'Bình' },
};

export const refusal: Slip03Data = {
  ...common,
  reason:
    'Trẻ đã được đăng ký khai sinh ngày 03/02/2026 tại Ủy ban nhân dân xã Hiệp Hòa. Một người chỉ được đăng ký khai sinh một lần; yêu cầu lần này trùng với việc đã đăng ký.',
  legalBasis: ['Khoản 1 Điều 5 và Điều 12 Luật Hộ tịch số 60/2014/QH13', 'Nghị định số 123/2015/NĐ-CP'],
  advice: 'nộp yêu cầu cấp bản sao trích lục khai sinh (mã thủ tục 2.000635) để có thêm bản sao.',
  submitter: { name: 'Nguyễn Văn An', filedOnlineAt: at('2026-11-22T21:40') },
  receiver: { name: 'Bình' },
};
