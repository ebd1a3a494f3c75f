// What people may hand in, as one table: how it is named, how its bytes are called. How it is said: kind-names.ts.

export type FileKind = 'pdf' | 'jpg' | 'png' | 'heic';

export const ALL_KINDS: readonly FileKind[] = ['pdf', 'jpg', 'png', 'heic'];

interface KindRow {
  readonly mime: string;
  /** The first one is put on a name that has none. */
  readonly extensions: readonly string[];
  /** What the detector may call it. */
  readonly detected: readonly string[];
  readonly image: boolean;
}

export const KINDS: Readonly<Record<FileKind, KindRow>> = {
  pdf: {
    mime: 'application/pdf',
    extensions: ['pdf'],
    detected: ['application/pdf'],
    image: false,
  },
  jpg: {
    mime: 'image/jpeg',
    extensions: ['jpg', 'jpeg', 'jfif', 'jpe'],
    detected: ['image/jpeg'],
    image: true,
  },
  png: {
    mime: 'image/png',
    extensions: ['png'],
    detected: ['image/png'],
    image: true,
  },
  heic: {
    mime: 'image/heic',
    extensions: ['heic', 'heif'],
    detected: ['image/heic', 'image/heif'],
    image: true,
  },
};

const find = (matches: (row: KindRow) => boolean) => ALL_KINDS.find((kind) => matches(KINDS[kind]));

export const kindOfExtension = (extension: string) => find((row) => row.extensions.includes(extension));
export const kindOfDetected = (mime: string) => find((row) => row.detected.includes(mime));

/** Endings of what is not taken here: told at once, and never taken for a part of the name. */
const OTHERS = new Set(
  (
    'apk app bat bin bmp bz2 cmd csv dll dmg doc docm docx dot dotx dwg dxf eml epub exe gif gz htm html ico iso jar js json lnk ' +
    'md mkv mov mp3 mp4 mpg msg msi odp ods odt p7m php pif pps ppt pptm pptx ps1 psd py rar rtf scr sh svg tar tgz tif tiff txt vbs ' +
    'wav webm webp wmv wsf xhtml xls xlsm xlsx xml xps zip 7z avi avif'
  ).split(' '),
);

/** Whether an ending, in lower case, names a kind of file at all. */
export const isExtension = (ending: string) => kindOfExtension(ending) !== undefined || OTHERS.has(ending);
