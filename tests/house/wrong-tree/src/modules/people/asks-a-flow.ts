import { flow } from '../../flows/submit.ts'; export const x = flow;
