// The owner check against the sandbox's companies.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deadOrigin, type Rehearsal, rehearse } from '../../../sandbox/rehearsal.ts';
import { telcoCases } from './cases.ts';
import { telcoOwnerCheck } from './owner-check.ts';

let sandbox: Rehearsal;
let nowhere: string;
beforeAll(async () => {
  nowhere = await deadOrigin();
  sandbox = await rehearse();
});
afterAll(() => sandbox.close());

telcoCases(() => ({
  port(kind) {
    const url = kind === 'noCompany' ? nowhere : `${sandbox.url}/telco`;
    const key = kind === 'wrongKey' ? 'real-key' : 'sandbox-telco-key';
    return telcoOwnerCheck({ url, key, timeoutMs: kind === 'hasty' ? 150 : 5_000 });
  },
}));

test.each(['{"result":"YES"}', '{"match":true}', 'MATCH', ''])(
  'an answer outside the contract is never a match: %s',
  async (body) => {
    const server = createServer((_request, response) => response.end(body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = telcoOwnerCheck({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      key: 'k',
    });
    const claim = {
      phone: '+84912345678',
      idNumber: '024090000001',
      fullName: 'Nguyễn Văn An',
      birthDate: '1990',
    };
    expect(await port.check(claim)).toBe('unavailable');
    server.closeAllConnections();
    server.close();
  },
);
