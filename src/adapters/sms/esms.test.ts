// The eSMS adapter against the sandbox that speaks eSMS.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { deadOrigin, type Rehearsal, rehearse } from '../../../sandbox/rehearsal.ts';
import { smsCases } from './cases.ts';
import { esms } from './esms.ts';

let sandbox: Rehearsal;
let nowhere: string;
beforeAll(async () => {
  nowhere = await deadOrigin();
  sandbox = await rehearse();
});
afterAll(() => sandbox.close());

const keys = { apiKey: 'sandbox-key', secretKey: 'sandbox-secret', brandname: 'MOTCUA' };
const folder = () => `${sandbox.url}/MainService.svc/json`;

describe('shared cases', () => {
  smsCases(() => ({
    port(kind) {
      if (kind === 'hasty') return esms({ ...keys, url: folder(), timeoutMs: 150 });
      if (kind === 'wrongKey') return esms({ ...keys, url: folder(), secretKey: 'real-key' });
      if (kind === 'noCarrier') return esms({ ...keys, url: nowhere });
      return esms({ ...keys, url: folder() });
    },
    async inbox(phone) {
      const response = await fetch(`${sandbox.url}/sms?to=${phone}`);
      if (response.status === 400) return [];
      return z
        .array(z.object({ text: z.string() }))
        .parse(await response.json())
        .map((sms) => sms.text);
    },
  }));
});

describe('answers of the carrier', () => {
  /** A carrier that gives one fixed answer. */
  async function against(status: number, body: string) {
    const server = createServer((_request, response) => response.writeHead(status).end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      return await esms({ ...keys, url }).send({
        to: '+84912345678',
        subject: '',
        text: 'thu',
        messageId: 'm1',
      });
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  test.each([
    [200, '{"CodeResult":"100","SMSID":"a1"}', { kind: 'sent', carrierId: 'a1' }],
    [200, '{"CodeResult":100,"SMSID":"a1"}', { kind: 'sent', carrierId: 'a1' }],
    [200, '{"CodeResult":"146"}', { kind: 'never', reason: '146: text does not fit a registered template' }],
    [
      200,
      '{"CodeResult":"5005","ErrorMessage":"?"}',
      { kind: 'tryAgain', reason: '5005: code outside the table' },
    ],
    [200, '<html>bảo trì</html>', { kind: 'unknown', reason: 'the answer could not be read' }],
    [200, '{"CodeRes', { kind: 'unknown', reason: 'the answer could not be read' }],
    [502, '', { kind: 'tryAgain', reason: 'HTTP 502' }],
    [403, '', { kind: 'tryAgain', reason: 'HTTP 403' }],
  ])('%i %s', async (status, body, outcome) => {
    expect(await against(status, body)).toEqual(outcome);
  });
});
