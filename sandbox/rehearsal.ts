// For tests: a sandbox on a free loopback port, beside a portal that only notes what it is told.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SandboxOptions } from './sandbox.ts';
import { buildSandbox } from './server.ts';

export interface Heard {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Rehearsal {
  readonly url: string;
  readonly varDir: string;
  /** What the portal was told, oldest first. */
  readonly heard: Heard[];
  /** What the portal answers from now on. */
  portalAnswers(answer: (heard: Heard) => { status: number; body: unknown }): void;
  /** Stops the sandbox and starts another on the same state folder. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Starts both. @param changes options that differ from the usual ones */
export async function rehearse(changes: Partial<SandboxOptions> = {}): Promise<Rehearsal> {
  const varDir = await mkdtemp(join(tmpdir(), 'motcua-sandbox-'));
  const portal = await notingPortal();
  const start = async () => {
    const app = await buildSandbox({
      varDir,
      portalUrl: portal.url,
      accountUrl: 'http://127.0.0.1:1',
      deskUrl: 'http://127.0.0.1:1',
      bankSecret: 'sandbox-bank-secret',
      slowMs: 300,
      retryMs: [],
      ...changes,
    });
    return { app, url: await app.listen({ port: 0, host: '127.0.0.1' }) };
  };
  let running = await start();
  return {
    get url() {
      return running.url;
    },
    varDir,
    heard: portal.heard,
    portalAnswers: portal.answers,
    async restart() {
      await running.app.close();
      running = await start();
    },
    async close() {
      await running.app.close();
      await portal.close();
      await rm(varDir, { recursive: true });
    },
  };
}

async function notingPortal() {
  const heard: Heard[] = [];
  let answer: (one: Heard) => { status: number; body: unknown } = () => ({
    status: 200,
    body: { success: true },
  });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, body: Buffer.concat(chunks) };
    heard.push(one);
    const { status, body } = answer(one);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    heard,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers(next: typeof answer) {
      answer = next;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** POSTs JSON to a sandbox door. @returns status and parsed body */
export async function post(url: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** An origin where nobody listens any more. */
export async function deadOrigin(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
