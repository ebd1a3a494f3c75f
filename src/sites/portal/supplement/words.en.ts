// The words of answering a request for supplement, in English.
import type { Words } from '../../../ui/index.ts';
import type { vi } from './words.vi.ts';

export const en = {
  title: 'Add what is missing',
  number: (number) => `Dossier ${number}`,
  requestCode: (code) => `Request code ${code}`,
  asked: (when) => `The agency asked for a supplement at ${when}.`,
  reason: 'Reason:',
  clock: {
    stands: (since) =>
      `The time limit has stood still since ${since}. When you send the supplement, the due date moves by just the working time that was waited; you lose not a day.`,
    preview: (before, after) => `Due date before: ${before}. If you send it now: ${after}.`,
    notBegun:
      'The dossier is not accepted yet, so the time limit has not begun; it begins when the dossier is accepted.',
  },
  items: (count) => (count === 1 ? '1 point to add or mend' : `${count} points to add or mend`),
  wrong: 'What is not right',
  todo: 'What you need to do',
  state: 'So far',
  files: (count) => (count === 1 ? '1 new file' : `${count} new files`),
  noFiles: 'No new file yet',
  changed: 'Changed',
  same: 'Looked at, left as it was',
  unchanged: 'Not changed yet',
  upload: 'Upload the paper',
  fix: 'Change this answer',
  done: 'Done with this point',
  note: 'Message to the official',
  noteHint: 'Not required. For example: why you leave a point as it was.',
  noteLong: 'The message is longer than 1,000 characters. Make it shorter.',
  send: 'Send the supplement',
  noFile: 'You have not chosen a file. Choose one and press “Upload”.',
  noField: 'This point is not on the electronic form. Write what you add into “Message to the official”.',
} satisfies Words<typeof vi>;
