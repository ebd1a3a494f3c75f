// The words of the first page, in English.
import type { Words } from '../../../ui/index.ts';
import type { vi } from './words.vi.ts';

export const en = {
  title: 'Public services from home',
  lead: 'Find a procedure, answer once, send your papers with your phone, and follow the dossier until you have the result. You can file by day and by night, on holidays too.',
  search: 'What do you need to do?',
  common: 'What many people come for',
  mine: 'Already filed a dossier?',
  track: 'Track it by its number',
  my: 'See my dossiers',
  checkPaper: 'Check whether a paper is genuine',
  how: 'How does it work?',
  steps: [
    { what: 'Create an account', how: 'with your identity number and your phone number, once only.' },
    { what: 'Find the procedure', how: 'with everyday Vietnamese words, with or without marks.' },
    {
      what: 'Answer and send your papers',
      how: 'one question at a time; everything is saved, and you can stop at any point.',
    },
    {
      what: 'Get a text message at every step',
      how: 'and receive the result: electronically, by post, or at the office.',
    },
  ],
  register: 'Create an account',
  signIn: 'Sign in',
  near: 'The office is close. Why file online?',
  nearBody:
    'You can still go to the one-stop desk as before. Online you need not travel or queue; if papers are missing, you are told once and completely; the due date is counted by law and explained; many procedures cost nothing. The result can be sent to your home.',
  noPhone: 'I have no smartphone',
  noPhoneBody:
    'A simple phone that receives text messages is enough: somebody you trust or the staff of the one-stop desk can help you fill in the form on another device. Codes and notices still come to your own number.',
  afraid: 'I am afraid of making a mistake',
  afraidBody:
    'Each page asks one thing and says at once, in plain words, what is not right. Before you file, you see everything again and can change it. Nothing is sent until you press “Submit the dossier”.',
} satisfies Words<typeof vi>;
