// What the sign-up forms send: names on the wire to names in the module, nothing judged here.
import { z } from 'zod';
import type { SignUpFields } from '../../../modules/identity/index.ts';
import { text } from '../sent.ts';

export const choiceInput = z.object({ 'doi-tuong': text, ve: text });
export const codeInput = z.object({ otp: text, ve: text });
export const passwordInput = z.object({ 'mat-khau': text, 'xac-nhan': text, ve: text });
export const wayQuery = z.object({ ve: text, tu: text });

const form = z.object({
  'so-giay-to': text,
  'ho-ten': text,
  'ngay-sinh': text,
  'so-dien-thoai': text,
  email: text,
  'ma-xac-thuc': text,
  'dau-xac-thuc': text,
  ve: text,
});

/** The id of each field on the page. */
export const FIELD_IDS = {
  idNumber: 'so-giay-to',
  fullName: 'ho-ten',
  birthDate: 'ngay-sinh',
  phone: 'so-dien-thoai',
  email: 'email',
  confirmation: 'ma-xac-thuc',
} as const;
export type FieldName = keyof typeof FIELD_IDS;

export interface SignUpInput {
  readonly fields: SignUpFields;
  readonly confirmation: string;
  readonly mark: string;
  readonly ve: string;
}

/** The form as posted; what is missing is empty, never an error. */
export function signUpInput(body: unknown): SignUpInput {
  const sent = form.parse(body ?? {});
  return {
    fields: {
      idNumber: sent['so-giay-to'],
      fullName: sent['ho-ten'],
      birthDate: sent['ngay-sinh'],
      phone: sent['so-dien-thoai'],
      email: sent.email,
    },
    confirmation: sent['ma-xac-thuc'],
    mark: sent['dau-xac-thuc'],
    ve: sent.ve,
  };
}
