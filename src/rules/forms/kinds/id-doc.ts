// One identity paper: its kind, number, day and place of issue, and until when it is valid.
import { tidy, upperFirst } from '../../kernel/index.ts';
import { check } from '../../papers/index.ts';
import type { IdDocValue } from '../answers.ts';
import type { Part, Said } from '../asked.ts';
import type { Run } from '../context.ts';
import { type Fault, type Named, NO_FAULTS, named, sentences } from '../fault.ts';
import type { FieldOf, Option } from '../field.ts';
import type { PaperLine } from '../paper-line.ts';
import { generalSentences, inOwnWords, notEntered, strangeIn } from '../parts/general.ts';
import { labelOf } from '../parts/one-of.ts';
import { paperFault, paperSentencesInPlace } from '../parts/paper-fault.ts';
import { AGREES, doubtsOf } from '../parts/paper-number.ts';
import {
  type DateAsked,
  dateBoxes,
  dateFaults,
  dateSentences,
  readDate,
  sayDate,
  showDate,
} from '../parts/three-boxes.ts';
import type { Shapes } from '../shapes.ts';
import { type Around, type Kind, NOT_GIVEN, noMisfits, type Parsed, type Read, told } from './kind.ts';

const options = {
  /** Ask day and place of issue: `required` (default), `optional`, `no`. */
  'issue?': { oneOf: ['required', 'optional', 'no'] },
  /** Ask "có giá trị đến". */
  'expiry?': 'flag',
  ...AGREES,
  /** The same paper may not stand in that other question. */
  'differsFrom?': { members: { field: { fieldOf: ['idDoc'] }, message: 'text' } },
} as const satisfies Shapes;
type IdDocField = FieldOf<'idDoc', typeof options>;

/** The identity papers one may give, in the order of use today. */
const PAPERS: readonly Option[] = [
  { value: 'cancuoc', label: 'Thẻ căn cước' },
  { value: 'cccd', label: 'Thẻ căn cước công dân (CCCD)' },
  { value: 'passport', label: 'Hộ chiếu' },
  { value: 'cmnd', label: 'Chứng minh nhân dân 9 số (CMND)' },
  { value: 'other', label: 'Giấy tờ khác' },
];
const LONGEST_ISSUER = 200;
const LONGEST_NUMBER = 50;

const says = sentences(
  {
    'id-doc-kind': ({ name }: Named) => `Bạn phải chọn loại ${name}.`,
    'id-doc-kind-name': ({ name }: Named) => `Bạn phải nhập tên loại ${name}.`,
    'id-doc-number': ({ name }: Named) => `Bạn phải nhập số ${name}.`,
    'id-doc-issued-on': ({ name }: Named) => `Bạn phải nhập ngày cấp ${name}.`,
    'id-doc-issued-by': ({ name }: Named) => `Bạn phải nhập nơi cấp ${name}.`,
    'id-doc-issuer-too-long': ({ name, longest }: Named & { longest: number }) =>
      `Nơi cấp ${name} dài quá ${longest} ký tự.`,
    'id-doc-number-too-long': ({ name, longest }: Named & { longest: number }) =>
      `${upperFirst(name)}: số giấy tờ dài quá ${longest} ký tự.`,
    'id-doc-passport': ({ name }: Named) =>
      `${upperFirst(name)}: số hộ chiếu gồm 6 đến 20 chữ cái và chữ số, ví dụ B1234567.`,
    'id-doc-expiry': ({ name }: Named) => `Ngày hết giá trị của ${name} phải sau ngày cấp.`,
  },
  {
    'id-doc-kind': ({ label }) => `Choose the kind of “${label}”.`,
    'id-doc-kind-name': ({ label }) => `Enter the name of the paper for “${label}”.`,
    'id-doc-number': ({ label }) => `Enter the number of “${label}”.`,
    'id-doc-issued-on': ({ label }) => `Enter the date of issue of “${label}”.`,
    'id-doc-issued-by': ({ label }) => `Enter the place of issue of “${label}”.`,
    'id-doc-issuer-too-long': ({ label, longest }) =>
      `The place of issue of “${label}” has more than ${longest} characters.`,
    'id-doc-number-too-long': ({ label, longest }) =>
      `The number of “${label}” has more than ${longest} characters.`,
    'id-doc-passport': ({ label }) =>
      `“${label}”: a passport number has 6 to 20 letters and digits, for example B1234567.`,
    'id-doc-expiry': ({ label }) => `“${label}” must be valid until a day after its date of issue.`,
  },
);

const LABELS = {
  kind: { vi: 'Loại giấy tờ', en: 'Kind of paper' },
  kindName: { vi: 'Tên loại giấy tờ', en: 'Name of the paper' },
  number: { vi: 'Số', en: 'Number' },
  issuedOn: { vi: 'Ngày cấp', en: 'Date of issue' },
  issuedBy: { vi: 'Nơi cấp', en: 'Place of issue' },
  validUntil: { vi: 'Có giá trị đến', en: 'Valid until' },
} as const satisfies Record<string, Said>;
const DATE_HINT: Said = { vi: 'Ví dụ 27 3 2021', en: 'For example 27 3 2021' };

export const idDoc: Kind<IdDocField, IdDocValue> = {
  type: 'idDoc',
  options,
  misfits: noMisfits,
  ask: (field) => ({ as: 'group', parts: partsOf(field) }),
  boxes(field) {
    const boxes = ['kind', 'kindName', 'number'];
    if (field.issue !== 'no') boxes.push(...dateBoxes('issuedOn.'), 'issuedBy');
    if (field.expiry) boxes.push(...dateBoxes('validUntil.'));
    return boxes;
  },
  parse,
  show: (value) => ({
    kind: value.kind,
    kindName: value.kindName ?? '',
    number: value.number,
    issuedBy: value.issuedBy ?? '',
    ...showDate(value.issuedOn ?? '', 'issuedOn.'),
    ...showDate(value.validUntil ?? '', 'validUntil.'),
  }),
  missing: (field) => notEntered(field, 'kind'),
  faults(value, field, around) {
    const faults = [
      ...numberFaults(value, field),
      ...strangeFaults(value, field),
      ...issueFaults(value, field, around.run),
      ...expiryFaults(value, field, around.run),
    ];
    return faults.length > 0 ? faults : sameDocument(value, field, around);
  },
  doubts({ kind, number }, field, around) {
    const paper = paperOf(kind);
    return paper ? doubtsOf(paper, 'number', number, field, around) : NO_FAULTS;
  },
  compare: () => ({
    as: 'parts',
    parts: {
      kind: { as: 'text', values: PAPERS.map((paper) => paper.value) },
      kindName: { as: 'text' },
      number: { as: 'text' },
      issuedOn: { as: 'day' },
      issuedBy: { as: 'text' },
      validUntil: { as: 'day' },
    },
  }),
  format: (value, _, { language }) => IN_WORDS[language](value),
  unanswered: NOT_GIVEN,
  onPaper({ label, issue, expiry }) {
    const lines: PaperLine[] = [{ kind: 'line', label: `${label} (loại và số)` }];
    if (issue !== 'no') lines.push({ kind: 'line', label: 'Ngày cấp, nơi cấp' });
    if (expiry) lines.push({ kind: 'line', label: 'Có giá trị đến' });
    return lines;
  },
  share: 1,
  prefills: ['personalNumber'],
  start: (known) => (known ? { kind: /^\d{9}$/u.test(known) ? 'cmnd' : 'cccd', number: known } : undefined),
  sentences: [generalSentences, paperSentencesInPlace, dateSentences, says.set],
};

function partsOf({ issue = 'required', expiry }: IdDocField): readonly Part[] {
  const line = { as: 'line', exact: true } as const;
  const kindName: Part = {
    suffix: 'kindName',
    label: LABELS.kindName,
    mark: 'none',
    asked: { ...line, room: 20 },
  };
  const parts: Part[] = [
    {
      suffix: 'kind',
      label: LABELS.kind,
      mark: 'whole',
      asked: { as: 'radios', options: PAPERS, dense: true, under: { option: 'other', part: kindName } },
    },
    { suffix: 'number', label: LABELS.number, mark: 'whole', asked: { ...line, room: 20 } },
  ];
  const dateOf = (suffix: 'issuedOn' | 'validUntil', mark: Part['mark']): Part => ({
    suffix,
    label: LABELS[suffix],
    mark,
    hint: DATE_HINT,
    asked: { as: 'date' },
  });
  if (issue !== 'no') {
    const mark = issue === 'required' ? 'must' : 'may';
    parts.push(dateOf('issuedOn', mark), { suffix: 'issuedBy', label: LABELS.issuedBy, mark, asked: line });
  }
  if (expiry) parts.push(dateOf('validUntil', 'may'));
  return parts;
}

/** Which paper rule judges the number of an identity paper; none for passports and other papers. */
function paperOf(kind: string): 'cccd' | 'cmnd' | undefined {
  if (kind === 'cccd' || kind === 'cancuoc') return 'cccd';
  return kind === 'cmnd' ? 'cmnd' : undefined;
}

function parse(read: Read, field: IdDocField): Parsed<IdDocValue> {
  const kind = read('kind');
  const kindName = kind === 'other' ? tidy(read('kindName')) : '';
  const number = numberOf(kind, read('number'));
  const issuedBy = field.issue === 'no' ? '' : tidy(read('issuedBy'));
  const issuedOn = field.issue === 'no' ? null : readDate(read, issueDate(field));
  const validUntil = field.expiry ? readDate(read, expiryDate(field)) : null;
  if (!kind && !number && !issuedBy && !issuedOn && !validUntil) return null;
  const faults = [
    ...shapeFaults(kind, number, field),
    ...(issuedOn && 'faults' in issuedOn ? issuedOn.faults : []),
    ...(validUntil && 'faults' in validUntil ? validUntil.faults : []),
  ];
  if (faults.length > 0) return { faults };
  return {
    value: {
      kind,
      ...(kindName && { kindName }),
      number,
      ...(issuedOn && 'value' in issuedOn && { issuedOn: issuedOn.value }),
      ...(issuedBy && { issuedBy }),
      ...(validUntil && 'value' in validUntil && { validUntil: validUntil.value }),
    },
  };
}

function numberOf(kind: string, typed: string): string {
  const paper = paperOf(kind);
  const bare = tidy(typed).replace(/[\s.]/gu, '').toUpperCase().normalize('NFC');
  return (paper && check(paper, bare).out) ?? bare;
}

function shapeFaults(kind: string, number: string, field: IdDocField): readonly Fault[] {
  const known = PAPERS.some((each) => each.value === kind);
  return [
    ...(known ? [] : says.fault('kind', 'id-doc-kind', named(field))),
    ...(number === '' ? says.fault('number', 'id-doc-number', named(field)) : []),
  ];
}

function numberFaults({ kind, kindName, number }: IdDocValue, field: IdDocField): readonly Fault[] {
  const paper = paperOf(kind);
  if (paper) {
    const judged = check(paper, number);
    return judged.ok === false ? paperFault('number', field, judged) : NO_FAULTS;
  }
  if (kind === 'passport') {
    return /^[A-Z0-9]{6,20}$/u.test(number)
      ? NO_FAULTS
      : says.fault('number', 'id-doc-passport', named(field));
  }
  const of = named(field);
  const tooLong = number.length > LONGEST_NUMBER;
  return [
    ...(kind === 'other' && !kindName ? says.fault('kindName', 'id-doc-kind-name', of) : []),
    ...(tooLong ? says.fault('number', 'id-doc-number-too-long', { ...of, longest: LONGEST_NUMBER }) : []),
  ];
}

/** The number of an identity card or a passport has a rule of its own. */
function strangeFaults(value: IdDocValue, field: IdDocField): readonly Fault[] {
  const boxes =
    value.kind === 'other' ? (['kindName', 'number', 'issuedBy'] as const) : (['issuedBy'] as const);
  return boxes.flatMap((at) => strangeIn(field, at, value[at] ?? ''));
}

function issueFaults(value: IdDocValue, field: IdDocField, run: Run): readonly Fault[] {
  if (field.issue === 'no') return NO_FAULTS;
  const must = (field.issue ?? 'required') === 'required';
  const tooLong = (value.issuedBy?.length ?? 0) > LONGEST_ISSUER;
  return [
    ...(value.issuedOn ? dateFaults(value.issuedOn, issueDate(field), 'no', run.today) : []),
    ...(must && !value.issuedOn ? says.fault('issuedOn.day', 'id-doc-issued-on', named(field)) : []),
    ...(must && !value.issuedBy ? says.fault('issuedBy', 'id-doc-issued-by', named(field)) : []),
    ...(tooLong
      ? says.fault('issuedBy', 'id-doc-issuer-too-long', { ...named(field), longest: LONGEST_ISSUER })
      : []),
  ];
}

function expiryFaults(value: IdDocValue, field: IdDocField, run: Run): readonly Fault[] {
  if (!value.validUntil) return NO_FAULTS;
  const faults = dateFaults(value.validUntil, expiryDate(field), 'allowed', run.today);
  if (faults.length > 0 || !value.issuedOn || value.validUntil > value.issuedOn) return faults;
  return says.fault('validUntil.day', 'id-doc-expiry', named(field));
}

function sameDocument(value: IdDocValue, field: IdDocField, around: Around): readonly Fault[] {
  const other = told(around, field.differsFrom?.field);
  const same = typeof other === 'object' && 'number' in other && other.number === value.number;
  return same && field.differsFrom ? inOwnWords('number', field.differsFrom.message) : NO_FAULTS;
}

function issueDate(field: IdDocField): DateAsked {
  const of = ({ name, label }: Named) => ({
    name: `ngày cấp ${name}`,
    label: `${label}: ${LABELS.issuedOn.en}`,
  });
  return { field, of, prefix: 'issuedOn.' };
}

function expiryDate(field: IdDocField): DateAsked {
  const of = ({ name, label }: Named) => ({
    name: `ngày hết giá trị của ${name}`,
    label: `${label}: ${LABELS.validUntil.en}`,
  });
  return { field, of, prefix: 'validUntil.' };
}

const IN_WORDS: Readonly<Record<Run['language'], (value: IdDocValue) => string>> = {
  vi: ({ kind, kindName, number, issuedOn, issuedBy, validUntil }) =>
    [
      `${kindName ?? labelOf(PAPERS, kind)} số ${number}`,
      issuedOn && `cấp ngày ${sayDate(issuedOn)}`,
      issuedBy && `nơi cấp: ${issuedBy}`,
      validUntil && `có giá trị đến ${sayDate(validUntil)}`,
    ]
      .filter(Boolean)
      .join(', '),
  en: ({ kind, kindName, number, issuedOn, issuedBy, validUntil }) =>
    [
      `${kindName ?? labelOf(PAPERS, kind)} no. ${number}`,
      issuedOn && `issued ${sayDate(issuedOn)}`,
      issuedBy && `place of issue: ${issuedBy}`,
      validUntil && `valid until ${sayDate(validUntil)}`,
    ]
      .filter(Boolean)
      .join(', '),
};
