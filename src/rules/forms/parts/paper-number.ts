// One number or address that a rule of papers judges: personal number, tax code, phone, e-mail.
import { tidy } from '../../kernel/index.ts';
import { check } from '../../papers/index.ts';
import type { Value } from '../answers.ts';
import { type Fault, NO_FAULTS } from '../fault.ts';
import type { AnyField } from '../field.ts';
import { type Around, NOT_GIVEN, noMisfits, type Parsed, type Read, told } from '../kinds/kind.ts';
import type { Members, Shapes } from '../shapes.ts';
import { generalSentences, notEntered, wrong } from './general.ts';
import { paperFault, paperSentencesInPlace } from './paper-fault.ts';

type Paper = 'cccd' | 'cmnd' | 'taxCode' | 'phone' | 'email';

/** Soft comparison of a personal number with what else was declared; warns, never blocks. */
export const AGREES = {
  'agreesWith?': {
    members: { 'birth?': { fieldOf: ['date', 'partialDate'] }, 'gender?': { fieldOf: ['gender'] } },
  },
} as const satisfies Shapes;

type Agreeing = AnyField & Members<typeof AGREES>;

/** Reading, checking and showing of a number under its paper rule. */
export function paperNumber(paper: Paper) {
  const faults = (typed: string, field: AnyField): readonly Fault[] => {
    const judged = check(paper, typed);
    return judged.ok === false ? wrong(field, '', () => paperFault('', field, judged)) : NO_FAULTS;
  };
  return {
    misfits: noMisfits,
    boxes: () => [''],
    parse(read: Read, field: AnyField): Parsed<string> {
      const typed = tidy(read(''));
      if (typed === '') return null;
      const found = faults(typed, field);
      return found.length > 0 ? { faults: found } : { value: check(paper, typed).out ?? typed };
    },
    show: (value: string) => ({ '': local(value) }),
    missing: (field: AnyField) => notEntered(field),
    faults,
    doubts: (value: string, field: Agreeing, around: Around) => doubtsOf(paper, '', value, field, around),
    compare: () => ({ as: 'text' }) as const,
    format: local,
    unanswered: NOT_GIVEN,
    share: 1,
    start: (known: string | undefined) => known,
    sentences: [generalSentences, paperSentencesInPlace],
  };
}

/**
 * What a paper rule doubts without refusing: a personal number at odds with the declared sex or birth year
 * (Điều 13 NĐ 137/2015/NĐ-CP), an identity card out of use, a landline where a message should go.
 */
export function doubtsOf(
  paper: Paper,
  at: string,
  number: string,
  field: Agreeing,
  around: Around,
): readonly Fault[] {
  const birth = told(around, field.agreesWith?.birth);
  const sex: Value | undefined = told(around, field.agreesWith?.gender);
  const judged = check(paper, number, {
    today: around.run.today,
    ...(typeof birth === 'string' && { birthYear: Number(birth.slice(0, 4)) }),
    ...(typeof sex === 'string' && { sex }),
  });
  return judged.ok === 'warn' ? paperFault(at, field, judged) : NO_FAULTS;
}

/** `+84912345678` → `0912345678`; other numbers as they are. */
function local(value: string): string {
  return value.replace(/^\+84/u, '0');
}
