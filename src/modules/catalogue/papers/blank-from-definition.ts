// The electronic form turned back into paper: the same definition that asks on the screen prints the blank form.
import {
  type Field,
  type FormDefinition,
  linesByHand,
  type RepeatField,
  shareByHand,
} from '../../../rules/forms/index.ts';
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
    validFrom: firstDay(definition.validFrom ?? null),
  };
}

/** The general request, for a procedure without a form of its own: who asks, what for, which papers come with it. */
export function generalRequest(procedure: BlankProcedure): BlankForm {
  return {
    title: 'Đơn đề nghị',
    procedure,
    sections: [
      {
        title: 'Người đề nghị',
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
        title: 'Nội dung đề nghị',
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

function lineOf(field: Field): readonly BlankLine[] {
  return field.type === 'repeat' ? repeated(field) : linesByHand(field);
}

const WIDEST_TABLE = 8;
const HAND_ROWS = 6;

/** Rows side by side when a table can hold them; else the questions twice over, one below the other. */
function repeated(field: RepeatField): BlankLine[] {
  const fields = field.fields.filter((one) => one.type !== 'computed');
  if (fields.length <= WIDEST_TABLE) {
    const columns = fields.map((one) => ({ label: one.label, share: shareByHand(one) }));
    return [{ kind: 'table', label: field.label, columns, rows: Math.min(field.max, HAND_ROWS) }];
  }
  const copies = Array.from({ length: Math.min(field.max, 2) }, (_, index) => index + 1);
  return copies.flatMap((n): BlankLine[] => [
    { kind: 'note', text: `${field.label} - ${field.rowTitle} ${n}:` },
    ...fields.flatMap(linesByHand),
  ]);
}
