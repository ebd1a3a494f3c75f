// What the sign-in forms send.
import { z } from 'zod';
import { text } from '../sent.ts';

export const passwordInput = z.object({ 'ten-dang-nhap': text, 'mat-khau': text });
export const codeInput = z.object({ otp: text });
export const nameInput = z.object({ 'ten-dang-nhap': text });
export const noticeQuery = z.object({ 'thu-ngay': text, 'da-doi': text });
export const recoveryInput = z.object({ 'ten-dang-nhap': text, 'ma-xac-thuc': text, 'dau-xac-thuc': text });
export const newPasswordInput = z.object({ 'mat-khau': text, 'xac-nhan': text });
