// The electronic form turned back into paper: the same definition that asks on the screen prints the blank form.
import type { Field, FormDefinition, RepeatField, SimpleField } from '../../../rules/forms/index.ts';
import { instantOf } from '../../../rules/kernel/index.ts';
import type { BlankComponent, BlankForm, BlankLine, BlankSection } from './blank-form.ts';

export interface BlankProcedure {
  readonly code: string;
  readonly name: string;
  readonly components: readonly BlankComponent[];
  readonly legalBasis: readonly string[];
}

/** The blank form of a procedure that has a form of its own. */
export function blankFromDefinition(definition: FormDefinition, procedure: BlankProcedure): BlankForm {
  return {
    title: definition.title,
    procedure,
    sections: definition.sections
      .map((section): BlankSection => ({ title: section.title, lines: linesOf(definition, section.id) }))
      .filter((section) => section.lines.length > 0),
    components: procedure.components.filter(
      (component) => !isTheFormItself(component.name, definition.title),
    ),
    legalBasis: definition.legalBasis,
    signer: 'NGƯỜI YÊU CẦU',
    validFrom: firstDay(definition.validFrom),
  };
}

/** The general request, for a procedure without a form of its own: who asks, what for, which papers come with it. */
export function generalRequest(procedure: BlankProcedure): BlankForm {
  return {
    title: 'Đơn đề nghị',
    procedure,
    sections: [
      {
        title: 'A. Người đề nghị',
        lines: [
          { kind: 'line', label: 'Họ, chữ đệm, tên (hoặc tên tổ chức)' },
          { kind: 'figures', label: 'Ngày, tháng, năm sinh', groups: [2, 2, 4] },
          { kind: 'figures', label: 'Số định danh cá nhân (hoặc mã số thuế)', groups: [12] },
          { kind: 'line', label: 'Nơi cư trú (hoặc trụ sở)', lines: 2 },
          { kind: 'figures', label: 'Số điện thoại', groups: [10] },
          { kind: 'line', label: 'Thư điện tử (nếu có)' },
        ],
      },
      {
        title: 'B. Nội dung đề nghị',
        lines: [
          {
            kind: 'note',
            text: `Đề nghị cơ quan giải quyết thủ tục: ${procedure.name} (mã ${procedure.code}).`,
          },
          { kind: 'line', label: 'Nội dung cụ thể', lines: 4 },
          {
            kind: 'choice',
            label: 'Nhận kết quả',
            options: ['Tại nơi nộp hồ sơ', 'Qua bưu chính', 'Bản điện tử'],
          },
          {
            kind: 'note',
            text: 'Tôi xin chịu trách nhiệm trước pháp luật về lời khai trên.',
          },
        ],
      },
    ],
    components: procedure.components,
    legalBasis: procedure.legalBasis,
    signer: 'NGƯỜI ĐỀ NGHỊ',
    validFrom: firstDay(null),
  };
}

function firstDay(validFrom: string | null): Temporal.Instant {
  return instantOf(Temporal.PlainDate.from(validFrom ?? '2021-01-01').toPlainDateTime());
}

function isTheFormItself(component: string, formTitle: string): boolean {
  return component.toLocaleLowerCase('vi').startsWith(formTitle.toLocaleLowerCase('vi'));
}

function linesOf(definition: FormDefinition, section: string): BlankLine[] {
  return definition.pages
    .filter((page) => page.section === section)
    .flatMap((page) => page.fields)
    .flatMap(lineOf);
}

function lineOf(field: Field): BlankLine[] {
  if (field.type === 'repeat') return repeated(field);
  return simple(field);
}

const MOST_CHOICES = 8;

function simple(field: SimpleField): BlankLine[] {
  const { label } = field;
  switch (field.type) {
    case 'date':
      return [{ kind: 'figures', label, groups: [2, 2, 4] }];
    case 'partialDate':
      return [{ kind: 'line', label: `${label} (nếu chỉ biết năm thì ghi năm)` }];
    case 'id12':
      return [{ kind: 'figures', label, groups: [12] }];
    case 'phone':
      return [{ kind: 'figures', label, groups: [10] }];
    case 'idDoc':
      return idDoc(label, field.issue ?? 'required', field.expiry ?? false);
    case 'address':
      return [{ kind: 'line', label, lines: field.detail === 'no' ? 1 : 2 }];
    case 'gender':
      return [{ kind: 'choice', label, options: ['Nam', 'Nữ'] }];
    case 'select':
    case 'radio':
      return choice(label, field.options);
    case 'checkbox':
      return field.options ? choice(label, field.options) : [{ kind: 'tick', text: label }];
    case 'number':
    case 'money':
      return [{ kind: 'line', label: field.unit ? `${label} (${field.unit})` : label }];
    case 'text':
      return [{ kind: 'line', label, lines: field.rows ?? 1 }];
    case 'computed':
      return field.compute.op.endsWith('Words') ? [{ kind: 'line', label }] : [];
    default:
      return [{ kind: 'line', label }];
  }
}

function choice(label: string, options: readonly { label: string }[] | undefined): BlankLine[] {
  if (!options || options.length === 0 || options.length > MOST_CHOICES) return [{ kind: 'line', label }];
  return [{ kind: 'choice', label, options: options.map((option) => option.label) }];
}

function idDoc(label: string, issue: 'required' | 'optional' | 'no', expiry: boolean): BlankLine[] {
  const lines: BlankLine[] = [{ kind: 'line', label: `${label} (loại và số)` }];
  if (issue !== 'no') lines.push({ kind: 'line', label: 'Ngày cấp, nơi cấp' });
  if (expiry) lines.push({ kind: 'line', label: 'Có giá trị đến' });
  return lines;
}

/** How much room an answer of a kind wants when written by hand. */
const SHARES: Readonly<Record<string, number>> = {
  text: 1.6,
  personName: 2,
  address: 2,
  date: 1.2,
};
const WIDEST_TABLE = 8;
const HAND_ROWS = 6;

/** Rows side by side when a table can hold them; else the questions twice over, one below the other. */
function repeated(field: RepeatField): BlankLine[] {
  const fields = field.fields.filter((one) => one.type !== 'computed');
  if (fields.length <= WIDEST_TABLE) {
    const columns = fields.map((one) => ({ label: one.label, share: SHARES[one.type] ?? 1 }));
    return [{ kind: 'table', label: field.label, columns, rows: Math.min(field.max, HAND_ROWS) }];
  }
  const copies = Array.from({ length: Math.min(field.max, 2) }, (_, index) => index + 1);
  return copies.flatMap((n): BlankLine[] => [
    { kind: 'note', text: `${field.label} - ${field.rowTitle} ${n}:` },
    ...fields.flatMap(simple),
  ]);
}
