// Why a dossier's acts are refused, in English.
import { formatInstant, type SameSentences } from '../../rules/kernel/index.ts';
import { ACT_WORDS } from '../../rules/lifecycle/index.ts';
import type { vi } from './refusals.vi.ts';

const again = (until: Temporal.Instant) =>
  `You can go on from ${formatInstant(until, 'en')}; what was saved is still there. If it is urgent, call the help line at the foot of this page or go to a one-stop desk.`;

export const en = {
  'not-found': 'This dossier was not found in your account.',
  changed: 'Somebody else has just dealt with this dossier. Look at its new state, then go on.',
  'draft-not-found': 'This draft was not found in your account. You may have deleted it.',
  'draft-sent':
    'This dossier was sent, so it can no longer be changed and no file added. Find it under “My dossiers”.',
  'supplement-closed':
    'This supplement was sent, so it can no longer be changed and no file added. Look at your dossier again.',
  'draft-files': ({ most }) =>
    `A dossier takes at most ${most} files. Put the pages together into one PDF, or take some files off.`,
  'draft-bytes': ({ most }) =>
    `All files of one dossier may hold ${most} MB at most. Remove some or scan them again in a smaller size; for help call the help line at the foot of this page.`,
  'drafts-open': ({ most }) =>
    `You have ${most} dossiers that are not sent, which is as many as are kept. Send or delete some under “My dossiers”, then begin a new one; for help call the help line at the foot of this page.`,
  'quota-drafts': ({ most, until }) =>
    `You began ${most} new dossiers within one day, which is as many as anybody may. ${again(until)}`,
  'quota-filings': ({ most, until }) =>
    `You sent ${most} dossiers within one hour, which is as many as anybody may. ${again(until)}`,
  'quota-tries': ({ most, until }) =>
    `Too many files that could not be taken were sent today (${most} files or 3 GB, with those that were taken). ${again(until)}`,
  'quota-uploads': ({ most, until }) =>
    `You uploaded as much as is taken in one day (${most} files or 600 MB). ${again(until)}`,
  'quota-withdrawals': ({ most, until }) =>
    `You withdrew ${most} dossiers within one hour, which is as many as anybody may. ${again(until)}`,
  'supplement-files': ({ most }) =>
    `A supplement takes at most ${most} files. Put the pages together into one PDF.`,
  'not-for-this-person': 'You have no authorisation to file for this person.',
  'agency-missing': 'Choose the agency that will handle your dossier.',
  'agency-gone': ({ name }) => `${name} is not in operation today. Choose again where to file.`,
  'paper-missing': ({ name }) => `Attach “${name}”.`,
  'submit-channel-missing': 'Choose how to submit the dossier.',
  'return-channel-missing': 'Choose how to receive the result.',
  unanswered: ({ name }) => `“${name}” has not been supplied yet.`,
  'text-unfinished':
    'This sentence is not finished: write what comes after the colon, or replace what stands in square brackets [ ].',
  unprintable: ({ characters }) =>
    `Some characters cannot be printed on paper: ${characters.join(' ')}. Write it again in plain letters.`,
  'items-missing': 'Choose at least one paper or field that must be supplied.',
  'item-bare': ({ name }) => `“${name}”: write both what is wrong and what the applicant must do.`,
  'reason-missing': ({ act }) => ACT_WORDS.en[act].why?.missing ?? 'Write the reason.',
  'refusal-reason-missing': 'Write clearly why it is not accepted, so that the applicant knows what to do.',
  'refusal-basis-missing': 'Write the legal basis, for example: Decree 118/2025/NĐ-CP, Article 17, clause 3.',
  'proposal-note-missing': 'Write your opinion: what was checked, and which paper should be signed.',
  'identity-unchecked': 'Check the identity paper of whoever receives it, then tick this box.',
} satisfies SameSentences<typeof vi>;
