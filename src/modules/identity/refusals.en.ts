// What this module refuses, in English.
import { civil, formatInstant, formatTime, type SameSentences } from '../../rules/kernel/index.ts';
import { passwordWords } from './password-words.en.ts';
import type { Overlong, UsedUp, vi, Wait } from './refusals.vi.ts';

const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;

/** "45 seconds", "3 minutes (at 09:12)", "5 hours (at 14:00 on 24/11/2026)". */
function waitWords({ until, now }: Wait): string {
  const seconds = Math.max(1, Math.ceil((until.epochMilliseconds - now.epochMilliseconds) / 1000));
  if (seconds < 60) return count(seconds, 'second');
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 60) return `${count(minutes, 'minute')} (at ${formatTime(civil(until))})`;
  const hours = Math.ceil(minutes / 60);
  const long = hours <= 48 ? count(hours, 'hour') : count(Math.ceil(hours / 24), 'day');
  return `${long} (at ${formatInstant(until, 'en')})`;
}

const retry = (wait: Wait) => `You can try again in ${waitWords(wait)}.`;
const tooManyCodes = (wait: Wait) =>
  `You entered a wrong OTP code 5 times, so the code is void. You can get a new one in ${waitWords(wait)}.`;

const USED_UP: Record<UsedUp, string> = {
  codes: 'Too many OTP codes were sent.',
  passwords: 'There were too many wrong tries.',
  'sign-ups': 'You tried to sign up too often within one hour.',
};

const ANSWERS: Record<Overlong, string> = {
  idNumber: 'The CMT/CCCD number',
  fullName: 'The full name',
  birthDate: 'The date of birth',
  phone: 'The phone number',
  email: 'The email address',
  username: 'The user name',
  password: 'The password',
};

export const en = {
  'account-exists':
    'There is already an account under this number. Sign in with that account; if you forgot the password, choose “Forgotten password” on the sign-in page.',
  'answer-too-long': ({ what, most }) =>
    `${ANSWERS[what]} is longer than ${most} characters; make it shorter.`,
  'birth-date-empty': 'Enter your date of birth.',
  'birth-date-to-come': 'The date of birth is after today. Check it.',
  'birth-year-differs': ({ year, declared }) =>
    `This CCCD number belongs to somebody born in ${year}, but you entered a date of birth in ${declared}. Check the number and the date of birth.`,
  'birth-year-far': ({ year }) => `The year of birth ${year} is too long ago. Check the date of birth.`,
  'birth-year-to-come': ({ year }) =>
    `This CCCD number says a year of birth of ${year}, which is after this year. Check the number.`,
  'citizens-only':
    'This is an official’s account. To file a dossier for yourself, sign in with your own citizen account.',
  'email-shape': 'This is not an email address. Enter one like ten@vidu.vn, or leave the box empty.',
  'id-digits': ({ typed }) =>
    `A CMT number has 9 digits and a CCCD number has 12; you entered ${count(typed, 'digit')}.`,
  'landline-no-code': 'A landline cannot receive the OTP code. Enter your mobile number.',
  'officials-only':
    'This is a citizen’s account. The one-stop desk is for officials only; to file or see a dossier, go to the public services portal.',
  'otp-exhausted': tooManyCodes,
  'otp-expired': 'The OTP code is no longer valid. Choose “Send a new OTP” to get another.',
  'otp-locked': tooManyCodes,
  'otp-shape': 'The OTP code has 6 digits. Enter all 6 digits of the message.',
  'otp-used': 'This OTP code was used already. Each code works once; choose “Send a new OTP” to get another.',
  'otp-wait': (wait) => `An OTP code has just been sent. You can get a new one in ${waitWords(wait)}.`,
  'otp-wrong': ({ left }) =>
    `The OTP code is wrong. Look at the newest message; you have ${left} ${left === 1 ? 'try' : 'tries'} left.`,
  'owner-mismatch':
    'What you entered does not match what the mobile operator knows about the owner of this phone number. Check your identity number, name, date of birth and phone number; the number must be registered with the operator in your own name.',
  'owner-unavailable':
    'The mobile operator could not be asked about this phone number. Nothing was saved; try again in a few minutes.',
  'password-common': 'So many people use this password that it is easy to guess. Choose another one.',
  'password-differs': 'The two passwords are not the same. Enter the password again in the second box.',
  'password-empty': 'Enter your password.',
  'password-holds-owner':
    'The password must not contain your identity number or your date of birth. Choose another one.',
  'password-lacks': ({ points }) =>
    `The password is not strong enough: it needs ${points.map((point) => passwordWords.points[point]).join('; ')}.`,
  'phone-not-in-service': 'No mobile operator serves this phone number. Check it.',
  'sign-in-gone': 'This sign-in took too long. Start again from the beginning.',
  'sign-up-gone': 'This sign-up took too long or is no longer there. Start again from the beginning.',
  'too-many': ({ what, ...wait }) => `${USED_UP[what]} ${retry(wait)}`,
  'username-empty': 'Enter your user name.',
  'wrong-password': ({ left, ...wait }) =>
    left > 0
      ? `The user name or the password is wrong. You have ${left} ${left === 1 ? 'try' : 'tries'} left.`
      : `The user name or the password is wrong. There were several wrong tries, so you have to wait a little. ${retry(wait)}`,
} satisfies SameSentences<typeof vi>;
