// The limit of signing: the same papers and nothing else, in two threads.
import { Worker } from 'node:worker_threads';

const THREADS = 2;

export function papersInThreads(template: string) {
  const threads = Array.from(
    { length: THREADS },
    () =>
      new Worker(new URL('./bare-papers.thread.ts', import.meta.url), { workerData: template, execArgv: [] }),
  );
  const half = (thread: Worker, count: number) =>
    new Promise<void>((done, fail) => {
      thread.once('error', fail);
      thread.once('message', () => {
        thread.off('error', fail);
        done();
      });
      thread.postMessage(count);
    });
  return {
    async make(count: number) {
      const began = performance.now();
      await Promise.all(threads.map((thread) => half(thread, count / THREADS)));
      return { done: count, seconds: (performance.now() - began) / 1000 };
    },
    close: () => Promise.all(threads.map((thread) => thread.terminate())),
  };
}
