// The published forms, filled in as people do: each case of the law shows what it should and asks for the right papers.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  checkAll,
  compile,
  componentsFor,
  type FormContext,
  type FormDefinition,
  type FormError,
  keepingAppointment,
  prefill,
  readPage,
  sayError,
  seal,
  summary,
  visiblePages,
  warnings,
} from './index.ts';

const folder = new URL('../../../db/seeds/reference/forms/', import.meta.url);
const forms = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as FormDefinition,
);
const today = Temporal.PlainDate.from('2026-11-23');
const ctx: FormContext = { today, agencyName: 'UBND xã Hiệp Hòa', madeAt: 'xã Hiệp Hòa' };
const an = {
  fullName: 'Nguyễn Văn An',
  birthDate: '1990-03-27',
  personalNumber: '024090000001',
  phone: '+84912345678',
};
const say = (error: FormError) => sayError('vi', error);
const form = (code: string, day = today) =>
  forms.find(
    ({ code: own, validFrom, validTo }) =>
      own === code && (validFrom ?? '') <= day.toString() && day.toString() < (validTo ?? '9'),
  )!;

interface Catalogue {
  code: string | null;
  components: { name: string; presentOnly: boolean }[];
}
const catalogue = JSON.parse(
  readFileSync(new URL('../../../db/seeds/reference/procedures.json', import.meta.url), 'utf8'),
).procedures as Catalogue[];

/** Fills pages one after the other, as a browser would post them. */
function fill(definition: FormDefinition, pages: Readonly<Record<string, Record<string, string>>>): Answers {
  let answers = prefill(definition, an);
  for (const [page, posted] of Object.entries(pages)) {
    const read = readPage(definition, page, posted, answers, ctx);
    expect(read.errors, page).toEqual([]);
    answers = read.answers;
  }
  return answers;
}

const address = (name: string, detail = '') => ({
  [`${name}.place`]: 'Lương Phong',
  [`${name}.detail`]: detail,
});
const date = (name: string, day: string, month: string, year: string) => ({
  [`${name}.day`]: day,
  [`${name}.month`]: month,
  [`${name}.year`]: year,
});
const idDoc = (name: string, number: string) => ({
  [`${name}.kind`]: 'cccd',
  [`${name}.number`]: number,
  ...date(`${name}.issuedOn`, '1', '6', '2021'),
  [`${name}.issuedBy`]: 'Cục Cảnh sát QLHC về TTXH',
});
const parent = (who: string, name: string, number: string) => ({
  [`${who}-name`]: { [`${who}.fullName`]: name, ...date(`${who}.birth`, '', '', '1992') },
  [`${who}-id`]: idDoc(`${who}.idDoc`, number),
  [`${who}-person`]: { [`${who}.ethnic`]: '01', [`${who}.nationality`]: 'VN' },
  [`${who}-residence`]: address(`${who}.residence`, 'thôn Đông'),
});
const birthOf = (kind: string, relation = 'mother') => ({
  case: { case: kind },
  relation: { 'requester.relation': relation },
  'requester-name': {
    'requester.fullName': 'Nguyễn Văn An',
    ...date('requester.birthDate', '27', '3', '1990'),
  },
  'requester-id': idDoc('requester.idDoc', '024090000001'),
  'requester-residence': address('requester.residence', 'thôn Đông'),
  'requester-contact': { 'requester.phone': '0912 345 678' },
  'child-name': { 'child.surname': 'Nguyễn', 'child.middle': 'Minh', 'child.given': 'Khôi' },
  'child-birth': date('child.birthDate', '1', '11', '2026'),
  'child-person': { 'child.gender': 'male', 'child.ethnic': '01', 'child.nationality': 'VN' },
  'child-birthplace': {
    'child.birthPlaceKind': 'facility',
    'child.birthFacility': 'Trung tâm Y tế Hiệp Hòa',
    ...address('child.birthPlace'),
  },
  'child-hometown': address('child.hometown'),
  copies: { 'copies.want': 'yes', 'copies.count': '3' },
  commit: { commit: 'yes' },
});
const married = {
  'birth-cert': { 'birthCert.electronic': 'no' },
  marriage: { 'marriage.has': 'yes' },
  'marriage-paper': {
    'marriage.number': '12/2020',
    ...date('marriage.date', '1', '5', '2020'),
    'marriage.place': 'UBND xã Lương Phong',
  },
};
const bothParents = {
  ...parent('mother', 'Trần Thị Bình', '024192000002'),
  ...parent('father', 'Nguyễn Văn An', '024090000001'),
};

const pageIds = (definition: FormDefinition, answers: Answers) =>
  visiblePages(definition, answers, ctx).map((page) => page.id);
const requiredPapers = (definition: FormDefinition, answers: Answers) =>
  componentsFor(definition, answers, ctx)
    .filter((paper) => paper.required && !paper.fromForm)
    .map((paper) => paper.key);

describe('every published form', () => {
  test.each(forms.map((each) => [`${each.code} ${each.revision}`, each] as const))(
    '%s compiles and is NFC',
    (_, each) => {
      compile(each);
      const text = JSON.stringify(each);
      expect(text).toBe(text.normalize('NFC'));
    },
  );

  test.each(forms.filter((each) => each.code !== 'generic').map((each) => [each.code, each] as const))(
    '%s names its papers as the catalogue does',
    (code, each) => {
      const listed = catalogue.find((procedure) => procedure.code === code)!.components;
      for (const paper of each.components) {
        const same = listed.find((other) => other.name === paper.name);
        expect(same, paper.name).toBeDefined();
        expect(paper.presentOnly).toBe(same!.presentOnly);
      }
    },
  );
});

describe('1.001193 khai sinh', () => {
  const birth = form('1.001193');

  test('thông thường: a married couple fills everything and may send', () => {
    const answers = fill(birth, { ...birthOf('normal'), ...married, ...bothParents });
    expect(checkAll(birth, answers, ctx)).toEqual([]);
    expect(requiredPapers(birth, answers)).toEqual(['birthCert']);
    const rows = summary(birth, answers, ctx).flatMap((section) => section.rows);
    const said = Object.fromEntries(rows.map((row) => [row.key, row.value]));
    expect(said['child.surname']).toBe('NGUYỄN');
    expect(said['child.birthDateWords']).toBe(
      'Ngày một, tháng mười một, năm hai nghìn không trăm hai mươi sáu',
    );
    expect(said['mother.birth']).toBe('1992');
    expect(said['requester.phone']).toBe('0912345678');
    expect(said['requester.email']).toBe('Không khai');
    expect(said.receivingAgency).toBe('UBND xã Hiệp Hòa');
    expect(said.madeDate).toBe('23/11/2026');
  });

  test('the sections come in the order of the paper form', () => {
    const answers = fill(birth, { ...birthOf('normal'), ...married, ...bothParents });
    expect(summary(birth, answers, ctx).map((section) => section.id)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  });

  test('trẻ bị bỏ rơi: no parents, no marriage, the record of finding is obligatory (Điều 14 NĐ 123/2015)', () => {
    const { 'child-person': _, ...others } = birthOf('abandoned', 'organisation');
    const answers = fill(birth, {
      ...others,
      authorized: { 'requester.authorized': 'no' },
      'child-person': { 'child.gender': 'female', 'child.ethnic': '', 'child.nationality': 'VN' },
    });
    expect(checkAll(birth, answers, ctx)).toEqual([]);
    const pages = pageIds(birth, answers);
    for (const hidden of ['mother-name', 'father-name', 'marriage', 'birth-cert'])
      expect(pages).not.toContain(hidden);
    expect(requiredPapers(birth, answers)).toEqual(['abandoned']);
  });

  test('chưa xác định được cha: only the mother is asked', () => {
    const answers = fill(birth, {
      ...birthOf('fatherUnknown'),
      'birth-cert': { 'birthCert.electronic': 'yes' },
      ...parent('mother', 'Trần Thị Bình', '024192000002'),
    });
    expect(checkAll(birth, answers, ctx)).toEqual([]);
    expect(pageIds(birth, answers)).not.toContain('father-name');
    expect(requiredPapers(birth, answers)).toEqual([]);
  });

  test('chưa xác định được mẹ: only the father is asked', () => {
    const answers = fill(birth, {
      ...birthOf('motherUnknown', 'father'),
      'birth-cert': { 'birthCert.electronic': 'unknown' },
      ...parent('father', 'Nguyễn Văn An', '024090000001'),
    });
    expect(checkAll(birth, answers, ctx)).toEqual([]);
    expect(pageIds(birth, answers)).not.toContain('mother-name');
  });

  test('mang thai hộ: the surrogacy paper is obligatory', () => {
    const answers = fill(birth, { ...birthOf('surrogacy'), ...married, ...bothParents });
    expect(requiredPapers(birth, answers)).toEqual(['birthCert', 'surrogacy']);
  });

  test.each([
    ['no', false],
    ['yes', true],
  ])('unmarried, recognition at the same time = %s: the father is asked = %s', (recognition, asked) => {
    const answers = fill(birth, {
      ...birthOf('normal'),
      marriage: { 'marriage.has': 'no' },
      recognition: { 'father.recognition': recognition },
    });
    expect(pageIds(birth, answers).includes('father-name')).toBe(asked);
  });

  test('answers that became hidden are not sent', () => {
    const before = fill(birth, { ...birthOf('normal'), ...married, ...bothParents });
    const { answers } = readPage(birth, 'case', { case: 'fatherUnknown' }, before, ctx);
    const sent = seal(birth, answers, ctx);
    expect(Object.keys(sent).filter((key) => /^(?:father|marriage)\./u.test(key))).toEqual([]);
    expect(sent['mother.fullName']).toBe('TRẦN THỊ BÌNH');
    expect(answers['father.fullName']).toBe('NGUYỄN VĂN AN');
  });

  test.each([
    [
      'a day that is not',
      'child-birth',
      date('child.birthDate', '31', '2', '2026'),
      'child-birthDate-day',
      'Ngày sinh của trẻ phải là ngày có thật, ví dụ 27/3/2024.',
    ],
    ['nothing', 'child-birth', {}, 'child-birthDate-day', 'Bạn phải nhập ngày sinh của trẻ.'],
    [
      'no month',
      'child-birth',
      date('child.birthDate', '3', '', '2026'),
      'child-birthDate-month',
      'Ngày sinh của trẻ phải có tháng.',
    ],
    [
      'a short year',
      'child-birth',
      date('child.birthDate', '3', '2', '026'),
      'child-birthDate-year',
      'Năm trong ngày sinh của trẻ phải có đủ 4 chữ số, ví dụ 1985.',
    ],
    [
      'tomorrow',
      'child-birth',
      date('child.birthDate', '24', '11', '2026'),
      'child-birthDate-day',
      'Ngày sinh của trẻ không được sau ngày hôm nay.',
    ],
    [
      'a boy as a mother',
      'mother-name',
      { 'mother.fullName': 'Trần Thị Bình', ...date('mother.birth', '', '', '2026') },
      'mother-birth-year',
      'Ngày sinh của người mẹ phải trước ngày sinh của trẻ.',
    ],
    [
      'a digit in a name',
      'child-name',
      { 'child.surname': 'Nguyễn', 'child.given': 'An2' },
      'child-given',
      'Tên của trẻ: họ tên không có chữ số, bạn hãy bỏ chữ số.',
    ],
    [
      'eleven digits',
      'mother-id',
      idDoc('mother.idDoc', '02419200000'),
      'mother-idDoc-number',
      'Giấy tờ tùy thân của người mẹ: số CCCD có 12 chữ số, bạn đã nhập 11 chữ số.',
    ],
    [
      '51 copies',
      'copies',
      { 'copies.want': 'yes', 'copies.count': '51' },
      'copies-count',
      'Số lượng bản sao phải từ 1 đến 50.',
    ],
    ['no tick', 'commit', {}, 'commit', 'Bạn phải đánh dấu vào ô cam đoan thì mới nộp được hồ sơ.'],
  ])('%s on page %s is refused where it stands, in words', (_, page, posted, fieldId, message) => {
    const before = fill(birth, { ...birthOf('normal'), ...married });
    const { errors } = readPage(birth, page, posted as Record<string, string>, before, ctx);
    expect(errors.map((error) => [error.fieldId, say(error)])).toEqual([[fieldId, message]]);
  });

  test('a requester under 18 is refused unless a parent', () => {
    const young = date('requester.birthDate', '1', '1', '2010');
    const read = (relation: string) => {
      const before = fill(birth, { relation: { 'requester.relation': relation } });
      return readPage(birth, 'requester-name', { 'requester.fullName': 'An', ...young }, before, ctx).errors
        .length;
    };
    expect([read('grandmother'), read('mother')]).toEqual([1, 0]);
  });

  test.each([
    ['24', '9', 0],
    ['23', '9', 1],
  ])('born on %s/%s/2026: late warnings = %s (60 days, Điều 15 Luật Hộ tịch)', (day, month, count) => {
    const answers = fill(birth, { 'child-birth': date('child.birthDate', day, month, '2026') });
    expect(warnings(birth, answers, ctx).filter((each) => say(each).includes('60 ngày'))).toHaveLength(count);
  });

  test('a personal number at odds with the birth year warns and does not block', () => {
    const answers = fill(birth, {
      ...birthOf('normal'),
      ...married,
      ...parent('mother', 'Trần Thị Bình', '024190000002'),
    });
    expect(warnings(birth, answers, ctx).map((each) => each.fieldId)).toEqual(['mother-idDoc-number']);
    expect(checkAll(birth, answers, ctx).filter((error) => error.key.startsWith('mother'))).toEqual([]);
  });
});

describe('2.000815 chứng thực bản sao', () => {
  const copy = form('2.000815');
  const docs = {
    'docs.rows': 'r1',
    'docs.next': '2',
    'docs[r1].title': 'Bằng tốt nghiệp',
    'docs[r1].language': 'vi',
    'docs[r1].pages': '3',
    'docs[r1].copies': '2',
    'docs[r1].form': 'paper',
  };

  test('one paper, one appointment, and it may be sent', () => {
    const answers = fill(copy, {
      requester: { 'requester.kind': 'person' },
      'requester-name': {
        'requester.fullName': 'An',
        'requester.idDoc.kind': 'cccd',
        'requester.idDoc.number': '024090000001',
      },
      'requester-address': address('requester.address'),
      'requester-contact': { 'requester.phone': '0912345678' },
      docs,
      refusal: { 'notRefused.erased': 'yes' },
      appointment: { appointment: '2026-11-25T07:30/11:30' },
    });
    expect(checkAll(copy, answers, ctx)).toEqual([]);
    expect(warnings(copy, answers, ctx)).toHaveLength(5);
    const rows = summary(copy, answers, ctx).find((section) => section.id === 'B')!.rows;
    expect(rows[0]).toEqual({
      key: 'docs[r1].title',
      label: 'Tên của bản chính giấy tờ, văn bản',
      value: 'Bằng tốt nghiệp',
      answered: true,
      pageId: 'docs',
      group: 'Giấy tờ 1',
    });
  });

  test('an error in the second row says so', () => {
    const second = {
      ...docs,
      'docs.rows': 'r1,r2',
      'docs[r2].title': 'Bằng lái',
      'docs[r2].language': 'vi',
      'docs[r2].pages': '0',
      'docs[r2].copies': '1',
      'docs[r2].form': 'paper',
    };
    const { errors } = readPage(copy, 'docs', second, {}, ctx);
    expect(errors.map((error) => [error.fieldId, say(error)])).toEqual([
      ['docs-r2-pages', 'Giấy tờ 2: Số trang bản chính phải từ 1 đến 200.'],
    ]);
  });

  test('a box left unticked is said so on the check page', () => {
    const rows = summary(copy, { 'notRefused.erased': true }, ctx).find(
      (section) => section.id === 'C',
    )!.rows;
    expect(rows.map((row) => row.value)).toEqual(['Đã đánh dấu', ...Array(5).fill('Không đánh dấu')]);
  });

  test('a foreign paper warns of legalisation', () => {
    const answers = fill(copy, { docs: { ...docs, 'docs[r1].language': 'foreign' } });
    expect(warnings(copy, answers, ctx).some((each) => say(each).includes('hợp pháp hóa lãnh sự'))).toBe(
      true,
    );
  });

  test('an appointment in the past is refused', () => {
    const open = { ...ctx, halfDays: () => ['2026-11-24T07:30/11:30', '2026-11-24T13:30/17:30'] };
    const told = (appointment: string) =>
      readPage(copy, 'appointment', { appointment }, prefill(copy, an), open).errors.map(say);
    expect(told('2026-11-24T13:30/17:30')).toEqual([]);
    expect(told('2026-11-22T07:30/11:30')).toEqual([
      'Cơ quan không hẹn được vào sáng Chủ nhật 22/11/2026 (07:30 đến 11:30). Bạn hãy chọn một buổi khác trong danh sách.',
    ]);
    for (const odd of ['', '25/11/2026', '2026-02-30T07:30/11:30', '2026-11-24T25:00/26:00'])
      expect(told(odd)).toEqual(['Bạn phải chọn buổi đến đối chiếu bản chính.']);
    const made = keepingAppointment(open, '2026-11-20T07:30/11:30');
    expect(readPage(copy, 'appointment', { appointment: '2026-11-20T07:30/11:30' }, {}, made).errors).toEqual(
      [],
    );
  });
});

describe('1.001612 hộ kinh doanh', () => {
  test.each([
    ['2025-06-30', '2021'],
    ['2025-07-01', '2025'],
  ])('on %s the form of %s is in force', (day, revision) => {
    expect(form('1.001612', Temporal.PlainDate.from(day)).revision).toBe(revision);
  });

  const household = form('1.001612');
  const industry = (id: string, code: string, main?: boolean) => ({
    [`industries[${id}].name`]: 'Bán lẻ',
    [`industries[${id}].code`]: code,
    ...(main && { [`industries[${id}].main`]: 'yes' }),
  });
  const twoIndustries = { 'industries.rows': 'r1,r2', 'industries.next': '3' };

  test.each([
    [false, false, 1],
    [true, false, 0],
    [true, true, 1],
  ])('main industries ticked: %s and %s → errors %s (exactly one)', (first, second, count) => {
    const posted = { ...twoIndustries, ...industry('r1', '4711', first), ...industry('r2', '5610', second) };
    expect(readPage(household, 'industries', posted, prefill(household, an), ctx).errors).toHaveLength(count);
  });

  test.each([
    ['Hộ kinh doanh An Bình', undefined],
    ['An Bình', 'Tên hộ kinh doanh phải bắt đầu bằng “HỘ KINH DOANH”, rồi đến tên riêng.'],
    ['Hộ kinh doanh Công ty An', 'Tên hộ kinh doanh không được có cụm từ “công ty” hoặc “doanh nghiệp”.'],
  ])('the name %s', (name, message) => {
    const { errors, answers } = readPage(household, 'name', { 'name.vi': name }, {}, ctx);
    expect(errors[0] && say(errors[0])).toBe(message);
    expect(answers['name.vi']).toBe(name.toLocaleUpperCase('vi'));
  });

  test('a foreign owner is refused', () => {
    const { errors } = readPage(
      household,
      'owner-person',
      { 'owner.ethnic': '01', 'owner.nationality': 'LA' },
      {},
      ctx,
    );
    expect(say(errors[0]!)).toBe('Chỉ công dân Việt Nam mới được thành lập hộ kinh doanh.');
  });

  test('the owner is not his own member, and a household needs its mandate', () => {
    let answers = fill(household, {
      'owner-id': idDoc('owner.idDoc', '024090000001'),
      founder: { founderType: 'household' },
    });
    const posted = { 'members.rows': 'r1', ...idDoc('members[r1].idDoc', '024090000001') };
    const read = readPage(household, 'members', posted, answers, ctx);
    expect(read.errors.filter((error) => error.fieldId === 'members-r1-idDoc-number').map(say)[0]).toContain(
      'của chủ hộ',
    );
    answers = read.answers;
    expect(requiredPapers(household, answers)).toEqual(['identity', 'mandate']);
    expect(requiredPapers(form('1.001612', Temporal.PlainDate.from('2023-05-15')), answers)).toEqual([
      'identity',
      'minutes',
      'mandate',
    ]);
  });

  test('capital is said in words', () => {
    const { answers } = readPage(household, 'capital', { 'capital.amount': '105.000.000 đ' }, {}, ctx);
    expect(answers['capital.amount']).toBe(105_000_000);
    expect(seal(household, answers, ctx)['capital.words']).toBe('Một trăm linh năm triệu đồng');
  });
});
