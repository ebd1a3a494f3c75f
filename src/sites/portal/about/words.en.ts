// How anyone can use the site, and what becomes of one's data, in English.
import type { Words } from '../../../ui/index.ts';
import type { vi } from './words.vi.ts';

export const en = {
  helpLine: 'Help line:',
  access: {
    title: 'Everybody can use this site',
    parts: [
      {
        heading: 'What we do',
        body: 'The pages follow WCAG 2.2 level AA and Circular 26/2020/TT-BTTTT: they work with the keyboard, with a screen reader, at 400 % zoom, on old phones and weak networks, and even without JavaScript. There are no picture puzzles to solve.',
      },
      {
        heading: 'Larger text',
        body: 'Choose “Larger text” at the top of a page to make the letters a quarter larger. Your choice is remembered on your device.',
      },
      {
        heading: 'English',
        body: 'The pages for the public can be read in English. Names of procedures and agencies, the questions of a form and the texts of the law stay Vietnamese, because the law is published in Vietnamese only. Text messages about a dossier that you file while reading English are in English, too.',
      },
      {
        heading: 'What is still missing',
        body: 'PDF files are tagged for screen readers but have not been checked independently. Papers and results exist in Vietnamese only.',
      },
      {
        heading: 'If you have difficulties',
        body: 'Call the help line, or go to a one-stop desk: whatever can be done here can be done there, too.',
      },
    ],
  },
  data: {
    title: 'Your personal data',
    parts: [
      {
        heading: 'What we keep, and what for',
        body: 'Your account, what you declare and the papers you send, only to settle the procedure you ask for, as the law provides (Personal Data Protection Law 91/2025/QH15). Since a state agency does here what the law obliges it to do, we do not ask for a consent that would mean nothing.',
      },
      {
        heading: 'Who can see it',
        body: 'Only officials on duty at the agency that settles your dossier. Each time an official opens a dossier, it is written into a log that cannot be changed.',
      },
      {
        heading: 'What others learn',
        body: 'Whoever has the dossier number and the look-up code sees only how far the dossier has come, neither names nor contents. The page that checks a document tells only its number, date, agency and signer.',
      },
      {
        heading: 'Your rights',
        body: 'Under “My dossiers” you can see again all you declared and sent, and delete drafts that were not submitted; corrections can be asked for at a one-stop desk or by telephone.',
      },
      {
        heading: 'Cookies',
        body: 'There are cookies only to keep you signed in and to remember the size of the text and the language. No tracking, no advertising.',
      },
    ],
  },
} satisfies Words<typeof vi>;
