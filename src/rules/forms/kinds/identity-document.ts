// One identity paper: its kind, number, day and place of issue, and until when it is valid.
import { tidy } from '../../kernel/index.ts';
import { check } from '../../papers/index.ts';
import type { IdDocValue } from '../answers.ts';
import type { IdDocField, Option } from '../definition.ts';
import { Subject, subject } from '../messages.ts';
import { whyStrange } from '../typed-text.ts';
import { type DateAsked, dateFaults, readDate, sayDate, showDate } from './dates.ts';
import type { Fault, Kind, Parsed, Read, Run } from './kind.ts';
import { inPlace } from './paper-number.ts';

/** The identity papers one may give, in the order of use today. */
export const ID_DOC_KINDS: readonly Option[] = [
  { value: 'cancuoc', label: 'Thẻ căn cước' },
  { value: 'cccd', label: 'Thẻ căn cước công dân (CCCD)' },
  { value: 'passport', label: 'Hộ chiếu' },
  { value: 'cmnd', label: 'Chứng minh nhân dân 9 số (CMND)' },
  { value: 'other', label: 'Giấy tờ khác' },
];

const LONGEST_ISSUER = 200;
const LONGEST_NUMBER = 50;

/** Which paper rule judges the number of an identity paper; none for passports and other papers. */
export function paperOf(kind: string): 'cccd' | 'cmnd' | undefined {
  if (kind === 'cccd' || kind === 'cancuoc') return 'cccd';
  return kind === 'cmnd' ? 'cmnd' : undefined;
}

export const idDoc: Kind<IdDocField, IdDocValue> = {
  boxes(field) {
    const boxes = ['kind', 'kindName', 'number'];
    if (field.issue !== 'no') boxes.push('issuedOn.day', 'issuedOn.month', 'issuedOn.year', 'issuedBy');
    if (field.expiry) boxes.push('validUntil.day', 'validUntil.month', 'validUntil.year');
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
  faults: (value, field, run) => [
    ...numberFaults(value, field),
    ...strangeFaults(value, field),
    ...issueFaults(value, field, run),
    ...expiryFaults(value, field, run),
  ],
  format(value) {
    const kind = ID_DOC_KINDS.find((each) => each.value === value.kind)?.label ?? value.kind;
    const parts = [`${value.kindName ?? kind} số ${value.number}`];
    if (value.issuedOn) parts.push(`cấp ngày ${sayDate(value.issuedOn)}`);
    if (value.issuedBy) parts.push(`nơi cấp: ${value.issuedBy}`);
    if (value.validUntil) parts.push(`có giá trị đến ${sayDate(value.validUntil)}`);
    return parts.join(', ');
  },
};

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

function shapeFaults(kind: string, number: string, field: IdDocField): Fault[] {
  const faults: Fault[] = [];
  if (!ID_DOC_KINDS.some((each) => each.value === kind)) {
    faults.push({ at: 'kind', message: `Bạn phải chọn loại ${subject(field)}.` });
  }
  if (number === '') faults.push({ at: 'number', message: `Bạn phải nhập số ${subject(field)}.` });
  return faults;
}

function numberFaults(value: IdDocValue, field: IdDocField): Fault[] {
  const faults: Fault[] = [];
  if (value.kind === 'other' && !value.kindName) {
    faults.push({ at: 'kindName', message: `Bạn phải nhập tên loại ${subject(field)}.` });
  }
  const why = whyNumber(value);
  if (why) faults.push({ at: 'number', message: inPlace(Subject(field), why) });
  return faults;
}

function whyNumber({ kind, number }: IdDocValue): string | undefined {
  const paper = paperOf(kind);
  if (paper) {
    const judged = check(paper, number);
    return judged.ok === false ? judged.why : undefined;
  }
  if (kind !== 'passport') {
    return number.length > LONGEST_NUMBER ? `Số giấy tờ dài quá ${LONGEST_NUMBER} ký tự.` : undefined;
  }
  if (/^[A-Z0-9]{6,20}$/u.test(number)) return undefined;
  return 'Số hộ chiếu gồm 6 đến 20 chữ cái và chữ số, ví dụ B1234567.';
}

/** The number of an identity card or a passport has a rule of its own. */
function strangeFaults(value: IdDocValue, field: IdDocField): Fault[] {
  const boxes =
    value.kind === 'other' ? (['kindName', 'number', 'issuedBy'] as const) : (['issuedBy'] as const);
  return boxes.flatMap((at) => {
    const message = whyStrange(Subject(field), value[at] ?? '');
    return message ? [{ at, message }] : [];
  });
}

function issueFaults(value: IdDocValue, field: IdDocField, run: Run): readonly Fault[] {
  if (field.issue === 'no') return [];
  const faults: Fault[] = [];
  const must = (field.issue ?? 'required') === 'required';
  if (value.issuedOn) faults.push(...dateFaults(value.issuedOn, issueDate(field), 'no', run.today));
  else if (must) faults.push({ at: 'issuedOn.day', message: `Bạn phải nhập ngày cấp ${subject(field)}.` });
  if (must && !value.issuedBy) {
    faults.push({ at: 'issuedBy', message: `Bạn phải nhập nơi cấp ${subject(field)}.` });
  }
  if ((value.issuedBy?.length ?? 0) > LONGEST_ISSUER) {
    faults.push({ at: 'issuedBy', message: `Nơi cấp ${subject(field)} dài quá ${LONGEST_ISSUER} ký tự.` });
  }
  return faults;
}

function expiryFaults(value: IdDocValue, field: IdDocField, run: Run): readonly Fault[] {
  if (!value.validUntil) return [];
  const faults = dateFaults(value.validUntil, expiryDate(field), 'allowed', run.today);
  if (faults.length > 0 || !value.issuedOn || value.validUntil > value.issuedOn) return faults;
  return [{ at: 'validUntil.day', message: `${expiryDate(field).name} phải sau ngày cấp.` }];
}

function issueDate(field: IdDocField): DateAsked {
  return { field, name: `Ngày cấp ${subject(field)}`, prefix: 'issuedOn.' };
}

function expiryDate(field: IdDocField): DateAsked {
  return { field, name: `Ngày hết giá trị của ${subject(field)}`, prefix: 'validUntil.' };
}
