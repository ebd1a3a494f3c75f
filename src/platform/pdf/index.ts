// The door of the paper press: sheets, blocks and bytes. It knows the State's layout, not any subject.
export * from './blocks.ts';
export * from './document-date.ts';
export * from './form-lines.ts';
export type { Rich, Run, Style } from './lines.ts';
export { type Papers, pressed } from './press.ts';
export * from './qr.ts';
export { type PaperFacts, renderPdf } from './render.ts';
export { A4, A5, mm, type PageSetup, type ParagraphOptions, Sheet } from './sheet.ts';
export { mottoHeader, type StateHead, stateHeader } from './state-header.ts';
export { type TableColumn, type TableOptions, table } from './table.ts';
export { MissingGlyph, unprintable, withSubstitutes } from './typeface.ts';
