// What every SMS port must do, whoever carries the message. Run against the sandbox's wire by the adapter's test.
import { expect, test } from 'vitest';
import type { Channel, SendingOutcome } from '../../modules/notices/ports.ts';

export interface SmsStage {
  /** A port that reaches the carrier; `hasty` gives up before a slow carrier answers. */
  port(kind: 'patient' | 'hasty' | 'wrongKey' | 'noCarrier'): Channel;
  /** Texts that reached a phone (09…), newest first. */
  inbox(phone: string): Promise<string[]>;
}

interface Case {
  readonly name: string;
  readonly to: string;
  readonly port?: Parameters<SmsStage['port']>[0];
  /** How each sending of the same message ends, in order. */
  readonly ends: readonly SendingOutcome['kind'][];
  /** How many times the phone shows it. */
  readonly shown: number;
}

const CASES: readonly Case[] = [
  { name: 'a message arrives', to: '+84912345001', ends: ['sent'], shown: 1 },
  { name: 'the same message sent again arrives once', to: '+84912345003', ends: ['sent', 'sent'], shown: 1 },
  { name: 'a blocked number is never reached', to: '+84912340001', ends: ['never'], shown: 0 },
  { name: 'something that is no mobile number is never reached', to: '+8424123', ends: ['never'], shown: 0 },
  { name: 'a slow carrier is waited for', to: '+84912340002', ends: ['sent'], shown: 1 },
  {
    name: 'no answer in time leaves it unknown, and the repeat does not double it',
    to: '+84982340002',
    port: 'hasty',
    ends: ['unknown', 'sent'],
    shown: 1,
  },
  {
    name: 'a carrier in trouble is tried again',
    to: '+84912340003',
    ends: ['tryAgain', 'tryAgain', 'sent'],
    shown: 1,
  },
  { name: 'an empty balance is tried again', to: '+84912340004', ends: ['tryAgain'], shown: 0 },
  { name: 'a wrong key is tried again', to: '+84912345005', port: 'wrongKey', ends: ['tryAgain'], shown: 0 },
  {
    name: 'a carrier that is not there is tried again',
    to: '+84912345006',
    port: 'noCarrier',
    ends: ['tryAgain'],
    shown: 0,
  },
];

const TEXTS = {
  plain: '123456 la ma OTP, hieu luc 3 phut.',
  marked: 'Hồ sơ H01.23-261123-00017 đã được tiếp nhận.',
  decomposed: 'Hồ sơ đã nhận'.normalize('NFD'),
  extension: 'Hẹn trả [1] {2} ~ 3 €',
};

/** Declares the shared tests. @param stage is called when a test runs */
export function smsCases(stage: () => SmsStage): void {
  for (const row of CASES) {
    test(row.name, async () => {
      const port = stage().port(row.port ?? 'patient');
      const message = { to: row.to, subject: '', text: TEXTS.plain, messageId: `case-${row.to}` };
      const ends: SendingOutcome['kind'][] = [];
      for (const _ of row.ends) ends.push((await port.send(message)).kind);
      expect(ends).toEqual(row.ends);
      expect(await stage().inbox(`0${row.to.slice(3)}`)).toHaveLength(row.shown);
    });
  }
  test.each(Object.entries(TEXTS))('every letter of a text arrives: %s', async (kind, text) => {
    const phone = `09876540${String(Object.keys(TEXTS).indexOf(kind) + 10)}`;
    const outcome = await stage()
      .port('patient')
      .send({ to: `+84${phone.slice(1)}`, subject: '', text, messageId: `text-${kind}` });
    expect(outcome.kind).toBe('sent');
    expect(await stage().inbox(phone)).toEqual([text.normalize('NFC')]);
  });
  test.each([
    ['0912345678', '+84912345678'],
    ['+84912345678', '+84912345678'],
    ['02223855123', null],
    ['', null],
  ])('a person with the phone “%s” is reached at %s', (phone, at) => {
    const channel = stage().port('patient');
    expect([channel.name, channel.form]).toEqual(['sms', 'short']);
    expect(
      channel.addressOf({ phone, email: 'an@example.vn', postAddress: 'Hiệp Hòa', language: 'vi' }),
    ).toBe(at);
  });
  test('a reason names neither the number nor the text', async () => {
    const outcome = await stage()
      .port('patient')
      .send({ to: '+84912340001', subject: '', text: TEXTS.plain, messageId: 'reason' });
    expect(JSON.stringify(outcome)).not.toMatch(/912340001|OTP/u);
  });
}
