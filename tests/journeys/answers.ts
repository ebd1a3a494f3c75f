// Answers to the two long forms, page by page, as the journeys give them.

const place = (key: string) => ({
  [`${key}.place`]: 'Hiệp Hòa, Bắc Ninh',
  [`${key}.detail`]: 'Thôn Sơn Quả',
});
const day = (key: string, d: string, m: string, y: string) => ({
  [`${key}.day`]: d,
  [`${key}.month`]: m,
  [`${key}.year`]: y,
});
const identity = (key: string, number: string) => ({
  [`${key}.kind`]: 'cccd',
  [`${key}.number`]: number,
  ...day(`${key}.issuedOn`, '1', '6', '2021'),
  [`${key}.issuedBy`]: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
});

/** 1.001612, one person at one place, the form of 2025. */
export const HOUSEHOLD = {
  'owner-name': {
    'owner.fullName': 'NGUYỄN VĂN AN',
    'owner.gender': 'male',
    ...day('owner.birthDate', '15', '3', '1990'),
  },
  'owner-person': { 'owner.ethnic': '01', 'owner.nationality': 'VN' },
  'owner-id': identity('owner.idDoc', '024090001234'),
  'owner-address': { ...place('owner.permanentAddress'), 'owner.contactSame': 'yes' },
  'owner-contact': { 'owner.phone': '0912345678' },
  name: { 'name.vi': 'Hộ kinh doanh Tạp hóa An Lương' },
  office: place('office.address'),
  'office-contact': { 'office.phone': '0912345678' },
  industries: {
    'industries[r1].name': 'Bán lẻ lương thực, thực phẩm',
    'industries[r1].code': '4711',
    'industries[r1].main': 'yes',
  },
  capital: { 'capital.amount': '50.000.000' },
  'tax-notice': { 'tax.noticeSame': 'yes' },
  'tax-start': { 'tax.startNow': 'yes' },
  'tax-employees': { 'tax.employees': '1' },
  'tax-locations': { 'tax.hasLocations': 'no' },
  'tax-method': {},
  founder: { founderType: 'person' },
  commitments: {
    'commit.allowed': 'yes',
    'commit.notPrivateOwner': 'yes',
    'commit.notPartner': 'yes',
    'commit.premises': 'yes',
    'commit.truth': 'yes',
  },
  filer: { filer: 'owner' },
  fee: {},
};

/** 2.000815, the pages before and after the list of papers. */
export const COPIES = {
  requester: { 'requester.kind': 'person' },
  'requester-name': {
    'requester.fullName': 'Nguyễn Văn An',
    'requester.idDoc.kind': 'cccd',
    'requester.idDoc.number': '024090001234',
  },
  'requester-address': place('requester.address'),
  'requester-contact': { 'requester.phone': '0912345678' },
  refusal: {},
  appointment: { appointment: '2026-11-27T07:30/11:30' },
};
