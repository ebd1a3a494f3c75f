import { people } from '../../modules/people/index.ts'; export const x = people;
