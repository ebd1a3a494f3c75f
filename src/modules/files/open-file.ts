// Gives a kept file back as a download: whole, or not at all and with a word why.
import type { Readable } from 'node:stream';
import { ok, type Result } from '../../rules/kernel/index.ts';
import { downloadHeaders } from './download.ts';
import type { FileStore } from './ports.ts';
import { notOpenedNow, notWhole } from './refusals.ts';

/** A file as a dossier or a result names it. */
export interface NamedFile {
  readonly sha256: string;
  /** As people see it. */
  readonly name: string;
  readonly mime: string;
}

export interface OpenFile {
  /** Of an answer that carries the file as an attachment. */
  readonly headers: Readonly<Record<string, string>>;
  /** Fails before its last byte when the kept content is not what it was. */
  readonly stream: Readable;
  /** Bytes. */
  readonly size: number;
}

/**
 * Opens a file for reading.
 * @returns refusals `kept-file-missing`, `kept-file-damaged` (500: a restore gone wrong, or a failing disk; for the operator's eyes),
 *   `file-not-opened-now` (503: the store does not answer)
 * @throws RangeError when `sha256` is not one
 */
export async function openFile(files: FileStore, file: NamedFile): Promise<Result<OpenFile>> {
  const got = await files.get(file.sha256);
  if (got.kind === 'found')
    return ok({
      headers: downloadHeaders({ name: file.name, mime: file.mime, size: got.size, sha256: file.sha256 }),
      stream: got.stream,
      size: got.size,
    });
  if (got.kind === 'tryAgain') return notOpenedNow(file.name, got.reason);
  return notWhole(got.kind, file.name, file.sha256);
}
