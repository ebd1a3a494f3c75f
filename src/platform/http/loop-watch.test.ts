// The watch of the event loop: a route that computes is named, one that waits is not.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { databaseOfFile } from '../../../tests/support/database.ts';
import { fixedClock } from '../clock.ts';
import { createLog } from '../log.ts';
import { createSite } from './index.ts';
import { type Hold, watchLoop } from './loop-watch.ts';

const test = databaseOfFile();
const holds: Hold[] = [];
let stop: () => void;
beforeAll(() => {
  stop = watchLoop((hold) => holds.push(hold));
});
afterAll(() => stop());

/** Uses the processor, whatever else the machine does. */
function spin(ms: number): void {
  const used = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const until = used() + ms;
  while (used() < until);
}

async function site() {
  const page = (): string => '';
  const app = await createSite({
    name: 'portal',
    db: test.db,
    clock: fixedClock('2026-11-23T02:00:00Z'),
    log: createLog('test', 'silent'),
    secret: 'secret',
    secure: false,
    pages: { notFound: page, failed: page, refused: page, away: page } as never,
    signInPath: '/dang-nhap',
  });
  const config = { guard: 'public' } as const;
  app.get('/spins/:id', { config }, (_req, reply) => {
    spin(40);
    reply.send('done');
  });
  app.get('/spins-later', { config }, async () => {
    await new Promise((done) => setTimeout(done, 5));
    spin(40);
    return 'done';
  });
  app.get('/spins-in-pieces', { config }, async () => {
    await new Promise((done) => setTimeout(done, 5));
    // Promises that are there already give nobody else a turn.
    for (let at = 0; at < 5; at += 1) {
      spin(8);
      await Promise.resolve();
    }
    return 'done';
  });
  app.get('/gives-way', { config }, async () => {
    for (let at = 0; at < 15; at += 1) {
      spin(2);
      await new Promise((done) => setTimeout(done, 1));
    }
    return 'done';
  });
  app.get('/waits', { config }, async () => {
    await new Promise((done) => setTimeout(done, 60));
    return 'done';
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return app;
}

it('names the route that computes, at once, later or in pieces, and none that waits or gives way', async () => {
  const app = await site();
  const { port } = app.server.address() as { port: number };
  const ask = async (path: string) => {
    holds.length = 0;
    await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    return holds.map(({ route }) => route);
  };
  // The collector of garbage may work in anybody's turn, now and then; a fault of the watch would name the route each time.
  const everNamed = async (path: string) => {
    let named = await ask(path);
    for (let again = 0; named.length > 0 && again < 4; again += 1) named = await ask(path);
    return named;
  };
  try {
    // What only the first answer costs is not looked at.
    for (const path of ['/spins/1', '/spins-later', '/waits', '/gives-way']) await ask(path);
    expect(await ask('/spins/7')).toEqual(['GET /spins/:id']);
    expect(await ask('/spins-later')).toEqual(['GET /spins-later']);
    expect(await ask('/spins-in-pieces')).toEqual(['GET /spins-in-pieces']);
    expect(await everNamed('/gives-way')).toEqual([]);
    expect(await everNamed('/waits')).toEqual([]);
  } finally {
    await app.close();
  }
});
