// How a kept file leaves: as an attachment under its own name, never opened as a page of ours.

export interface DownloadInput {
  readonly name: string;
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
  /** Of the content, when it is known; else it is told by the bytes. */
  readonly sha256?: string;
}

/** Headers of a download; the name in both forms of RFC 6266, so that old and new browsers keep its Vietnamese letters. */
export function downloadHeaders({ name, mime, size, sha256 }: DownloadInput): Record<string, string> {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D')
    .replace(/[^\x20-\x7e]|["\\%]/gu, '_');
  return {
    'content-type': mime,
    'content-length': String(size),
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encode(name)}`,
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    ...(sha256 && { etag: `"${sha256}"` }),
    'cache-control': 'private, no-store',
  };
}

// RFC 5987 leaves fewer characters bare than encodeURIComponent does.
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/gu,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
