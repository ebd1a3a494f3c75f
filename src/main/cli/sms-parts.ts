// `sms-parts`: what a text costs on the phone network.
import { z } from 'zod';
import { smsParts } from '../../rules/terms/sms.ts';
import { lineByLine, questionOf } from './json-lines.ts';

const QUESTION = z.object({ text: z.string({ error: 'phải là chuỗi ký tự' }) });

/** `{text}` → `{encoding, parts}` */
export const run = lineByLine(() => (line) => ({ ...smsParts(questionOf(QUESTION, line).text) }));
