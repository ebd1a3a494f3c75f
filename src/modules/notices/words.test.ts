// Every SMS is one GSM-7 part of plain letters, says what happened to which dossier, and tells a stranger nothing.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { LANGUAGES } from '../../rules/kernel/index.ts';
import { smsParts } from '../../rules/terms/sms.ts';
import { type DossierNotice, letterOfBill, noticeOfBill, noticeOfDossier } from './index.ts';
import { maskName } from './mask-name.ts';

const usual: DossierNotice = {
  number: 'H05.12.7-261123-0007',
  requestCode: 'YC261123K7M4',
  ownerName: 'Nguyễn Thị Ánh Bình',
  agencyName: 'UBND xã Hiệp Hòa',
  formerAgency: '',
  due: Temporal.Instant.from('2026-11-27T02:00:00Z'),
  appointment: null,
  returnChannel: 'counter',
  language: 'vi',
};
/** Longer than any that the reference data knows. */
const longest: DossierNotice = {
  number: '000.00.17.H06-20260609-0092637',
  requestCode: 'YC20260609-0092637-XXXX',
  ownerName: 'Công Tằng Tôn Nữ Hoàng Phương Nghiêngngghiêng',
  agencyName:
    'Trung tâm Phục vụ hành chính công phường Thống Nhất thành phố Phan Rang - Tháp Chàm, tỉnh Khánh Hòa',
  formerAgency: 'UBND phường Thanh Sơn',
  due: Temporal.Instant.from('2026-12-31T10:30:00Z'),
  appointment: null,
  returnChannel: 'counter',
  language: 'vi',
};

const FACTS = [
  'dossier.submitted',
  'dossier.accepted',
  'dossier.supplement-asked',
  'dossier.supplement-answered',
  'dossier.refused',
  'dossier.finished',
  'dossier.delivered',
  'dossier.withdrawn',
];
const BILL_FACTS = [
  'bill.created',
  'bill.part-paid',
  'bill.paid',
  'bill.transfer-suspended',
  'bill.exempted',
];
const plain = /^[A-Za-z0-9 .,:/()'-]+$/u;

describe.each(FACTS.flatMap((fact) => LANGUAGES.map((language) => [fact, language] as const)))(
  '%s, %s',
  (fact, language) => {
    for (const [returnChannel, appointment] of [
      ['counter', null],
      ['electronic', null],
      ['post', null],
      ['counter', '2026-12-01T07:30/11:30'],
    ] as const)
      for (const [what, dossier] of [
        ['usual', usual],
        ['longest', longest],
      ] as const)
        it(`is one plain part and names the dossier and the office (${what}, ${returnChannel}, ${appointment})`, () => {
          const text = noticeOfDossier(fact, { ...dossier, returnChannel, appointment, language })
            ?.text as string;
          expect(smsParts(text)).toEqual({ encoding: 'GSM7', parts: 1 });
          expect(text).toMatch(plain);
          if (appointment && fact === 'dossier.submitted') expect(text).toContain('07:30-11:30 01/12/2026');
          expect(text).toContain(dossier.number);
          expect(text).toMatch(what === 'usual' ? /UBND xa Hiep Hoa\.$/u : /TT PVHCC/u);
          expect(text).not.toMatch(/https?:|www\.|\.vn/u);
          expect(text).not.toMatch(/Nguyen|Anh|Cong Tang/u);
        });
  },
);

test('the words of each step', () => {
  const say = (fact: string, change: Partial<DossierNotice> = {}) =>
    noticeOfDossier(fact, { ...usual, ...change })?.text;
  expect(say('dossier.submitted', { number: null, due: null })).toBe(
    'Ho so YC261123K7M4 cua N.T.A.Binh da gui. Cho tiep nhan tai UBND xa Hiep Hoa.',
  );
  expect(say('dossier.accepted')).toBe(
    'Ho so H05.12.7-261123-0007 cua N.T.A.Binh da duoc tiep nhan. Hen tra: 09:00 27/11/2026. Noi nhan: UBND xa Hiep Hoa.',
  );
  expect(say('dossier.supplement-asked')).toBe(
    'Ho so H05.12.7-261123-0007 cua N.T.A.Binh can bo sung. Xem muc Ho so cua toi. Hoi: UBND xa Hiep Hoa.',
  );
  expect(say('dossier.supplement-answered')).toContain('Da nhan bo sung ho so H05.12.7-261123-0007');
  expect(say('dossier.supplement-answered')).toContain('Hen tra: 09:00 27/11/2026');
  expect(say('dossier.refused')).toContain('khong duoc tiep nhan');
  expect(say('dossier.finished')).toContain('da co ket qua. Nhan tai UBND xa Hiep Hoa.');
  expect(say('dossier.finished', { returnChannel: 'electronic' })).toContain(
    'Xem va tai ve trong muc Ho so cua toi.',
  );
  expect(say('dossier.finished', { returnChannel: 'post' })).toContain('se gui qua buu dien');
  expect(noticeOfBill('bill.created', { ...usual, amount: 8_000, received: 0, beyond: 0 })?.text).toContain(
    'can nop 8.000d',
  );
  expect(noticeOfBill('bill.paid', { ...usual, amount: 1_250_000, received: 0, beyond: 0 })?.text).toContain(
    'Da nhan du 1.250.000d',
  );
  expect(
    noticeOfBill('bill.part-paid', { ...usual, amount: 8_000, received: 3_000, beyond: 0 })?.text,
  ).toContain('con phai nop 5.000d (da nhan 3.000d)');
});

test('the words of each step, for whoever filed in English', () => {
  const english = { ...usual, language: 'en' } as const;
  const say = (fact: string, change: Partial<DossierNotice> = {}) =>
    noticeOfDossier(fact, { ...english, ...change })?.text;
  expect(say('dossier.submitted', { number: null, due: null })).toBe(
    'Dossier YC261123K7M4 of N.T.A.Binh was sent. Waiting to be accepted at UBND xa Hiep Hoa.',
  );
  expect(say('dossier.accepted')).toBe(
    'Dossier H05.12.7-261123-0007 of N.T.A.Binh was accepted. Due: 09:00 27/11/2026. Office: UBND xa Hiep Hoa.',
  );
  expect(say('dossier.finished', { returnChannel: 'electronic' })).toContain('download it in My dossiers.');
  expect(noticeOfBill('bill.created', { ...english, amount: 8_000, received: 0, beyond: 0 })?.text).toContain(
    'please pay 8.000d',
  );
});

test('what people are not told of has no words', () => {
  for (const fact of [
    'dossier.proposed',
    'dossier.taken',
    'dossier.read',
    'dossier.returned-to-examiner',
    'toString',
  ])
    expect(noticeOfDossier(fact, usual)).toBeNull();
});

test('money beyond a bill is told with where it comes back', () => {
  const bill = { ...usual, amount: 50_000, received: 50_000 };
  expect(noticeOfBill('bill.paid', { ...bill, beyond: 5_000 })?.text).toBe(
    'Da nhan du 50.000d cua ho so H05.12.7-261123-0007 (N.T.A.Binh), thua 5.000d. Nhan lai tai quay. Noi thu: UBND xa Hiep Hoa.',
  );
  expect(noticeOfBill('bill.transfer-suspended', { ...bill, beyond: 50_000 })?.text).toBe(
    'Ho so H05.12.7-261123-0007 cua N.T.A.Binh: nhan 50.000d ngoai so phai nop. Nhan lai tai quay. Noi thu: UBND xa Hiep Hoa.',
  );
  expect(noticeOfBill('bill.transfer-suspended', { ...bill, beyond: 0 })).toBeNull();
  expect(letterOfBill('bill.transfer-suspended', { ...bill, beyond: 50_000 })?.text).toContain(
    'Đã nhận 50.000 đ ngoài số phải nộp',
  );
  expect(letterOfBill('bill.paid', { ...bill, beyond: 5_000 })?.text).toContain('thừa 5.000 đ');
});

test('a bill of any size stays in one part', () => {
  for (const language of LANGUAGES)
    for (const fact of BILL_FACTS)
      expect(
        smsParts(
          noticeOfBill(fact, {
            ...longest,
            language,
            amount: 999_999_999_999,
            received: 1_000,
            beyond: 999_999_999_999,
          })?.text ?? '',
        ),
      ).toEqual({
        encoding: 'GSM7',
        parts: 1,
      });
});

test('what speaks for others too says how many, and where, in one part', () => {
  for (const language of LANGUAGES)
    for (const dossier of [usual, { ...longest, appointment: '2026-12-01T07:30/11:30' }])
      for (const notice of [
        ...['dossier.submitted', 'dossier.withdrawn', 'dossier.supplement-answered'].map((fact) =>
          noticeOfDossier(fact, { ...dossier, language }),
        ),
        ...['bill.created', 'bill.part-paid', 'bill.paid', 'bill.exempted'].map((fact) =>
          noticeOfBill(fact, { ...dossier, language, amount: 9_999_999, received: 1_000_000, beyond: 0 }),
        ),
      ]) {
        const text = notice?.withOthers.replace('{n}', '99') as string;
        expect(smsParts(text)).toEqual({ encoding: 'GSM7', parts: 1 });
        expect(text).toMatch(language === 'vi' ? / Va 99 ho so khac: xem / : / Also 99 more: see /);
        expect(text).toMatch(/(?:Ho so cua toi|My dossiers)\.$/u);
        expect(text).toContain(dossier.number);
      }
});

test('no name or office, whatever its letters, makes a second part or a strange sign', () => {
  const anything = fc.string({ unit: 'grapheme', maxLength: 200 });
  fc.assert(
    fc.property(
      fc.constantFrom(...FACTS),
      fc.constantFrom(...LANGUAGES),
      anything,
      anything,
      (fact, language, ownerName, agencyName) => {
        const text = noticeOfDossier(fact, { ...longest, language, ownerName, agencyName })?.text as string;
        expect(smsParts(text)).toEqual({ encoding: 'GSM7', parts: 1 });
        expect(text).toMatch(plain);
      },
    ),
  );
});

test.each([
  ['Nguyễn Thị Ánh Bình', 'N.T.A.Binh'],
  ['Đỗ An', 'D.An'],
  ["H'Hen Niê", 'H.Nie'],
  ['Y', 'Y'],
  ['', ''],
  ['Công Tằng Tôn Nữ Hoàng Phương Dũng', 'C.T.T.N.H.Dung'],
])('%s is masked as %s', (name, masked) => expect(maskName(name)).toBe(masked));
