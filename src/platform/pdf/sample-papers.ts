// Papers for the press's own tests: one that is made, one that throws, one whose thread ends.
import { renderPdf } from './render.ts';

export const PAPERS = {
  plain: ({ text, at }: { readonly text: string; readonly at: Temporal.Instant }) =>
    renderPdf((sheet) => sheet.paragraph(text), { title: text, createdAt: at }),
  broken: (_: object): Promise<Buffer> => Promise.reject(new Error('no such seal')),
  deadly: (_: object): Promise<Buffer> => process.exit(3),
};
