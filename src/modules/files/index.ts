// The door of the files module.
export { type DownloadInput, downloadHeaders } from './download.ts';
export { fileName } from './file-name.ts';
export { fileSize } from './file-size.ts';
export { kindNames } from './kind-names.ts';
export { ALL_KINDS, type FileKind } from './kinds.ts';
export { type NamedFile, type OpenFile, openFile } from './open-file.ts';
export type { FileStore } from './ports.ts';
export { type Proof, proveFiles } from './prove-files.ts';
export {
  MAX_BYTES,
  MAX_PICTURE_BYTES,
  type ReceivedFile,
  type ReceiveInput,
  receiveFile,
  roomForFile,
} from './receive-file.ts';
export { discardBytes, recordBytes } from './record-bytes.ts';
export { fileSentences } from './refusals.ts';
export { storeBytes } from './store-bytes.ts';
export { sweep } from './sweep.ts';
export { type Finding, type Verified, verifyFiles } from './verify-files.ts';
