// A line whose end was told is left before it; one that ends without a word is counted, and so is a request that was on it.
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytesOf } from '../connections.ts';
import { Line, noSockets } from './line.ts';

const sockets: Socket[] = [];
const server = createServer((req, res) => {
  const head = { 'content-length': '2', ...(req.url === '/short' && { 'keep-alive': 'timeout=1' }) };
  if (req.url === '/lost') return void req.socket.destroy();
  if (req.url === '/last') res.shouldKeepAlive = false;
  res.writeHead(200, head);
  res.end('ok');
});
server.keepAliveTimeout = 60_000;
server.on('connection', (socket) => sockets.push(socket));
beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)));
afterAll(() => server.close());

const ask = (path: string) => bytesOf({ path });
const newLine = () => {
  const counts = noSockets();
  return { counts, line: new Line((server.address() as AddressInfo).port, undefined, counts) };
};

/** The last line is closed at the server, and the client has had its turns to see it. */
async function ended(): Promise<void> {
  const socket = sockets.at(-1)!;
  if (!socket.closed) await new Promise((done) => socket.once('close', done));
  await new Promise((done) => setTimeout(done, 20));
}

test('a line is used again while the server keeps it, and left before the end it named', async () => {
  const { counts, line } = newLine();
  await line.send(ask('/'));
  await line.send(ask('/short'));
  expect(counts).toEqual({ ...noSockets(), opened: 1 });
  await line.send(ask('/'));
  expect(counts).toEqual({ ...noSockets(), opened: 2, left: 1 });
  line.close();
});

test('a line that the server closes with its answer ended as told', async () => {
  const { counts, line } = newLine();
  await line.send(ask('/last'));
  await ended();
  await line.send(ask('/'));
  expect(counts).toEqual({ ...noSockets(), opened: 2, closedAsTold: 1 });
  line.close();
});

test('a line that is closed without a word is counted, and a request that was on it is lost', async () => {
  const { counts, line } = newLine();
  await line.send(ask('/'));
  sockets.at(-1)!.destroy();
  await ended();
  await line.send(ask('/'));
  expect(counts).toEqual({ ...noSockets(), opened: 2, closedUntold: 1 });
  await expect(line.send(ask('/lost'))).rejects.toThrow();
  expect(counts).toEqual({ ...noSockets(), opened: 2, closedUntold: 1, lost: 1 });
  await line.send(ask('/'));
  expect(counts).toMatchObject({ opened: 3, lost: 1 });
  line.close();
});
