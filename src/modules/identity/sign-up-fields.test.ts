// The fields of the sign-up form (S-03, S-04): what is accepted as people write it, and each mistake in its own sentence.
import { describe, expect, it } from 'vitest';
import { someone } from '../../../tests/support/identity.ts';
import { sayRefusal } from '../../../tests/support/said.ts';
import { checkSignUpFields } from './index.ts';

describe('the fields of the sign-up form', () => {
  const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
  const wrong = (change: Partial<ReturnType<typeof someone>>) => {
    const checked = checkSignUpFields({ ...someone(), ...change }, now);
    return checked.ok ? [] : checked.refusals.map((refusal) => [refusal.field, sayRefusal(refusal)]);
  };

  for (const [what, change, field, message] of [
    [
      'an empty number says the sentence of the guide (S-04)',
      { idNumber: ' ' },
      'idNumber',
      'Bạn phải nhập cmt/cccd.',
    ],
    [
      'eleven digits are neither CMT nor CCCD',
      { idNumber: '02409100001' },
      'idNumber',
      /9 chữ số.*12 chữ số.*11/u,
    ],
    ['no name', { fullName: '' }, 'fullName', 'Bạn phải nhập họ tên.'],
    ['no birth date', { birthDate: '' }, 'birthDate', 'Bạn phải nhập ngày sinh.'],
    ['31 April does not exist', { birthDate: '31/04/1991' }, 'birthDate', /tháng 4/iu],
    ['a birth date to come', { birthDate: '01/01/2030' }, 'birthDate', /sau hôm nay/u],
    ['a birth year nobody alive has', { birthDate: '1800' }, 'birthDate', /Năm sinh 1800/u],
    [
      'a number from a year to come',
      { idNumber: '024399000234', birthDate: '1970' },
      'idNumber',
      /ghi năm sinh 2099, ở sau năm nay/u,
    ],
    [
      'a number of another year than the birth date',
      { idNumber: '024099000234', birthDate: '01/01/1970' },
      'idNumber',
      /người sinh năm 1999, khác với năm sinh 1970/u,
    ],
    [
      'a name of ten thousand letters is too long, not missing',
      { fullName: 'An '.repeat(5000) },
      'fullName',
      'Họ tên dài quá 100 ký tự; hãy viết ngắn lại.',
    ],
    ['an endless e-mail', { email: `${'a'.repeat(300)}@vidu.vn` }, 'email', /Email dài quá 254 ký tự/u],
    ['no phone', { phone: '' }, 'phone', 'Bạn phải nhập số điện thoại.'],
    ['a landline takes no code', { phone: '0204 3872 999' }, 'phone', /Số cố định không nhận được mã OTP/u],
    ['half an e-mail', { email: 'an@' }, 'email', /Email chưa đúng dạng/u],
  ] as const) {
    it(what, () => {
      const found = wrong(change);
      expect(found).toHaveLength(1);
      expect(found[0]?.[0]).toBe(field);
      if (typeof message === 'string') expect(found[0]?.[1]).toBe(message);
      else expect(found[0]?.[1]).toMatch(message);
    });
  }

  it('shows every mistake at once, in the order of the form', () => {
    const found = wrong({ idNumber: '', fullName: '', birthDate: '', phone: '' });
    expect(found.map(([field]) => field)).toEqual(['idNumber', 'fullName', 'birthDate', 'phone']);
  });

  it('accepts groups, +84, decomposed letters and a year alone', () => {
    const checked = checkSignUpFields(
      {
        idNumber: '024 091 000 234',
        fullName: 'Nguyễn Văn An'.normalize('NFD'),
        birthDate: '1991',
        phone: '+84 912.345.678',
        email: '',
      },
      now,
    );
    expect(checked).toEqual({
      ok: true,
      value: {
        idNumber: '024091000234',
        fullName: 'Nguyễn Văn An',
        birthDate: '1991',
        phone: '+84912345678',
        email: '',
      },
    });
  });
});
