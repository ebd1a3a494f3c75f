// What people may hand in, as one table: how it is named, how its bytes are called. How it is said: kind-names.ts.

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
}

export const KINDS: Readonly<Record<FileKind, KindRow>> = {
  pdf: {
    mime: 'application/pdf',
    extensions: ['pdf'],
    declared: ['application/pdf', 'application/x-pdf'],
    detected: ['application/pdf'],
    image: false,
  },
  jpg: {
    mime: 'image/jpeg',
    extensions: ['jpg', 'jpeg', 'jfif', 'jpe'],
    declared: ['image/jpeg', 'image/jpg', 'image/pjpeg'],
    detected: ['image/jpeg'],
    image: true,
  },
  png: {
    mime: 'image/png',
    extensions: ['png'],
    declared: ['image/png', 'image/x-png'],
    detected: ['image/png'],
    image: true,
  },
  heic: {
    mime: 'image/heic',
    extensions: ['heic', 'heif'],
    declared: ['image/heic', 'image/heif'],
    detected: ['image/heic', 'image/heif'],
    image: true,
  },
};

const find = (matches: (row: KindRow) => boolean) => ALL_KINDS.find((kind) => matches(KINDS[kind]));

export const kindOfExtension = (extension: string) => find((row) => row.extensions.includes(extension));
export const kindOfDeclared = (mime: string) => find((row) => row.declared.includes(mime));
export const kindOfDetected = (mime: string) => find((row) => row.detected.includes(mime));
