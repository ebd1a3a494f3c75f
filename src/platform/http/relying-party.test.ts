// An account service that takes a question and never answers: whoever signs in is told, and does not wait.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { relyingParty } from './relying-party.ts';

let server: Server;
let issuer: string;
/** What it answers; everything else is left hanging. */
let answers: Record<string, object> = {};

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer) response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/oidc`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const party = () =>
  relyingParty({
    issuer,
    clientId: 'portal',
    clientSecret: 's',
    origin: 'http://127.0.0.1:1',
    timeoutSeconds: 0.2,
  });

test('before anybody leaves', async () => {
  answers = {};
  await expect(party().leave('/', undefined)).rejects.toMatchObject({ kind: 'unreachable' });
});

test('when somebody comes back', async () => {
  answers = {
    '/oidc/.well-known/openid-configuration': {
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
    },
  };
  const own = party();
  const { trip } = await own.leave('/', undefined);
  const back = new URL(`http://site.invalid/dang-nhap/xong?code=c&state=${trip.state}`);
  await expect(own.arrive(back, trip)).rejects.toMatchObject({ kind: 'unreachable' });
});
