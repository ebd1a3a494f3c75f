// What the sign-in forms send.
import { z } from 'zod';

const text = z.string().max(1000).catch('').default('');

export const passwordInput = z.object({ 'ten-dang-nhap': text, 'mat-khau': text });
export const codeInput = z.object({ otp: text });
