// The slips as a reader, a screen reader and a scanner meet them (needs poppler-utils and zbar-tools).
import { describe, expect, it } from 'vitest';
import { codesOn, infoOf, structureOf, textOf } from '../../../../tests/support/debian.ts';
import { renderSlip01, renderSlip02, renderSlip03 } from './index.ts';
import { at, common, receipt, refusal, supplement } from './sample-slips.ts';

const HEAD = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Độc lập - Tự do - Hạnh phúc',
  'ỦY BAN NHÂN DÂN XÃ HIỆP HÒA',
  'Hiệp Hòa, ngày 23 tháng 11 năm 2026',
  'Mã hồ sơ: H05.21.7-261123-0001',
  'NGUYỄN VĂN AN',
  'Địa chỉ: Thôn Đông, xã Hiệp Hòa',
  'Số điện thoại: 0912 345 678',
  'Email: an@example.vn',
  'Nội dung yêu cầu giải quyết: Đăng ký khai sinh',
];

describe('Mẫu số 01 (TT 03/2025/TT-VPCP)', async () => {
  const pdf = await renderSlip01(receipt);
  const text = textOf(pdf);

  it.each([
    ...HEAD,
    'Số: 12/TNHS',
    'Mã tra cứu: 7K3M-9QXZ',
    'Bộ phận tiếp nhận: Trung tâm Phục vụ hành chính công xã Hiệp Hòa',
    '1. Thành phần hồ sơ nộp gồm:',
    'Tờ khai đăng ký khai sinh - - 1',
    '2. Số lượng hồ sơ: 01 (bộ)',
    '3. Thời gian giải quyết hồ sơ theo quy định: trong ngày',
    '4. Thời gian nhận hồ sơ: 09 giờ 05 phút, ngày 23 tháng 11 năm 2026',
    '5. Thời gian trả kết quả giải quyết hồ sơ: 09 giờ 05 phút, ngày 27 tháng 11 năm 2026',
    'Thứ Ba 24/11/2026 là Ngày Văn hóa Việt Nam, không tính vào thời hạn.',
    '6. Đăng ký nhận kết quả tại: Trung tâm',
    '7. Phí, lệ phí: 16.000 đ',
    'đã nộp lúc 08:58 ngày 23/11/2026',
    'Vào Sổ theo dõi hồ sơ, Quyển số: 01/2026',
    'NGƯỜI NỘP HỒ SƠ',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
    'lập thành 02 liên',
    'Mẫu số 01, Thông tư số 03/2025/TT-VPCP',
  ])('says "%s"', (words) => {
    expect(text).toContain(words);
  });

  it('says how it was handed in: on the net, by post, or at the desk with a signature', async () => {
    const name = 'Nguyễn Văn An';
    const online = /Nộp trực tuyến|nộp qua mạng/u;
    expect(text).toMatch(online);
    const byPost = textOf(await renderSlip01({ ...receipt, submitter: { name, byPost: true } }));
    expect(byPost).toContain('(Gửi qua bưu chính công ích)');
    for (const submitter of [{ name }, { name, byPost: true }])
      for (const slip of [
        await renderSlip01({ ...receipt, submitter }),
        await renderSlip03({ ...refusal, submitter }),
      ])
        expect(textOf(slip)).not.toMatch(online);
  });

  it('has the track address, and nothing else, in its QR code', () => {
    expect(codesOn(pdf)).toEqual([common.dossier.trackUrl]);
  });

  it('is tagged and reads in order', () => {
    expect(infoOf(pdf)).toMatchObject({ Tagged: 'yes', Pages: '1', 'PDF version': '1.7' });
    const structure = structureOf(pdf);
    const order = [
      'CỘNG HÒA',
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Table',
      'Thời gian trả kết quả',
      'Ghi chú',
    ];
    const places = order.map((words) => structure.indexOf(words));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(-1);
    expect(structure.match(/^\s+TD/gmu)).toHaveLength(15);
  });

  it('says that nothing is charged where nothing is', async () => {
    const free = await renderSlip01({ ...receipt, fee: { lines: [], state: { kind: 'free' } } });
    expect(textOf(free)).toContain('7. Phí, lệ phí: không thu');
  });

  it('leaves out what the person did not give', async () => {
    const dossier = { ...common.dossier, applicant: { name: 'NGUYỄN VĂN AN' } };
    expect(textOf(await renderSlip01({ ...receipt, dossier }))).not.toMatch(/Địa chỉ|Số điện thoại|Email/u);
  });

  it('is the older form on an older day', async () => {
    const old = textOf(await renderSlip01({ ...receipt, at: at('2023-02-05T09:00') }));
    expect(old).toContain('Hiệp Hòa, ngày 05 tháng 02 năm 2023');
    expect(old).toContain('Thông tư số 01/2018/TT-VPCP');
  });
});

describe('Mẫu số 02', async () => {
  const pdf = await renderSlip02(supplement);
  const text = textOf(pdf);

  it.each([
    ...HEAD,
    'Số: 12/HDHS',
    'Giấy chứng sinh',
    'Lý do: Giấy tờ chưa rõ',
    'Thời hạn bổ sung: trước 17 giờ 00 phút, ngày 07 tháng 12 năm 2026',
    'liên hệ với ông Bình, số điện thoại 0204 3 872 001, để được hướng dẫn',
    'NGƯỜI HƯỚNG DẪN',
  ])('says "%s"', (words) => {
    expect(text).toContain(words);
  });

  it('has a row for every fault, with what to do', () => {
    const structure = structureOf(pdf);
    for (const item of supplement.items) {
      for (const words of [item.subject, item.wrong, item.todo]) expect(structure).toContain(`"${words}"`);
    }
  });

  it('numbers its pages from the second on', async () => {
    const wordy = [{ subject: 'Tờ khai', wrong: 'sai '.repeat(2500), todo: 'sửa' }];
    const pages = textOf(await renderSlip02({ ...supplement, items: wordy }));
    expect(pages).toContain('trang 2/');
  });
});

describe('Mẫu số 03', async () => {
  const pdf = await renderSlip03(refusal);
  const text = textOf(pdf);

  it.each([
    ...HEAD,
    'PHIẾU TỪ CHỐI TIẾP NHẬN',
    'thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
    'Trẻ đã được đăng ký khai sinh ngày 03/02/2026',
    'Khoản 1 Điều 5 và Điều 12 Luật Hộ tịch số 60/2014/QH13',
    'Ông/Bà có thể: nộp yêu cầu cấp bản sao trích lục',
    'NGƯỜI TIẾP NHẬN HỒ SƠ',
  ])('says "%s"', (words) => {
    expect(text).toContain(words);
  });

  it('carries the code', () => {
    expect(codesOn(pdf)).toEqual([common.dossier.trackUrl]);
  });
});
