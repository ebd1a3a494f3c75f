// A filed form of the demo person, for tests.
import type { FilledForm } from './filled-form.ts';

export const filled: FilledForm = {
  title: 'Phiếu yêu cầu chứng thực bản sao từ bản chính',
  procedure: { code: '2.000815', name: 'Chứng thực bản sao từ bản chính' },
  agency: 'Ủy ban nhân dân xã Hiệp Hòa',
  dossierNumber: 'H05.21.7-261123-0001',
  trackUrl: 'https://motcua.example/tra-cuu?ma=H05.21.7-261123-0001',
  filedAt: Temporal.Instant.from('2026-11-22T14:40:00Z'),
  filedBy: 'Nguyễn Văn An',
  sections: [
    {
      title: 'Người yêu cầu chứng thực',
      rows: [
        { label: 'Họ, chữ đệm, tên', value: 'NGUYỄN VĂN AN' },
        { label: 'Địa chỉ', value: 'Thôn Đông, xã Hiệp Hòa, tỉnh Bắc Ninh' },
      ],
    },
    {
      title: 'Danh sách giấy tờ',
      rows: [
        { group: 'Giấy tờ 1', label: 'Tên của bản chính', value: 'Bằng tốt nghiệp trung học phổ thông' },
        { group: 'Giấy tờ 2', label: 'Tên của bản chính', value: 'Giấy phép lái xe' },
      ],
    },
  ],
  attachments: [{ component: 'Bản chính giấy tờ', file: 'bang-tot-nghiep.jpg' }],
};
