// Which set of official forms a day uses. The Government Office replaced the six A5 forms of TT 01/2018/TT-VPCP by the
// seven of TT 03/2025/TT-VPCP on 15/9/2025; a slip keeps the set of the day on which it was issued.
import { A4, A5, type PageSetup } from '../../../platform/pdf/index.ts';

export type SlipKind = 'receipt' | 'supplement' | 'refusal';

export interface PaperForm {
  /** "Mẫu số 01" */
  readonly form: string;
  readonly title: readonly string[];
  /** Follows the serial number: 12/TNHS; empty where the form has none. */
  readonly suffix: string;
}

export interface PaperSet {
  readonly id: 'TT01/2018' | 'TT03/2025';
  readonly issuedBy: string;
  /** First day in force, inclusive. */
  readonly since: Temporal.PlainDate;
  readonly page: PageSetup;
  readonly forms: Readonly<Record<SlipKind, PaperForm>>;
}

const FORMS: PaperSet['forms'] = {
  receipt: { form: 'Mẫu số 01', title: ['GIẤY TIẾP NHẬN HỒ SƠ', 'VÀ HẸN TRẢ KẾT QUẢ'], suffix: '/TNHS' },
  supplement: { form: 'Mẫu số 02', title: ['PHIẾU YÊU CẦU BỔ SUNG,', 'HOÀN THIỆN HỒ SƠ'], suffix: '/HDHS' },
  refusal: { form: 'Mẫu số 03', title: ['PHIẾU TỪ CHỐI TIẾP NHẬN', 'GIẢI QUYẾT HỒ SƠ'], suffix: '' },
};

/** Newest first. */
const SETS: readonly PaperSet[] = [
  {
    id: 'TT03/2025',
    issuedBy: 'Thông tư số 03/2025/TT-VPCP',
    since: Temporal.PlainDate.from('2025-09-15'),
    page: A4,
    forms: FORMS,
  },
  {
    id: 'TT01/2018',
    issuedBy: 'Thông tư số 01/2018/TT-VPCP',
    since: Temporal.PlainDate.from('2018-11-23'),
    page: A5,
    forms: FORMS,
  },
];

/** The set in force on a day. Days before the first known set use the oldest one. */
export function paperSetAt(date: Temporal.PlainDate): PaperSet {
  const found = SETS.find((set) => Temporal.PlainDate.compare(set.since, date) <= 0) ?? SETS.at(-1);
  if (!found) throw new Error('no paper set is known');
  return found;
}
