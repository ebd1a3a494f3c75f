// Two browsers driven by their own protocols: an old Chromium by DevTools', Firefox by WebDriver BiDi. Each on loopback, with a profile of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';

/** A browser with one page. */
export interface Driven {
  go(url: string): Promise<void>;
  /** The value of an expression in the page. */
  eval(expression: string): Promise<unknown>;
  /** What scripts of the pages threw. */
  complaints(): readonly string[];
  stop(): Promise<void>;
}

const WIDTH = 360;
const HEIGHT = 640;

interface Line {
  call(method: string, params?: object): Promise<Record<string, unknown>>;
  on(hear: (event: { method?: string; params?: Record<string, unknown> }) => void): void;
}

/** JSON over a socket: each call has a number, each answer the same. */
async function lineTo(url: string): Promise<Line> {
  const socket = new WebSocket(url);
  await new Promise((done, fail) => {
    socket.addEventListener('open', done, { once: true });
    socket.addEventListener('error', () => fail(new Error(`no line to ${url}`)), { once: true });
  });
  const waiting = new Map<number, { done(value: Record<string, unknown>): void; fail(error: Error): void }>();
  const ears: ((event: { method?: string; params?: Record<string, unknown> }) => void)[] = [];
  socket.addEventListener('message', ({ data }) => {
    const came = JSON.parse(String(data));
    const one = waiting.get(came.id);
    if (!one) return ears.forEach((hear) => void hear(came));
    waiting.delete(came.id);
    if (came.error) one.fail(new Error(JSON.stringify(came)));
    else one.done(came.result);
  });
  let last = 0;
  return {
    call: (method, params = {}) =>
      new Promise((done, fail) => {
        last += 1;
        waiting.set(last, { done, fail });
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
    on: (hear) => void ears.push(hear),
  };
}

/** Waits for a line of the program that fits. @throws Error when it ends before */
function said(program: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((done, fail) => {
    let text = '';
    program.stderr?.on('data', (bytes) => {
      text += bytes;
      const found = pattern.exec(text)?.[1];
      if (found) done(found);
    });
    program.on('error', fail);
    program.on('exit', () => fail(new Error(`it ended: ${text.slice(-600)}`)));
  });
}

async function ended(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const over = new Promise((done) => program.once('exit', done));
  program.kill('SIGKILL');
  await over;
}

/** @param folder where its profile lies */
export async function startChromium64(folder: string): Promise<Driven> {
  const profile = mkdtempSync(join(folder, 'chromium-'));
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--single-process',
    '--no-zygote',
    '--remote-debugging-port=0',
  ];
  const program = spawn(
    process.env.PEERS_CHROMIUM_64 ?? '',
    [...flags, `--user-data-dir=${profile}`, `--window-size=${WIDTH},${HEIGHT}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const devtools = new URL(await said(program, /listening on (ws:\S+)/u));
  const pages = (await (await fetch(`http://${devtools.host}/json/list`)).json()) as {
    webSocketDebuggerUrl: string;
  }[];
  const line = await lineTo(pages[0]?.webSocketDebuggerUrl ?? '');
  const thrown: string[] = [];
  line.on(({ method, params }) => {
    if (method === 'Runtime.exceptionThrown') thrown.push(JSON.stringify(params).slice(0, 400));
  });
  await line.call('Runtime.enable');
  await line.call('Page.enable');
  const evaluate = async (expression: string) => {
    const { result } = await line.call('Runtime.evaluate', { expression, returnByValue: true });
    return (result as { value?: unknown }).value;
  };
  return {
    async go(url) {
      const loaded = new Promise<void>((done) =>
        line.on(({ method }) => method === 'Page.loadEventFired' && done()),
      );
      await line.call('Page.navigate', { url });
      await loaded;
    },
    eval: evaluate,
    complaints: () => thrown,
    stop: () => ended(program),
  };
}

/** @param folder where its profile lies */
export async function startFirefox(folder: string): Promise<Driven> {
  const profile = mkdtempSync(join(folder, 'firefox-'));
  const program = spawn(
    'firefox-esr',
    [
      '--headless',
      '--no-remote',
      '--remote-debugging-port=0',
      '--profile',
      profile,
      '--width',
      String(WIDTH),
      '--height',
      String(HEIGHT),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HOME: folder } },
  );
  const line = await lineTo(`${await said(program, /WebDriver BiDi listening on (ws:\S+)/u)}/session`);
  await line.call('session.new', { capabilities: {} });
  await line.call('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = await line.call('browsingContext.getTree');
  const { context } = (contexts as { context: string }[])[0] ?? { context: '' };
  await line.call('browsingContext.setViewport', { context, viewport: { width: WIDTH, height: HEIGHT } });
  const thrown: string[] = [];
  line.on(({ method, params }) => {
    if (method === 'log.entryAdded' && params?.type === 'javascript' && params.level === 'error')
      thrown.push(String(params.text));
  });
  return {
    async go(url) {
      await line.call('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async eval(expression) {
      const target = { context };
      const { result } = await line.call('script.evaluate', { expression, target, awaitPromise: false });
      return (result as { value?: unknown }).value;
    },
    complaints: () => thrown,
    stop: () => ended(program),
  };
}
