// What kinds of files are called, to tell people before they choose one.
import type { Language } from '../../rules/kernel/index.ts';
import { ALL_KINDS, type FileKind } from './kinds.ts';

const NAMES: Readonly<Record<Language, Readonly<Record<FileKind, string>>>> = {
  vi: { pdf: 'PDF', jpg: 'ảnh JPG', png: 'ảnh PNG', heic: 'ảnh HEIC' },
  en: { pdf: 'PDF', jpg: 'JPG image', png: 'PNG image', heic: 'HEIC image' },
};

/** `ảnh JPG` */
export function kindName(language: Language, kind: FileKind): string {
  return NAMES[language][kind];
}

/** `PDF, ảnh JPG, ảnh PNG, ảnh HEIC` */
export function kindNames(language: Language, kinds: readonly FileKind[] = ALL_KINDS): string {
  return kinds.map((kind) => kindName(language, kind)).join(', ');
}
