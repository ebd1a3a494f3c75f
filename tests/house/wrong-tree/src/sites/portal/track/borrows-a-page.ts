import { page } from '../pay/page.ts'; export const x = page;
