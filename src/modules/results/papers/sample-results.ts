// Results of the demo people, for tests: ordinary values for each template that ships with the program.
import { instantOf } from '../../../rules/kernel/index.ts';
import type { ResultPaperData, ResultValues } from './result-paper.ts';

const parent = {
  birth: '1996',
  ethnic: 'Kinh',
  nationality: 'Việt Nam',
  residence: 'Thôn Đông, xã Hiệp Hòa, tỉnh Bắc Ninh',
};

export const VALUES: Readonly<Record<string, ResultValues>> = {
  'giay-khai-sinh': {
    'child.fullName': 'NGUYỄN PHƯƠNG QUỲNH CHI',
    'child.birthDate': '09/02/2026',
    'child.birthDateWords': 'Ngày mùng chín tháng hai năm hai nghìn không trăm hai mươi sáu',
    'child.gender': 'Nữ',
    'child.ethnic': 'Kinh',
    'child.nationality': 'Việt Nam',
    'child.birthPlace': 'Trung tâm Y tế Hiệp Hòa, xã Hiệp Hòa, tỉnh Bắc Ninh',
    'child.hometown': 'Xã Hiệp Hòa, tỉnh Bắc Ninh',
    'child.personalId': '',
    'mother.fullName': 'LÊ THỊ CHI',
    'mother.birth': parent.birth,
    'mother.ethnic': parent.ethnic,
    'mother.nationality': parent.nationality,
    'mother.residence': parent.residence,
    'father.fullName': 'NGUYỄN VĂN AN',
    'father.birth': '1994',
    'father.ethnic': parent.ethnic,
    'father.nationality': parent.nationality,
    'father.residence': parent.residence,
    'requester.fullName': 'Nguyễn Văn An',
    'requester.idDoc': 'Căn cước công dân số 024094001234, cấp ngày 10/03/2022',
    registeredAt: 'Ủy ban nhân dân xã Hiệp Hòa, tỉnh Bắc Ninh',
    registeredOn: '23/11/2026',
  },
  'loi-chung-ban-sao': {
    'requester.fullName': 'NGUYỄN VĂN AN',
    'requester.idDoc': 'Căn cước công dân số 024094001234',
    book: '01/2026 - SCT/BS',
    docs: [
      {
        title: 'Bằng tốt nghiệp trung học phổ thông',
        docNumber: 'B 123456, Sở Giáo dục và Đào tạo',
        pages: '1',
        copies: '3',
      },
      { title: 'Giấy phép lái xe', docNumber: '240123004567', pages: '2', copies: '1' },
    ],
  },
  'giay-chung-nhan-ho-kinh-doanh': {
    'name.vi': 'HỘ KINH DOANH TẠP HÓA AN BÌNH',
    'name.foreign': '',
    'name.short': '',
    businessCode: '8123456789',
    'office.address': 'Thôn Đông, xã Hiệp Hòa, tỉnh Bắc Ninh',
    'office.phone': '0912 345 678',
    'office.email': '',
    industries: [
      {
        name: 'Bán lẻ lương thực, thực phẩm, đồ uống, thuốc lá, thuốc lào chiếm tỷ trọng lớn trong các cửa hàng tổng hợp',
        code: '4711',
        main: 'X',
      },
      { name: 'Dịch vụ phục vụ đồ uống', code: '5630', main: '' },
    ],
    'capital.amount': '50.000.000 đ',
    'capital.words': 'Năm mươi triệu đồng',
    founderType: 'Các thành viên hộ gia đình',
    'owner.fullName': 'NGUYỄN VĂN AN',
    'owner.gender': 'Nam',
    'owner.birthDate': '01/05/1994',
    'owner.ethnic': 'Kinh',
    'owner.nationality': 'Việt Nam',
    'owner.idDoc': 'Căn cước công dân số 024094001234, cấp ngày 10/03/2022',
    'owner.permanentAddress': 'Thôn Đông, xã Hiệp Hòa, tỉnh Bắc Ninh',
    'owner.contactAddress': 'Thôn Đông, xã Hiệp Hòa, tỉnh Bắc Ninh',
    members: [{ fullName: 'Lê Thị Chi', idDoc: 'Căn cước công dân số 024196004321' }],
  },
  'thong-bao-ket-qua': {
    'applicant.name': 'Ông Nguyễn Văn An',
    'applicant.address': 'Thôn Đông, xã Hiệp Hòa, tỉnh Bắc Ninh',
    'procedure.name': 'Xác nhận tình trạng hôn nhân',
    'dossier.number': 'H05.21.7-261123-0001',
    'dossier.acceptedOn': '23/11/2026',
    'agency.name': 'Ủy ban nhân dân xã Hiệp Hòa',
    outcome: 'Đồng ý cấp Giấy xác nhận tình trạng hôn nhân.',
    reason: '',
  },
};

export function sampleResult(template: string): ResultPaperData {
  return {
    head: {
      parentBody: 'Ủy ban nhân dân tỉnh Bắc Ninh',
      issuingBody: 'Ủy ban nhân dân xã Hiệp Hòa',
      place: 'Hiệp Hòa',
      serial: '12',
    },
    signedAt: instantOf(Temporal.PlainDateTime.from('2026-11-25T10:15')),
    dossierNumber: 'H05.21.7-261123-0001',
    values: VALUES[template] ?? {},
    signer: { name: 'Dũng' },
    verify: {
      url: 'https://motcua.example/kiem-tra/4KX9-72MD',
      place: 'motcua.example/kiem-tra',
      code: '4KX9-72MD',
    },
  };
}
