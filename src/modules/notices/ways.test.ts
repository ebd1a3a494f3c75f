// Which channels carry a notice: by the rows of the configuration and by what reaches the person.
import { expect, it } from 'vitest';
import { memoryChannel } from '../../../tests/support/memory-channel.ts';
import { chooseWays, type Recipient, type Route } from './index.ts';

const CHANNELS = [
  memoryChannel('sms', 'short', ({ phone }) => phone),
  memoryChannel('email', 'full', ({ email }) => email),
  memoryChannel('post', 'full', ({ postAddress }) => postAddress),
];
const person = (over: Partial<Recipient> = {}): Recipient => ({
  phone: '+84912345678',
  email: 'an@example.vn',
  postAddress: 'Thôn Sơn Quả, xã Hiệp Hòa',
  language: 'vi',
  ...over,
});
const route = (channel: string, rank: number, over: Partial<Route> = {}): Route => ({
  kind: '*',
  channel,
  rank,
  also: false,
  ...over,
});
const THREE = [route('post', 3), route('sms', 1), route('email', 2)];

it.each<[what: string, routes: Route[], who: Partial<Recipient>, ways: string[]]>([
  ['the first that reaches', THREE, {}, ['sms']],
  ['the next where the first does not reach', THREE, { phone: '' }, ['email']],
  ['the last where no other does', THREE, { phone: '', email: '' }, ['post']],
  ['none where nothing does', THREE, { phone: '', email: '', postAddress: '' }, []],
  ['what carries it besides', [route('sms', 1), route('email', 2, { also: true })], {}, ['sms', 'email']],
  [
    'besides alone where the first does not reach',
    [route('sms', 1), route('email', 2, { also: true })],
    { phone: '' },
    ['email'],
  ],
  [
    'rows of its own kind in place of the others',
    [...THREE, route('email', 1, { kind: 'dossier.finished' })],
    {},
    ['email'],
  ],
  [
    'rows of another kind say nothing',
    [...THREE, route('email', 1, { kind: 'dossier.refused' })],
    {},
    ['sms'],
  ],
  ['a row whose adapter is not here is passed over', [route('push', 1), route('sms', 2)], {}, ['sms']],
  ['no rows, no way', [], {}, []],
])('%s', (_what, routes, who, ways) => {
  const chosen = chooseWays(routes, CHANNELS, 'dossier.finished', person(who));
  expect(chosen.map(({ channel }) => channel.name)).toEqual(ways);
});
