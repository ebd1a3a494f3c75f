// What a kept connection brings along: one that was closed meanwhile, answers without an end.

import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { jsonPost } from './post.ts';

let server: Server;
afterEach(() => server.close());

const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';

/** A carrier that is told each time something comes: on which connection, and the how manieth time on it. */
async function carrier(answer: (socket: Socket, connection: number, time: number) => void) {
  let connections = 0;
  server = createServer((socket) => {
    const connection = ++connections;
    let times = 0;
    socket.on('error', () => {});
    socket.on('data', () => answer(socket, connection, ++times));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

it('the second message goes over the connection of the first', async () => {
  const seen: number[] = [];
  const post = jsonPost(
    await carrier((socket, connection) => {
      seen.push(connection);
      socket.write(ANSWER);
    }),
    5_000,
  );
  await post('{}');
  await post('{}');
  expect(seen).toEqual([1, 1]);
});

it('a kept connection that is closed just then is replaced, once', async () => {
  const seen: string[] = [];
  const url = await carrier((socket, connection, time) => {
    seen.push(`${connection}/${time}`);
    if (time === 1 && connection < 3) socket.write(ANSWER);
    else socket.destroy();
  });
  const post = jsonPost(url, 5_000);
  await post('{}');
  expect(await post('{}')).toEqual({ status: 200, body: '{}' });
  await expect(post('{}')).rejects.toMatchObject({ message: 'connection lost', heard: true });
  expect(seen).toEqual(['1/1', '1/2', '2/1', '2/2', '3/1']);
});

it('an answer that never ends is given up', async () => {
  const post = jsonPost(
    await carrier((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{')),
    100,
  );
  await expect(post('{}')).rejects.toMatchObject({ message: 'no answer in time', heard: true });
});
