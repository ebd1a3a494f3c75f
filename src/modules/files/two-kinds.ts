// A file that is two kinds at once: a paper to whoever looks at it here, a program, a web page or an archive to a machine that is told so.
// Only what such a machine would take for its own counts: a paper may speak of `<script>`, and bytes of chance may look like anything.

/** A page's tags; XML, in which pictures describe themselves, has others. */
const PAGE = /<(?:!doctype\s+html|html|head|body|script|iframe|svg|\?php)[\s>/]/iu;
/** What lets a script pass over the rest of a paper: a remark, or a text of many lines. */
const SWALLOWS = /\/\*|`|<!--/u;
/** Where the head of a PDF is looked for, and where browsers look for tags. */
const FRONT = 1024;
/** How far its first object is looked for. */
const FRONT_MATTER = 4096;

/** What a PDF is besides, for the log; undefined when nothing. */
export function otherKindInPdf(bytes: Buffer): string | undefined {
  if (PAGE.test(bytes.toString('latin1', 0, FRONT))) return 'a page';
  const front = bytes.toString('latin1', 0, FRONT_MATTER);
  // Behind its first object no script can be read any more.
  if (SWALLOWS.test(front.slice(0, front.search(/\d\s+\d+\s+obj/u) >>> 0))) return 'a script';
  return archiveIn(bytes);
}

/** The same of a picture that ends where its bytes end. */
export function otherKindInPicture(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, FRONT).includes('%PDF-', 0, 'latin1')) return 'a PDF';
  // The length of its first part, read as a script reads it.
  if (bytes.subarray(0, 64).includes('/*', 0, 'latin1')) return 'a script';
  if (PAGE.test(bytes.toString('latin1'))) return 'a page';
  return archiveIn(bytes);
}

/** RAR and 7-Zip are found wherever they begin; TAR and ISO 9660 have their mark at one place. */
const ANYWHERE = [
  ['RAR', Buffer.from('526172211a07', 'hex')],
  ['7-Zip', Buffer.from('377abcaf271c', 'hex')],
] as const;
const AT_A_PLACE = [
  ['TAR', 'ustar', 257],
  ['ISO', 'CD001', 32_769],
] as const;

function archiveIn(bytes: Buffer): string | undefined {
  if (endsAsZip(bytes)) return 'ZIP';
  const placed = AT_A_PLACE.find(([, mark, at]) => bytes.toString('latin1', at, at + mark.length) === mark);
  return (placed ?? ANYWHERE.find(([, mark]) => bytes.includes(mark)))?.[0];
}

const ZIP_END = Buffer.from('504b0506', 'hex');
/** Of the end record; a remark of up to 65,535 bytes may follow (APPNOTE 4.3.16). */
const ZIP_END_BYTES = 22;
const LONGEST_REMARK = 65_535;
const ZIP_ENTRY = 0x504b0102;
const ZIP64_LOCATOR = 0x504b0607;
const ZIP64_LOCATOR_BYTES = 20;

/** Whether an end record stands near the end, right behind the list of files that it tells of. */
function endsAsZip(bytes: Buffer): boolean {
  const first = Math.max(0, bytes.length - ZIP_END_BYTES - LONGEST_REMARK);
  for (
    let at = bytes.indexOf(ZIP_END, first);
    at >= 0 && at + ZIP_END_BYTES <= bytes.length;
    at = bytes.indexOf(ZIP_END, at + 1)
  ) {
    const list = at - bytes.readUInt32LE(at + 12);
    if (list >= 0 && list < at && bytes.readUInt32BE(list) === ZIP_ENTRY) return true;
    const locator = at - ZIP64_LOCATOR_BYTES;
    if (locator >= 0 && bytes.readUInt32BE(locator) === ZIP64_LOCATOR) return true;
  }
  return false;
}
