// What people may hand in, as one table: how it is named, how its bytes are called, how it is said.

export type FileKind = 'pdf' | 'jpg' | 'png' | 'heic';

export const ALL_KINDS: readonly FileKind[] = ['pdf', 'jpg', 'png', 'heic'];

interface KindRow {
  readonly mime: string;
  /** The first one is put on a name that has none. */
  readonly extensions: readonly string[];
  /** What a browser may call it. */
  readonly declared: readonly string[];
  /** What the detector may call it. */
  readonly detected: readonly string[];
  readonly image: boolean;
  readonly name: string;
}

export const KINDS: Readonly<Record<FileKind, KindRow>> = {
  pdf: {
    mime: 'application/pdf',
    extensions: ['pdf'],
    declared: ['application/pdf', 'application/x-pdf'],
    detected: ['application/pdf'],
    image: false,
    name: 'PDF',
  },
  jpg: {
    mime: 'image/jpeg',
    extensions: ['jpg', 'jpeg', 'jfif', 'jpe'],
    declared: ['image/jpeg', 'image/jpg', 'image/pjpeg'],
    detected: ['image/jpeg'],
    image: true,
    name: 'ảnh JPG',
  },
  png: {
    mime: 'image/png',
    extensions: ['png'],
    declared: ['image/png', 'image/x-png'],
    detected: ['image/png'],
    image: true,
    name: 'ảnh PNG',
  },
  heic: {
    mime: 'image/heic',
    extensions: ['heic', 'heif'],
    declared: ['image/heic', 'image/heif'],
    detected: ['image/heic', 'image/heif'],
    image: true,
    name: 'ảnh HEIC',
  },
};

const find = (matches: (row: KindRow) => boolean) => ALL_KINDS.find((kind) => matches(KINDS[kind]));

export const kindOfExtension = (extension: string) => find((row) => row.extensions.includes(extension));
export const kindOfDeclared = (mime: string) => find((row) => row.declared.includes(mime));
export const kindOfDetected = (mime: string) => find((row) => row.detected.includes(mime));

/** `PDF, ảnh JPG, ảnh PNG, ảnh HEIC`, to tell people before they choose a file. */
export function kindNames(kinds: readonly FileKind[] = ALL_KINDS): string {
  return kinds.map((kind) => KINDS[kind].name).join(', ');
}
