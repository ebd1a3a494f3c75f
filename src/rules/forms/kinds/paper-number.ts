// Numbers that name a person or reach one: personal number, tax code, phone, e-mail.
import { tidy } from '../../kernel/index.ts';
import { check } from '../../papers/index.ts';
import type { PlainField } from '../definition.ts';
import { Subject, wrong } from '../messages.ts';
import { fault, type Kind, NO_FAULTS } from './kind.ts';

type NumberPaper = 'cccd' | 'taxCode' | 'phone';

/** Which paper rule judges a field of plain numbers. */
export const PAPER_OF = { id12: 'cccd', taxCode: 'taxCode', phone: 'phone' } as const;

function numberKind(paper: NumberPaper): Kind<PlainField, string> {
  const faultOf = (typed: string, field: PlainField) => {
    const judged = check(paper, typed);
    return judged.ok === false ? fault('', wrong(field, inPlace(Subject(field), judged.why))) : NO_FAULTS;
  };
  return {
    boxes: () => [''],
    parse(read, field) {
      const typed = tidy(read(''));
      if (typed === '') return null;
      const faults = faultOf(typed, field);
      return faults.length > 0 ? { faults } : { value: check(paper, typed).out ?? typed };
    },
    show: (value) => ({ '': local(value) }),
    faults: faultOf,
    format: local,
  };
}

export const id12 = numberKind('cccd');
export const taxCode = numberKind('taxCode');
export const phone = numberKind('phone');

const EMAIL = /^[^\s@<>"(),:;]+@[^\s@<>"(),:;.]+(?:\.[^\s@<>"(),:;.]+)+$/u;
const LONGEST_EMAIL = 254;

export const email: Kind<PlainField, string> = {
  boxes: () => [''],
  parse(read) {
    const typed = tidy(read('')).replace(/ /gu, '').normalize('NFC');
    return typed === '' ? null : { value: typed };
  },
  show: (value) => ({ '': value }),
  faults(value, field) {
    if (value.length <= LONGEST_EMAIL && EMAIL.test(value)) return NO_FAULTS;
    return fault('', wrong(field, `${Subject(field)} phải có dạng ten@vidu.vn.`));
  },
  format: (value) => value,
};

/** A paper rule's sentence under the name of the thing: "Số điện thoại của chủ hộ: …". */
export function inPlace(name: string, why: string): string {
  return `${name}: ${why.charAt(0).toLowerCase()}${why.slice(1)}`;
}

/** `+84912345678` → `0912345678`; other numbers as they are. */
function local(value: string): string {
  return value.replace(/^\+84/u, '0');
}
