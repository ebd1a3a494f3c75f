import type { SameSentences } from '../kernel/index.ts';
import type { vi } from './reasons.vi.ts';

export const en = {
  'place-understood': ({ name }) => `This place is understood as “${name}”.`,
  'place-divided': ({ name, count }) =>
    `“${name}” was divided among ${count} communes. Choose the one where your hamlet or street lies now.`,
  'place-district-former': ({ name, day }) =>
    `“${name}” was a district; it ended on ${day}. Choose the commune or ward.`,
  'place-district': ({ name }) => `“${name}” is a district. Choose the commune or ward in it.`,
  'place-province': ({ name, example }) =>
    `“${name}” is a province. Write the commune or ward before it, for example “${example}”.`,
  'place-several': ({ typed }) =>
    `“${typed}” may be several places. Choose one from the list, or add the names of the commune and the province.`,
  'place-unsure': ({ typed }) =>
    `It is not certain which place “${typed}” is. Choose the right one from the list.`,
  'place-near': ({ typed }) =>
    `No place is spelt “${typed}”. Choose the right one from the list, or write it again.`,
  'place-within': ({ part }) =>
    `“${part}” is no commune there, so it is taken for a hamlet or a street. Choose the commune or ward.`,
  'place-part-unknown': ({ part, name }) =>
    `There is no commune or ward “${part}” in “${name}”. Write it again, or choose the right one.`,
  'place-disagrees': ({ typed }) =>
    `The names in “${typed}” do not belong together. Choose the right place, or write the names of commune and province again.`,
  'place-unknown': ({ typed }) =>
    `No place called “${typed}” was found. Write the names of commune and province, for example “Lương Phong, Bắc Giang”.`,
  'place-not-served': ({ typed }) =>
    `This site does not serve “${typed}” yet. Ask the People's Committee there.`,
  'place-empty': 'Write the names of commune or ward and province.',
  'place-too-long': 'This is too long. Write only the names of commune or ward and province.',
} satisfies SameSentences<typeof vi>;
