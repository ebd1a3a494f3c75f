// Gives a kept file back as a stream.
import { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isMissing, placeOf } from './shelf.ts';

export interface OpenFile {
  readonly stream: ReadStream;
  /** Bytes. */
  readonly size: number;
}

/** The database knows the file but the folder does not hold it: a restore gone wrong, or the wrong folder. */
export class MissingFile extends Error {
  constructor(sha256: string) {
    super(
      `the file ${sha256} is not in the files folder; was the folder restored together with the database?`,
    );
    this.name = 'MissingFile';
  }
}

/**
 * Opens a file for reading.
 * @throws MissingFile when it is not there; RangeError when `sha256` is not one
 */
export async function openFile(folder: string, sha256: string): Promise<OpenFile> {
  const place = placeOf(folder, sha256);
  const found = await stat(place).catch((error: unknown) => {
    throw isMissing(error) ? new MissingFile(sha256) : error;
  });
  return { stream: createReadStream(place), size: found.size };
}
