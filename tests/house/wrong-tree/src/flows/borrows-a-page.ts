import { page } from '../sites/portal/pay/page.ts'; export const x = page;
