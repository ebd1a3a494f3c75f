import { esms } from '../sms/esms.ts'; export const x = esms;
