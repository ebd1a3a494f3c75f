// The password rule (S-06) point by point, and the hash.
import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/support/said.ts';
import { hashPassword, passwordPoints } from './index.ts';
import { verifyAgainstNobody, verifyPassword } from './password-hash.ts';
import { checkNewPassword } from './password-rule.ts';

const owner = { username: '024091000234', birthDate: '1991-03-14' };
const tried = (password: string, confirmation = password) => {
  const result = checkNewPassword(password, confirmation, owner);
  return result.ok ? 'good' : `${result.refusal.field}: ${said(result)}`;
};

describe('a new password', () => {
  for (const [password, expected] of [
    ['MotCua@2026', 'good'],
    ['Mùa hè năm 7 ngọt', 'good'],
    ['Ab1@xyz', /8 ký tự trở lên/u],
    ['AB1@XYZW', /có chữ thường/u],
    ['ab1@xyzw', /có chữ in hoa/u],
    ['Abc@xyzw', /có chữ số/u],
    ['Abc1xyzw', /có ký tự đặc biệt/u],
    ['', /phải nhập mật khẩu/u],
    ['aA@024091000234', /số giấy tờ hoặc ngày sinh/u],
    ['Sinh@14031991', /số giấy tờ hoặc ngày sinh/u],
    ['Sinh@14/03/1991', /số giấy tờ hoặc ngày sinh/u],
    ['Sinh@19910314', /số giấy tờ hoặc ngày sinh/u],
    ['P@ssw0rd', /dễ bị đoán/u],
    ['Abc@1234', /dễ bị đoán/u],
    ['MatKhau@123', /dễ bị đoán/u],
    [`Aa1@${'x'.repeat(125)}`, /dài quá 128/u],
  ] as const) {
    it(`${password === '' ? 'that is empty' : `“${password.slice(0, 20)}”`} → ${expected}`, () => {
      if (expected === 'good') expect(tried(password)).toBe('good');
      else expect(tried(password)).toMatch(expected);
    });
  }

  it('is confirmed by typing it again', () => {
    expect(tried('MotCua@2026', 'MotCua@2027')).toMatch(/^confirmation: Hai mật khẩu không giống nhau/u);
  });

  it('is the same password in composed and decomposed letters', () => {
    expect(tried('Hoàng@2026'.normalize('NFD'), 'Hoàng@2026'.normalize('NFC'))).toBe('good');
  });

  it('shows which points are met', () => {
    expect(passwordPoints('abc1').map((point) => [point.code, point.met])).toEqual([
      ['length', false],
      ['lower', true],
      ['upper', false],
      ['digit', true],
      ['special', false],
    ]);
  });
});

describe('the hash', () => {
  it('is salted, verifies its own password and no other', async () => {
    const [one, two] = await Promise.all([hashPassword('MotCua@2026'), hashPassword('MotCua@2026')]);
    expect(one).not.toBe(two);
    expect(await verifyPassword('MotCua@2026', one)).toBe(true);
    expect(await verifyPassword('MotCua@2027', one)).toBe(false);
  });

  it('keeps its parameters, so that they may be raised later', async () => {
    expect(await hashPassword('x')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/u);
  });

  it('of nobody never verifies', async () => {
    expect(await verifyAgainstNobody('MotCua@2026')).toBe(false);
  });

  it('comes back for everyone in a rush', async () => {
    const hashes = await Promise.all(Array.from({ length: 9 }, (_, i) => hashPassword(`p${i}`)));
    expect(new Set(hashes).size).toBe(9);
  });

  it('that is broken is an error, not a wrong password', async () => {
    await expect(verifyPassword('x', 'plain')).rejects.toThrow(/Argon2id/u);
  });
});
