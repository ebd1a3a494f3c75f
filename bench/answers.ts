// The answers of a birth registration as a married couple gives them: thirty and more, on the real form 1.001193.
import { readFileSync } from 'node:fs';
import {
  type Answers,
  type FormContext,
  type FormDefinition,
  prefill,
  readPage,
} from '../src/rules/forms/index.ts';

type Posted = Record<string, string>;

const date = (name: string, day: string, month: string, year: string): Posted => ({
  [`${name}.day`]: day,
  [`${name}.month`]: month,
  [`${name}.year`]: year,
});
const idDoc = (name: string, number: string): Posted => ({
  [`${name}.kind`]: 'cccd',
  [`${name}.number`]: number,
  ...date(`${name}.issuedOn`, '1', '6', '2021'),
  [`${name}.issuedBy`]: 'Cục Cảnh sát QLHC về TTXH',
});
const address = (name: string, detail = ''): Posted => ({
  [`${name}.place`]: 'Hiệp Hòa, Bắc Ninh',
  [`${name}.detail`]: detail,
});
const parent = (who: string, name: string, number: string): Record<string, Posted> => ({
  [`${who}-name`]: { [`${who}.fullName`]: name, ...date(`${who}.birth`, '', '', '1992') },
  [`${who}-id`]: idDoc(`${who}.idDoc`, number),
  [`${who}-person`]: { [`${who}.ethnic`]: '01', [`${who}.nationality`]: 'VN' },
  [`${who}-residence`]: address(`${who}.residence`, 'thôn Đông'),
});

/** The pages in order. `electronic`: whether the hospital has sent the birth certificate, so that none is attached. */
export function birthPages(electronic: boolean): Readonly<Record<string, Posted>> {
  return {
    case: { case: 'normal' },
    relation: { 'requester.relation': 'father' },
    'requester-name': {
      'requester.fullName': 'Nguyễn Văn An',
      ...date('requester.birthDate', '15', '3', '1990'),
    },
    'requester-id': idDoc('requester.idDoc', '024090001234'),
    'requester-residence': address('requester.residence', 'thôn Đông'),
    'requester-contact': { 'requester.phone': '0912 345 678', 'requester.email': 'an@example.vn' },
    'child-name': { 'child.surname': 'Nguyễn', 'child.middle': 'Minh', 'child.given': 'Khôi' },
    'child-birth': date('child.birthDate', '1', '11', '2026'),
    'child-person': { 'child.gender': 'male', 'child.ethnic': '01', 'child.nationality': 'VN' },
    'child-birthplace': {
      'child.birthPlaceKind': 'facility',
      'child.birthFacility': 'Trung tâm Y tế Hiệp Hòa',
      ...address('child.birthPlace'),
    },
    'birth-cert': { 'birthCert.electronic': electronic ? 'yes' : 'no' },
    'child-hometown': address('child.hometown'),
    marriage: { 'marriage.has': 'yes' },
    'marriage-paper': {
      'marriage.number': '12/2020',
      ...date('marriage.date', '1', '5', '2020'),
      'marriage.place': 'UBND xã Lương Phong',
    },
    ...parent('mother', 'Trần Thị Bình', '024192000002'),
    ...parent('father', 'Nguyễn Văn An', '024090001234'),
    copies: { 'copies.want': 'no' },
    commit: { commit: 'yes' },
  };
}

/** The general form's pages. */
export const GENERIC_PAGES: Readonly<Record<string, Posted>> = {
  requester: {
    'requester.fullName': 'Nguyễn Văn An',
    ...date('requester.birthDate', '15', '3', '1990'),
    'requester.personalNumber': '024090001234',
  },
  address: address('requester.address', 'Thôn Sơn Quả'),
  contact: { 'requester.phone': '0912 345 678', 'requester.email': '' },
  content: { content: 'Đề nghị cấp bản sao trích lục khai sinh từ sổ gốc cho con tôi, bản cũ đã thất lạc.' },
};

/**
 * Fills a form page by page, as the portal does.
 * @throws Error that names the page when an answer is not taken: the form has changed
 */
export function fill(
  form: FormDefinition,
  pages: Readonly<Record<string, Posted>>,
  context: FormContext,
): Answers {
  let answers = prefill(form, { fullName: 'Nguyễn Văn An' });
  for (const [page, posted] of Object.entries(pages)) {
    const read = readPage(form, page, posted, answers, context);
    if (read.errors.length > 0) throw new Error(`bench: ${page}: ${read.errors[0]?.code}`);
    answers = read.answers;
  }
  return answers;
}

/** How many answers there are, each part of a date or an address counted with its whole. */
export function countAnswers(answers: Answers): number {
  return Object.values(answers).filter((value) => value !== '' && value !== null && value !== undefined)
    .length;
}

/** A published form of the reference data. */
export function readForm(file: string): FormDefinition {
  return JSON.parse(readFileSync(new URL(`../db/seeds/reference/forms/${file}`, import.meta.url), 'utf8'));
}
