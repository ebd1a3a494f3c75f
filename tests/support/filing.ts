// Answers as An gives them, page by page, and a dossier filed with them through the portal's own pages.
import { expect } from 'vitest';
import { confirmationCode } from '../../src/sites/portal/apply/confirmation-number.ts';
import { pdf, type TestPortal, type Visitor } from './portal.ts';

type Pages = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The general form. */
export const GENERIC: Pages = {
  requester: {
    'requester.fullName': 'Nguyễn Văn An',
    'requester.birthDate.day': '15',
    'requester.birthDate.month': '3',
    'requester.birthDate.year': '1990',
    'requester.personalNumber': '024 090 001 234',
  },
  address: { 'requester.address.place': 'Hiệp Hòa, Bắc Ninh', 'requester.address.detail': 'Thôn Sơn Quả' },
  contact: { 'requester.phone': '0912 345 678', 'requester.email': '' },
  content: { content: 'Đề nghị giải quyết thủ tục cho gia đình tôi.' },
};

const place = (key: string, detail = true) => ({
  [`${key}.place`]: 'Hiệp Hòa, Bắc Ninh',
  ...(detail && { [`${key}.detail`]: 'Thôn Sơn Quả' }),
});

const identity = (key: string, number: string) => ({
  [`${key}.kind`]: 'cccd',
  [`${key}.number`]: number,
  [`${key}.issuedOn.day`]: '1',
  [`${key}.issuedOn.month`]: '6',
  [`${key}.issuedOn.year`]: '2021',
  [`${key}.issuedBy`]: 'Cục Cảnh sát quản lý hành chính về trật tự xã hội',
});

/** Tờ khai đăng ký khai sinh: parents married, born at a hospital. */
export const BIRTH: Pages = {
  case: { case: 'normal' },
  relation: { 'requester.relation': 'father' },
  'requester-name': {
    'requester.fullName': 'Nguyễn Văn An',
    'requester.birthDate.day': '15',
    'requester.birthDate.month': '3',
    'requester.birthDate.year': '1990',
  },
  'requester-id': identity('requester.idDoc', '024090001234'),
  'requester-residence': place('requester.residence'),
  'requester-contact': { 'requester.phone': '0912345678', 'requester.email': '' },
  'child-name': { 'child.surname': 'Nguyễn', 'child.middle': 'Minh', 'child.given': 'Khôi' },
  'child-birth': {
    'child.birthDate.day': '1',
    'child.birthDate.month': '11',
    'child.birthDate.year': '2026',
  },
  'child-person': { 'child.gender': 'male', 'child.ethnic': '01', 'child.nationality': 'VN' },
  'child-birthplace': {
    'child.birthPlaceKind': 'facility',
    'child.birthFacility': 'Trung tâm Y tế Hiệp Hòa',
    ...place('child.birthPlace'),
  },
  'birth-cert': { 'birthCert.electronic': 'no' },
  'child-hometown': place('child.hometown', false),
  marriage: { 'marriage.has': 'yes' },
  'marriage-paper': {
    'marriage.number': '12',
    'marriage.bookNo': '01/2022',
    'marriage.date.day': '2',
    'marriage.date.month': '2',
    'marriage.date.year': '2022',
    'marriage.place': 'UBND xã Lương Phong',
  },
  'mother-name': {
    'mother.fullName': 'Lê Thị Chi',
    'mother.birth.day': '',
    'mother.birth.month': '',
    'mother.birth.year': '1992',
  },
  'mother-id': identity('mother.idDoc', '024192003456'),
  'mother-person': { 'mother.ethnic': '01', 'mother.nationality': 'VN' },
  'mother-residence': place('mother.residence'),
  'father-name': {
    'father.fullName': 'Nguyễn Văn An',
    'father.birth.day': '15',
    'father.birth.month': '3',
    'father.birth.year': '1990',
  },
  'father-id': identity('father.idDoc', '024090001234'),
  'father-person': { 'father.ethnic': '01', 'father.nationality': 'VN' },
  'father-residence': place('father.residence'),
  copies: { 'copies.want': 'no' },
  commit: { commit: 'yes' },
};

/** A person who files at this portal, step by step; `who` begins as somebody else. */
export function filingBy(portal: TestPortal, person: Visitor) {
  return {
    begin: (slug: string, who = person) => begin(who, slug),
    hiepHoa: () => hiepHoa(portal),
    answer: (draft: string, pages: Pages = GENERIC) => answerAll(portal, person, draft, pages),
    prepare: (slug: string, pages?: Pages) => prepare(portal, person, slug, pages),
    sending: (draft: string) => sending(portal, draft),
  };
}

/** UBND xã Hiệp Hòa. */
export function hiepHoa({ deps }: TestPortal): string {
  return deps.agencies.ofUnit('07840', Temporal.PlainDate.from('2026-11-23'))!.id;
}

/** A fresh draft. @returns its address, without a step */
export async function begin(who: Visitor, slug: string): Promise<string> {
  const { location } = await who.post('/nop-ho-so', { 'thu-tuc': slug });
  expect(location).toMatch(/^\/nop-ho-so\/[0-9a-f-]{36}\/noi-nop$/u);
  return location.replace(/\/noi-nop$/u, '');
}

/** Chooses the agency and answers page by page, wherever the form leads. @returns the pages seen, in order */
export async function answerAll(
  portal: TestPortal,
  who: Visitor,
  draft: string,
  pages: Pages,
): Promise<string[]> {
  const seen: string[] = [];
  let at = (await who.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa(portal) })).location;
  while (at.includes('/thong-tin/')) {
    const page = at.split('/').at(-1) as string;
    const { status, location, body } = await who.post(at, pages[page] ?? {});
    expect(status, `${page}: ${/error-summary__list[\s\S]*?<\/ul>/u.exec(body)?.[0]}`).toBe(303);
    seen.push(page);
    at = location;
  }
  expect(at).toBe(`${draft}/giay-to`);
  return seen;
}

/** A draft filled up to the check page, with one file for every paper that is required. */
export async function prepare(
  portal: TestPortal,
  who: Visitor,
  slug: string,
  pages: Pages = GENERIC,
): Promise<string> {
  const draft = await begin(who, slug);
  await answerAll(portal, who, draft, pages);
  for (;;) {
    const { location, body } = await who.post(`${draft}/giay-to`);
    if (location) break;
    const paper = /href="([^"]+\/giay-to\/[^"]+)"/u.exec(body)?.[1] as string;
    expect((await who.upload(paper, [pdf(paper)])).status).toBe(303);
  }
  expect((await who.post(`${draft}/hinh-thuc`, { nop: 'online', nhan: 'counter' })).location).toBe(
    `${draft}/kiem-tra`,
  );
  return draft;
}

/** What the last post of a draft says: code and declaration. */
export function sending({ deps }: TestPortal, draft: string): { ma: string; 'cam-doan': string } {
  return { ma: confirmationCode(deps.secret, draft.split('/').at(-1) as string), 'cam-doan': 'co' };
}

/** Files a dossier. @returns its id */
export async function file(portal: TestPortal, who: Visitor, slug: string, pages?: Pages): Promise<string> {
  const draft = await prepare(portal, who, slug, pages);
  const { location } = await who.post(`${draft}/kiem-tra`, sending(portal, draft));
  expect(location).toMatch(/^\/ho-so\/[0-9a-f-]{36}\/da-nop$/u);
  return location.split('/')[2] as string;
}
