// Why a file is not taken or not given, in English.
import type { SameSentences } from '../../rules/kernel/index.ts';
import { fileSize } from './file-size.ts';
import { kindName, kindNames } from './kind-names.ts';
import { KINDS } from './kinds.ts';
import type { Numbered, vi } from './refusals.vi.ts';

/** `80 million` */
const millions = (count: number) => `${Math.ceil(count / 1_000_000).toLocaleString('en-GB')} million`;

const notWhole = ({ name, number }: Numbered) =>
  `The kept copy of the file “${name}” cannot be read whole at the moment, so it is not given out. Tell the help line at the foot of this page the error number ${number}; ` +
  'whoever runs the system will take it back from the backup, or you upload the very same file again.';

export const en = {
  'file-acts': ({ name }) =>
    `The file “${name}” has a part that runs when it is opened, so for safety it is not taken. ` +
    'Open it, choose Print and “Save as PDF”, or photograph each page, and choose that new file.',
  'file-carries': ({ name }) =>
    `Another file is attached inside the file “${name}”, so for safety it is not taken. ` +
    'Open it, choose Print and “Save as PDF”, and choose that new file; upload an attachment that is needed on its own.',
  'file-damaged': ({ name }) =>
    `The file “${name}” is damaged or a part of it is cut off. Try to open it on your device, save it again and choose it again.`,
  'file-empty': ({ name }) => `The file “${name}” is empty. Check it on your device and choose it again.`,
  'file-interrupted': ({ name }) =>
    `The file “${name}” did not arrive whole because the connection broke. Choose it and send it again.`,
  'file-locked': ({ name }) =>
    `The file “${name}” is protected by a password, so the office cannot open it. Remove the password, save the file and choose it again.`,
  'file-misnamed': ({ name, really }) =>
    `What is in the file “${name}” is a ${kindName('en', really)}, which does not fit its name. ` +
    `Change the ending of the name to “.${KINDS[really].extensions[0]}”, or choose the right file.`,
  'file-no-picture': ({ name }) =>
    `No picture can be opened in the file “${name}”. Try to open it on your device, save it again or take the photo again, and choose it again.`,
  'file-no-room':
    'No more files can be taken for now, because the place where files are kept is nearly full. All that you filled in and sent before is kept, and every step that needs no new file goes on; ' +
    'upload your papers later. If it is urgent, call the help line at the foot of this page or bring the papers to the one-stop desk.',
  'file-not-kept-now': ({ name }) =>
    `The file store is busy, so the file “${name}” was not kept. Wait a few minutes and upload it again; what you saved before is still there.`,
  'file-not-opened-now': ({ name }) =>
    `The file store is busy, so the file “${name}” cannot be opened. It is still there; wait a few minutes and open it again.`,
  'file-not-what-it-says': ({ name, said, accept }) =>
    `The file “${name}” has the ending of a ${kindName('en', said)}, but what is in it is no ${kindName('en', said)}. ` +
    `Open it with the program that made it, save or export it as ${kindNames('en', accept)}, and choose it again.`,
  'file-overpacked': ({ name }) =>
    `The file “${name}” is compressed too many times over, or becomes too large, to be opened safely. ` +
    'Open it, choose Print and “Save as PDF”, or photograph each page, and choose that new file.',
  'file-pageless': ({ name }) =>
    `The file “${name}” is a PDF without any page. Open it on your device, choose Print and “Save as PDF”, or photograph each page, and choose that new file.`,
  'file-too-big': ({ name, most }) =>
    `The file “${name}” is larger than ${fileSize('en', most)}. Take or scan the picture again in a smaller size and choose it again.`,
  'file-too-many-pixels': ({ name, pixels, most }) =>
    `A picture in the file “${name}” has ${millions(pixels)} dots, more than the ${millions(most)} that the office can open. ` +
    'Take or scan it again in a smaller size and choose it again.',
  'file-two-kinds': ({ name }) =>
    `The file “${name}” is a PDF and another kind of file at once, so for safety it is not taken. ` +
    'Open it, choose Print and “Save as PDF”, or photograph each page, and choose that new file.',
  'file-wrong-kind': ({ name, accept }) =>
    `The file “${name}” is not of a kind that is taken here. Choose one of: ${kindNames('en', accept)}.`,
  'kept-file-damaged': notWhole,
  'kept-file-missing': notWhole,
  'store-busy':
    'The file store is busy, so this was not recorded. Wait a few minutes and do it again; nothing has changed.',
} satisfies SameSentences<typeof vi>;
