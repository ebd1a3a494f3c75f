// The whole shape of a definition, put together from what every kind of question says of itself.
import { COMPUTED, DEFINITION, PAGE, REPEAT } from '../definition.ts';
import { FIELD } from '../field.ts';
import { KINDS } from '../kinds/index.ts';
import type { Shapes } from '../shapes.ts';

const SIMPLE: Readonly<Record<string, Shapes>> = {
  ...Object.fromEntries([...KINDS].map(([type, kind]) => [type, { ...FIELD, ...kind.options }])),
  computed: { ...FIELD, ...COMPUTED },
};

const ROWS: Shapes = {
  ...FIELD,
  ...REPEAT,
  fields: { list: { by: 'type', cases: SIMPLE }, least: 1 },
};

const FIELDS = { by: 'type', cases: { ...SIMPLE, repeat: ROWS } } as const;

export const WHOLE_DEFINITION: Shapes = {
  ...DEFINITION,
  pages: { list: { members: { ...PAGE, fields: { list: FIELDS, least: 1 } } }, least: 1 },
};
