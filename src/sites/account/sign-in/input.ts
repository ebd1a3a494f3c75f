// What the sign-in forms send.
import { z } from 'zod';
import { text } from '../sent.ts';

export const passwordInput = z.object({ 'ten-dang-nhap': text, 'mat-khau': text });
export const codeInput = z.object({ otp: text });
export const nameInput = z.object({ 'ten-dang-nhap': text });
export const throughQuery = z.object({ 'thu-ngay': text });
