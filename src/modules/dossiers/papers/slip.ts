// What the three slips share: whose dossier it is, the head with the QR code, the form's own mark at the foot.
import {
  labelled,
  labelledPair,
  mm,
  type PaperFacts,
  qrCode,
  type Sheet,
  signatures,
  stateHeader,
  title,
} from '../../../platform/pdf/index.ts';
import { formatInstant } from '../../../rules/kernel/index.ts';
import { type PaperForm, type PaperSet, paperSetAt, type SlipKind } from './paper-set.ts';

/** The head of a slip: who issues it, where, under which serial number. */
export interface SlipHead {
  /** The body above the desk: "UBND xã Hiệp Hòa". */
  readonly parentBody?: string;
  /** The desk itself: "Trung tâm Phục vụ hành chính công xã Hiệp Hòa". */
  readonly desk: string;
  /** Place in the date line: "Hiệp Hòa". */
  readonly place: string;
  /** Serial number of the slip in the desk's book, without suffix; absent when the desk does not number it. */
  readonly serial?: string;
}

/** The dossier as every slip names it. */
export interface SlipDossier {
  readonly number: string;
  /** Where the QR code leads: the page that follows this dossier. No personal data in it. */
  readonly trackUrl: string;
  /** "Đăng ký khai sinh" */
  readonly request: string;
  readonly applicant: SlipApplicant;
}

export interface SlipApplicant {
  readonly name: string;
  readonly address?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** Who handed the dossier in. Neither way given: at the desk, with a signature by hand. */
export interface SlipSubmitter {
  readonly name: string;
  readonly filedOnlineAt?: Temporal.Instant;
  readonly byPost?: boolean;
}

export interface SlipCommon {
  readonly head: SlipHead;
  readonly dossier: SlipDossier;
  /** When the act was done; gives the date of the slip (Vietnamese civil time) and the creation date of the file. */
  readonly at: Temporal.Instant;
}

export interface SlipFrame {
  readonly set: PaperSet;
  readonly form: PaperForm;
  readonly facts: PaperFacts;
  readonly date: Temporal.PlainDate;
}

/** The set, the form and the file's facts for a slip issued at a moment. */
export function frameOf(kind: SlipKind, data: SlipCommon, date: Temporal.PlainDate): SlipFrame {
  const set = paperSetAt(date);
  const form = set.forms[kind];
  return {
    set,
    form,
    date,
    facts: {
      title: `${form.title.join(' ')} - ${data.dossier.number}`,
      subject: data.dossier.request,
      author: data.head.desk,
      createdAt: data.at,
      page: set.page,
      foot: `Mã hồ sơ ${data.dossier.number} · ${form.form}, ${set.issuedBy}`,
    },
  };
}

/** Head, QR code at the left, title and dossier number in the middle; the receipt adds the code for looking it up. */
export function openSlip(sheet: Sheet, data: SlipCommon, frame: SlipFrame, secretCode?: string): void {
  const { head, dossier } = data;
  stateHeader(sheet, {
    parentBody: head.parentBody,
    issuingBody: head.desk,
    number: head.serial ? `${head.serial}${frame.form.suffix}` : undefined,
    place: head.place,
    date: frame.date,
  });
  const side = sheet.setup.size === 'A4' ? mm(22) : mm(18);
  const top = sheet.y;
  qrCode(sheet, dossier.trackUrl, {
    x: sheet.left - mm(1.5),
    y: top,
    side,
    alt: `Mã QR dẫn tới trang theo dõi hồ sơ ${dossier.number}: ${dossier.trackUrl}`,
  });
  const middle = { x: sheet.left + side, width: sheet.width - side * 2 };
  sheet.y = top + side * (secretCode ? 0.02 : 0.12);
  title(sheet, frame.form.title.join('\n'), undefined, middle);
  sheet.paragraph([{ text: 'Mã hồ sơ: ' }, { text: dossier.number, style: 'bold' }], {
    ...middle,
    align: 'center',
  });
  if (secretCode) {
    sheet.paragraph([{ text: 'Mã tra cứu: ' }, { text: secretCode, style: 'bold' }], {
      ...middle,
      align: 'center',
    });
  }
  sheet.y = Math.max(sheet.y, top + side) + sheet.setup.bodySize * 0.6;
}

/** Address, phone and e-mail, each only when known; phone and e-mail share a line. */
export function contact(sheet: Sheet, applicant: SlipApplicant): void {
  labelled(sheet, 'Địa chỉ', applicant.address);
  labelledPair(sheet, ['Số điện thoại', applicant.phone], ['Email', applicant.email]);
}

const BY_HAND = '(Ký và ghi rõ họ tên)';

/**
 * The foot: who handed the dossier in beside who received it.
 * @param done what was done on the net, at the moment that follows: "Đã nộp qua mạng lúc"
 */
export function signedBy(sheet: Sheet, submitter: SlipSubmitter, receiver: string, done: string): void {
  const { name, filedOnlineAt: online, byPost } = submitter;
  const way = online ? '(Nộp trực tuyến)' : byPost ? '(Gửi qua bưu chính công ích)' : BY_HAND;
  signatures(
    sheet,
    {
      title: ['NGƯỜI NỘP HỒ SƠ'],
      note: way,
      instead: online ? `${done} ${formatInstant(online)}` : undefined,
      name,
    },
    { title: ['NGƯỜI TIẾP NHẬN HỒ SƠ'], note: BY_HAND, name: receiver },
  );
}
