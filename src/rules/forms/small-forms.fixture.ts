// Forms of a question or two, for tests.
import type { Answers, Field, FormContext, FormDefinition } from './index.ts';

export const ctx: FormContext = { today: Temporal.PlainDate.from('2026-11-23') };
export const formOf = (...pages: (readonly object[])[]): FormDefinition => ({
  code: 'x',
  revision: '1',
  title: 'x',
  legalBasis: [],
  sections: [
    { id: 'A', title: 'Mục một' },
    { id: 'B', title: 'Mục hai' },
  ],
  pages: pages.map((fields, at) => ({
    id: `p${at + 1}`,
    title: 'x',
    section: 'A',
    fields: fields as readonly Field[],
  })),
  components: [],
});
export const text = (key: string, more: object = {}) => ({ key, label: key, type: 'text', ...more });
export const yesNo = (key: string) => ({
  key,
  label: key,
  type: 'radio',
  options: [
    { value: 'yes', label: 'Có' },
    { value: 'no', label: 'Không' },
  ],
});
export const docs = (more: object = {}) => ({
  key: 'docs',
  label: 'Giấy tờ',
  type: 'repeat',
  min: 1,
  max: 3,
  rowTitle: 'Giấy tờ',
  addLabel: 'Thêm',
  fields: [text('title'), text('more', { visibleWhen: { field: 'title', equals: 'khác' } })],
  ...more,
});
export const rows = (...answers: Answers[]) => ({
  next: answers.length + 1,
  rows: answers.map((each, at) => ({ id: `r${at + 1}`, answers: each })),
});
