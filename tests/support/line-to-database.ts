// A line to the test's database that can be cut, or held so that nothing comes through and nobody is told: a server that is away, one
// that hangs. The server itself goes on: other tests use it.
import { connect, createServer, type Socket } from 'node:net';

export interface LineToDatabase {
  /** The database's address by this line. */
  readonly url: string;
  /** Nothing passes any more in either direction; new connections are taken and never answered. */
  hold(): void;
  /** Every connection ends, new ones are refused at once. */
  cut(): void;
  /** All is well again: what was held is lost. */
  mend(): void;
  close(): Promise<void>;
}

/** Opens the line. Close it after the pools that use it. */
export async function lineToDatabase(url: string): Promise<LineToDatabase> {
  const target = new URL(url);
  const ends = new Set<Socket>();
  let state: 'open' | 'held' | 'cut' = 'open';
  const server = createServer((near) => {
    ends.add(near);
    near.on('error', () => {});
    near.on('close', () => ends.delete(near));
    if (state === 'cut') near.destroy();
    if (state !== 'open') return;
    const far = connect(Number(target.port || 5432), target.hostname);
    ends.add(far);
    far.on('error', () => {});
    near.on('data', (bytes) => state === 'open' && far.write(bytes));
    far.on('data', (bytes) => state === 'open' && near.write(bytes));
    near.on('close', () => far.destroy());
    far.on('close', () => {
      ends.delete(far);
      if (state === 'open') near.destroy();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const at = server.address();
  if (!at || typeof at === 'string') throw new Error('no port');
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(at.port);
  const endAll = () => {
    for (const end of ends) end.destroy();
  };
  return {
    url: through.href,
    hold() {
      state = 'held';
    },
    cut() {
      state = 'cut';
      endAll();
    },
    mend() {
      endAll();
      state = 'open';
    },
    async close() {
      endAll();
      await new Promise((done) => server.close(done));
    },
  };
}
